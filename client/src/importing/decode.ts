/**
 * The text of a file: UTF-8, UTF-16 with its mark, or else the code page of Windows, which old programs write.
 *
 * @returns null where it is no text
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  return text.includes('\0') ? null : text;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return inCodePage(bytes);
  }
}

/** What Windows has at 80 to 9F; elsewhere its code page is Latin 1. Where it has nothing, the replacement character. */
const ofWindows = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** By hand: Node 20 takes this code page for Latin 1. */
function inCodePage(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(/[\x80-\x9f]/g, character => ofWindows[character.charCodeAt(0) - 0x80] ?? character);
}
