// A card's place on the page. It only hands its place and content over: what draws the bar and
// makes the files comes once a page (page.js) and not with every card of every rerun.

export default function mount({ data, parentElement }) {
  const cards = (window.exhibitCards ??= new Map());
  cards.set(parentElement, new TextDecoder().decode(data));
  window.dispatchEvent(new Event("exhibitcards"));
  return () => {
    cards.delete(parentElement);
    window.dispatchEvent(new Event("exhibitcards"));
  };
}
