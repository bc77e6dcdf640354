import type { WordPlace } from './webview/messages';

/** Lines of a letter as an editor has them. */
export interface Lines {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** A place in a letter: line and character, both from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where a word of a block stands in the letter, or else the place so far into its lines as the fraction says. */
export function placeInBlock(
  lines: Lines,
  block: { readonly first: number; readonly last: number; readonly fraction: number; readonly word: WordPlace | null },
): Place {
  const last = Math.min(block.last, lines.lineCount - 1);
  const first = Math.min(block.first, last);
  const texts: string[] = [];
  for (let line = first; line <= last; line++) texts.push(lines.lineAt(line).text);
  const text = texts.join('\n');
  const at = block.word ? offsetOfWord(text, block.word) : -1;
  return placeAt(texts, first, at >= 0 ? at : Math.floor(block.fraction * text.length));
}

/** The word, or its last one before where there are not so many: the letter may have changed in the meantime. */
function offsetOfWord(text: string, { text: word, before }: WordPlace): number {
  let found = -1;
  for (let count = 0; count <= before; count++) {
    const next = text.indexOf(word, found + 1);
    if (next < 0) break;
    found = next;
  }
  return found;
}

function placeAt(texts: readonly string[], first: number, offset: number): Place {
  let left = offset;
  for (const [index, text] of texts.entries()) {
    if (left <= text.length) return { line: first + index, character: left };
    left -= text.length + 1;
  }
  return { line: first + texts.length - 1, character: texts.at(-1)?.length ?? 0 };
}

/** The line at a place, with its fraction: long paragraphs are one line, of which many rows are shown. */
export function fractionalLine(lines: Lines, { line, character }: Place): number {
  const { text } = lines.lineAt(Math.min(line, lines.lineCount - 1));
  return line + Math.min(character, text.length) / (text.length + 1);
}

/** The place of a line with a fraction. */
export function placeOfLine(lines: Lines, line: number): Place {
  const whole = Math.min(Math.floor(line), lines.lineCount - 1);
  const fraction = Math.min(1, line - whole);
  const { length } = lines.lineAt(whole).text;
  return { line: whole, character: Math.min(length, Math.floor(fraction * (length + 1))) };
}
