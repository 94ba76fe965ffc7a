// Keeps <html lang> and the address right, names the button that opens the filters, and puts Streamlit's own
// English words into the reader's language, also those that appear later.

const ATTRIBUTES = ["title", "aria-label", "placeholder"];

function translateText(node, words) {
  const said = node.nodeValue.trim();
  if (said && Object.hasOwn(words, said)) {
    node.nodeValue = node.nodeValue.replace(said, words[said]);
  }
}

function translate(root, words) {
  if (root.nodeType === Node.TEXT_NODE) return translateText(root, words);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  for (const element of [root, ...root.querySelectorAll("*")]) {
    for (const name of ATTRIBUTES) {
      const said = element.getAttribute(name)?.trim();
      if (said && Object.hasOwn(words, said)) element.setAttribute(name, words[said]);
    }
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) translateText(texts.currentNode, words);
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

export default function mount({ data }) {
  document.documentElement.lang = data.lang;
  if (data.query && location.search !== data.query) {
    history.replaceState(history.state, "", location.pathname + data.query);
  }
  const look = (root) => {
    translate(root, data.words);
    if (data.open) nameFilterButton(data.open);
  };
  look(document.body);
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") look(change.target);
      change.addedNodes.forEach(look);
      if (change.type === "characterData") translateText(change.target, data.words);
    }
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  return () => observer.disconnect();
}
