// A figure's years as a small picture without words.

const SVG = "http://www.w3.org/2000/svg";

function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// Columns for flows, a line with points for the rest; a missing year keeps its empty place.
export function sparkline(points, kind) {
  const known = points.filter(([, value]) => value !== null);
  if (known.length < 2) return null;
  const [width, height, pad] = [132, 36, 4];
  const values = known.map(([, value]) => value);
  const flow = kind === "flow";
  const low = flow || kind === "growth" ? Math.min(0, ...values) : Math.min(...values);
  const high = flow || kind === "growth" ? Math.max(0, ...values) : Math.max(...values);
  const step = (width - 2 * pad) / points.length;
  const x = (i) => pad + step * (i + 0.5);
  const y = (value) => height - pad - ((value - low) / (high - low || 1)) * (height - 2 * pad);
  const svg = drawn("svg", {
    viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", class: "spark",
  });
  const last = points.findLastIndex(([, value]) => value !== null);
  if (low <= 0 && high >= 0) {
    svg.append(drawn("line", { x1: 0, x2: width, y1: y(0), y2: y(0), class: "zero" }));
  }
  points.forEach(([year, value], i) => {
    if (value === null) return;
    const role = i === last ? "latest" : "earlier";
    if (flow) {
      const bar = Math.max(Math.min(step * 0.6, 10), 2);
      svg.append(drawn("rect", {
        x: x(i) - bar / 2, width: bar, y: Math.min(y(value), y(0)),
        height: Math.max(Math.abs(y(value) - y(0)), 1), class: role, "data-year": year,
      }));
      return;
    }
    const next = points[i + 1]?.[1];
    if (next !== null && next !== undefined) {
      svg.append(drawn("line", {
        x1: x(i), y1: y(value), x2: x(i + 1), y2: y(next), class: "joined", "data-year": year,
      }));
    }
    svg.append(drawn("circle", {
      cx: x(i), cy: y(value), r: i === last ? 3 : 2, class: role, "data-year": year,
    }));
  });
  return svg;
}
