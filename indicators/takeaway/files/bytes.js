// What files are made of: PNG chunks that say what a picture is of and how large it is to be, and
// ZIP without packing.

export const UTF8 = new TextEncoder();

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

function crc32(bytes) {
  let sum = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) sum = CRC_TABLE[(sum ^ bytes[i]) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

// Numbers of 2 and 4 bytes, text and bytes, one after the other.
const big = (value) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const short = (value) => Uint8Array.of(value, value >>> 8);
const long = (value) => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function chunk(type, content) {
  const body = joined([UTF8.encode(type), content]);
  return joined([big(content.length), body, big(crc32(body))]);
}

// Keyword, not compressed, no language, UTF-8 text.
const textChunk = (keyword, text) => chunk("iTXt", UTF8.encode(`${keyword}\0\0\0\0\0${text}`));

// Pixels per metre across and down: the size at which Word and PowerPoint place the picture.
function sizeChunk(pixelsPerMetre) {
  const count = big(Math.round(pixelsPerMetre));
  return chunk("pHYs", joined([count, count, Uint8Array.of(1)]));
}

// The signature and IHDR are always the first 33 bytes; our chunks come after them.
export function described(png, texts, pixelsPerMetre) {
  const said = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  const chunks = [sizeChunk(pixelsPerMetre), ...said];
  return new Blob([png.slice(0, 33), ...chunks, png.slice(33)], { type: "image/png" });
}

// files: [{ name, bytes }] → a ZIP that stores them. PNGs are packed already, the rest is small.
export function zip(files, when = new Date()) {
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  const day = ((when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  const [body, list] = [[], []];
  let at = 0;
  for (const { name, bytes } of files) {
    const named = UTF8.encode(name);
    const about = joined([
      short(20), short(0x0800), short(0), short(time), short(day), // 0x0800: the name is UTF-8
      long(crc32(bytes)), long(bytes.length), long(bytes.length), short(named.length), short(0),
    ]);
    // Made on Unix, -rw-r--r--: unzip takes names from DOS for code page 437 whatever the flag.
    const mode = long(0o100644 << 16);
    list.push(long(0x02014b50), short(0x0314), about, new Uint8Array(6), mode, long(at), named);
    body.push(long(0x04034b50), about, named, bytes);
    at += 30 + named.length + bytes.length;
  }
  const directory = joined(list);
  const end = joined([
    long(0x06054b50), long(0), short(files.length), short(files.length),
    long(directory.length), long(at), short(0),
  ]);
  return new Blob([...body, directory, end], { type: "application/zip" });
}
