// Puts text, or a table as text and as HTML, onto the clipboard.

// formats: { "text/plain": …, "text/html": … }. Tells whether it was done. A selection is copied, and
// its copy event hears what to take instead: a browser grants that on an address without https too,
// where it has no clipboard for pages.
export async function toClipboard(formats) {
  const field = document.createElement("textarea");
  field.value = formats["text/plain"];
  field.readOnly = true;
  field.style.cssText = "position:fixed;top:0;left:0;opacity:0";
  field.oncopy = (event) => {
    for (const [type, text] of Object.entries(formats)) event.clipboardData.setData(type, text);
    event.preventDefault();
  };
  document.body.append(field);
  field.select();
  const done = document.execCommand?.("copy");
  field.remove();
  return done || writeToClipboard(formats);
}

// The newer way, for a browser that no longer has the other.
async function writeToClipboard(formats) {
  const blobs = Object.entries(formats).map(([type, text]) => [type, new Blob([text], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false; // there is none, or the reader's settings refuse it
  }
}
