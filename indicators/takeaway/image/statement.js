// What a picture says, as its headline: the first clause of the report sentence. Pure.

// Commas of a sentence, but not those within brackets; in English a number has some of its own.
const COMMA = /，(?![^（]*）)|, (?![^(]*\))/;

// 2025年，GDP增长4.6%，增速…: { head, rest }. The period alone states nothing, so that the clause
// after it belongs to the headline.
export function statement(sentence) {
  const first = COMMA.exec(sentence);
  if (!first) return { head: sentence, rest: "" };
  const from = first.index + first[0].length;
  const second = COMMA.exec(sentence.slice(from));
  if (!second) return { head: sentence, rest: "" };
  const at = from + second.index;
  const rest = sentence.slice(at + second[0].length);
  return { head: sentence.slice(0, at), rest: rest[0].toUpperCase() + rest.slice(1) };
}
