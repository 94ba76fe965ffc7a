// Elements of a page, in a line each.

export function element(tag, className, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

export const button = (className, text, label) =>
  element("button", className, text, { type: "button", "aria-label": label ?? text });
