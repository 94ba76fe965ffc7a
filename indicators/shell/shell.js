// Keeps <html lang> and the address right, names the button that opens the filters, and puts Streamlit's own
// English words into the reader's language, also those that appear later.
//
// frames: [[selector, { English: ours }]], the places in which Streamlit speaks, and what it says there.
// mended: [[selector, { attribute: value }]], what its markup tells wrong to who does not see it.

const NARROW = 768; // pixels, below which Streamlit lays the menu over the page
const ATTRIBUTES = ["title", "aria-label", "placeholder"];

function translateText(node, words) {
  const text = node.nodeValue.trim();
  if (text && Object.hasOwn(words, text)) {
    node.nodeValue = node.nodeValue.replace(text, words[text]);
  }
}

function translateAttributes(element, words) {
  for (const name of ATTRIBUTES) {
    const text = element.getAttribute(name)?.trim();
    if (text && Object.hasOwn(words, text)) element.setAttribute(name, words[text]);
  }
}

function translateWithin(root, words) {
  for (const element of [root, ...root.querySelectorAll("*")]) translateAttributes(element, words);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translateText(texts.currentNode, words);
}

// What is in a frame itself, and the frames that are in it. Most of what changes is neither.
function translate(node, frames) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const anywhere = frames.map(([selector]) => selector).join();
  if (!anywhere || !(element?.closest(anywhere) ?? element?.querySelector(anywhere))) return;
  for (const [selector, words] of frames) {
    if (element.closest(selector)) translateWithin(element, words);
    else if (node === element) {
      for (const frame of element.querySelectorAll(selector)) translateWithin(frame, words);
    }
  }
}

function nameFilterButton(label) {
  const button = document.querySelector('[data-testid="stExpandSidebarButton"]');
  if (!button || button.dataset.summary === label) return;
  button.dataset.summary = label;
  button.setAttribute("aria-label", label);
  let text = button.querySelector(".filter-summary");
  if (!text) {
    text = document.createElement("span");
    text.className = "filter-summary";
    text.style.cssText =
      "margin-left:8px;font-size:13px;white-space:nowrap;overflow:hidden;" +
      "text-overflow:ellipsis;max-width:60vw;display:inline-block;vertical-align:middle";
    button.style.cssText = "width:auto;min-height:44px;padding:0 12px";
    button.appendChild(text);
  }
  text.textContent = label;
}

function mend(mended) {
  for (const [selector, attributes] of mended) {
    for (const element of document.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      }
    }
  }
}

// On a phone the menu lies over the page that was chosen in it.
function foldMenu({ target }) {
  if (innerWidth >= NARROW || !target.closest?.('[data-testid="stSidebarNavLink"]')) return;
  document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

// What stands at the edges of every sheet of paper: whose board, what is chosen, the address, the number.
function nameSheets(product, chosen) {
  const edge = (place, content) => `@${place} { content: ${content}; font-size: 8pt; }`;
  const address = decodeURI(location.host + location.pathname + location.search);
  let style = document.head.querySelector("style[data-sheets]");
  if (!style) {
    style = document.createElement("style");
    style.dataset.sheets = "";
    document.head.append(style);
  }
  style.textContent = `@page {
    ${edge("top-left", JSON.stringify([product, chosen].filter(Boolean).join(" · ")))}
    ${edge("bottom-left", JSON.stringify(address))}
    ${edge("bottom-right", 'counter(page) " / " counter(pages)')}
  }`;
}

// Streamlit mounts it anew with every change and ends only the last one: two that hear would answer each other.
export default function mount({ data }) {
  window.leaveShell?.();
  document.documentElement.lang = data.lang;
  // Whose dashboard this is, written above the menu by shell.css: that part of the page is React's.
  document.documentElement.style.setProperty("--product", JSON.stringify(data.product ?? ""));
  if (data.query && location.search !== data.query) {
    history.replaceState(history.state, "", location.pathname + data.query);
  }
  const nameThem = () => nameSheets(data.product, data.chosen);
  window.addEventListener("beforeprint", nameThem);
  const look = (node) => {
    translate(node, data.frames);
    if (data.open) nameFilterButton(data.open);
  };
  look(document.body);
  mend(data.mended);
  const observer = new MutationObserver((changes) => {
    mend(data.mended);
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(look);
      else look(change.target);
    }
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  document.addEventListener("click", foldMenu);
  const leave = () => {
    observer.disconnect();
    document.removeEventListener("click", foldMenu);
    window.removeEventListener("beforeprint", nameThem);
    window.leaveShell = undefined;
  };
  window.leaveShell = leave;
  return () => window.leaveShell === leave && leave();
}
