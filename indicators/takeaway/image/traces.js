// A figure's traces, as Plotly knows them. Pure.

export const isColumns = (trace) => trace.type === "bar" && trace.orientation !== "h";
export const isLine = (trace) => trace.type === "scatter" && trace.mode === "lines+markers";
export const textsOf = (trace) => (Array.isArray(trace.text) ? trace.text : []);

// plotly.py packs numbers into base64; missing ones are null or NaN.
export function valuesOf(values) {
  if (!values?.bdata) return Array.from(values ?? []);
  const raw = Uint8Array.from(atob(values.bdata), (c) => c.charCodeAt(0)).buffer;
  const kinds = {
    f8: Float64Array, f4: Float32Array, i4: Int32Array, i2: Int16Array, i1: Int8Array,
    u4: Uint32Array, u2: Uint16Array, u1: Uint8Array,
  };
  return Array.from(new kinds[values.dtype](raw));
}

export const numbers = (values) => valuesOf(values).filter(Number.isFinite);

// A line's points that have a figure, with the year, what its figure says and its neighbour's place.
export function known(line) {
  const point = (y, i) => ({ x: line.x[i], y, value: line.text?.[i] ?? "", joined: line.y[i - 1] !== null && i > 0 });
  return line.y.flatMap((y, i) => (y === null ? [] : [point(y, i)]));
}
