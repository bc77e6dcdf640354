/** What stands between a word and the one before it. */
export const Gap = {
  /** White space, hyphens, slashes and the like: the two words can belong to one term. */
  join: 0,
  /** A comma, a bracket, a colon: the same sentence. */
  pause: 1,
  /** The end of a sentence, or a semicolon. */
  stop: 2,
} as const;

/** The words of a text. Parallel lists; offsets are UTF-16. */
export interface Tokens {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** In lower case, without a possessive 's; empty for a word too long to be a term. */
  readonly words: readonly string[];
  /** Before each word, a `Gap`. */
  readonly gaps: readonly number[];
}

const longestWord = 60;

/** One pass, linear in the text. A number with a decimal point is one word. */
export function tokenize(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: string[] = [];
  const gaps: number[] = [];
  let gap: number = Gap.stop;
  let position = 0;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    const kind = kindOf(code);
    if (kind < wordKind) {
      if (kind > gap && !(code === fullStop && followsAbbreviation(text, ends, words, position))) gap = kind;
      position++;
      continue;
    }
    const start = position;
    position = wordEnd(text, start);
    words.push(position - start > longestWord ? '' : text.slice(start, position).toLowerCase());
    if (isPossessive(text, position)) position += 2;
    starts.push(start);
    ends.push(position);
    gaps.push(gap);
    gap = Gap.join;
  }
  return { text, starts, ends, words, gaps };
}

const fullStop = 0x2e;
/** Kinds of character: the gaps, and above these letters and digits. */
const wordKind = 3;

function wordEnd(text: string, start: number): number {
  let position = start + 1;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (kindOf(code) === wordKind) continue;
    const isDecimalPoint =
      code === fullStop && isDigit(text.charCodeAt(position - 1)) && isDigit(text.charCodeAt(position + 1));
    if (!isDecimalPoint) break;
  }
  return position;
}

function isPossessive(text: string, position: number): boolean {
  const mark = text.charCodeAt(position);
  if (mark !== 0x27 && mark !== 0x2019) return false;
  return (text.charCodeAt(position + 1) | 0x20) === 0x73 && kindOf(text.charCodeAt(position + 2)) !== wordKind;
}

/** "Rt. knee", "Dr. Lee": a full stop behind one or two letters does not end a sentence. */
function followsAbbreviation(
  text: string,
  ends: readonly number[],
  words: readonly string[],
  position: number,
): boolean {
  if (ends[ends.length - 1] !== position || isDigit(text.charCodeAt(position - 1))) return false;
  const { length } = words[words.length - 1] ?? '';
  return length > 0 && length <= 2;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const asciiKinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) return wordKind;
  if ('.;!?'.includes(character)) return Gap.stop;
  return /[\s/\\%#&'*_-]/.test(character) ? Gap.join : Gap.pause;
});

/** Beyond ASCII by their blocks, which is all that whole words need. */
function kindOf(code: number): number {
  if (code < 0x80) return asciiKinds[code] ?? Gap.pause;
  if (code >= 0xc0 && code < 0x2000) return code === 0xd7 || code === 0xf7 ? Gap.pause : wordKind;
  // No-break space, soft hyphen, registered, trade mark, byte-order mark, and the spaces and hyphens of punctuation.
  if (code === 0xa0 || code === 0xad || code === 0xae || code === 0x2122 || code === 0xfeff) return Gap.join;
  if ((code >= 0x2000 && code <= 0x2013) || code === 0x2019 || code === 0x202f) return Gap.join;
  return code >= 0x2c00 && code < 0xd800 && (code < 0x3000 || code >= 0x3040) ? wordKind : Gap.pause;
}
