import { Unzlib } from 'fflate';

/** The most that the packed parts of a file may hold together, in bytes: many times what a letter has. */
const MOST_UNPACKED = 200_000_000;
/** So many packed bytes are unpacked at a time: each may become a thousand. */
const CHUNK = 4096;
/** The longest description of a packed part. */
const LONGEST_DICTIONARY = 2000;

/** Whether a PDF holds more than a letter can: its packed parts are unpacked, and kept nowhere. Pictures are not read. */
export function unpacksTooLarge(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  const lastMark = text.lastIndexOf('endstream');
  let left = MOST_UNPACKED;
  for (const { index } of text.matchAll(/\bstream\r?\n/g)) {
    const dictionary = text.slice(Math.max(0, index - LONGEST_DICTIONARY), index);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (!/\/Fl(?:ateDecode)?\b/.test(own) || /\/Subtype\s*\/Image\b/.test(own)) continue;
    // Packed twice over, a small part may hold any amount.
    if ((own.match(/\/Fl(?:ateDecode)?\b/g) ?? []).length > 1) return true;
    const start = text.indexOf('\n', index) + 1;
    const length = Number(/\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/.exec(own)?.[1] ?? 0);
    const mark = start <= lastMark ? text.indexOf('endstream', start) : bytes.length;
    left -= unpackedSize(bytes.subarray(start, Math.max(mark, start + length)), left);
    if (left <= 0) return true;
  }
  return false;
}

/** What a part unpacks to, in bytes; it is not gone on with beyond `most`. Zero for what cannot be unpacked. */
function unpackedSize(packed: Uint8Array, most: number): number {
  let size = 0;
  try {
    const unpack = new Unzlib(chunk => {
      size += chunk.length;
    });
    for (let at = 0; at < packed.length && size <= most; at += CHUNK) unpack.push(packed.subarray(at, at + CHUNK));
  } catch {
    // Encrypted or damaged: what came before it counts.
  }
  return size;
}
