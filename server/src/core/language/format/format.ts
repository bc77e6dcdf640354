import { applyEdits, type TextEdit } from '../../text/span';
import { type Letter, parseLetter } from '../letter';
import { layOut, type Wrap } from './layout';
import { linesOf } from './letterLines';
import { Paragraphs } from './paragraphs';
import { addParts } from './partPieces';
import { straightQuotes } from './quotes';
import { changedParts } from './sameContent';

export interface FormatStyle {
  readonly wrap: Wrap;
}

/** Each round may make a place ready for the next; it is done as a rule after one. */
const MOST_ROUNDS = 4;

export interface FormattedLetter {
  readonly edits: readonly TextEdit[];
  readonly letter: Letter;
}

/**
 * One round of formatting, which changes nothing that the letter says: a part that would say something else stays as it
 * is written, and where that does not help the whole letter does.
 */
export function formatOnce(letter: Letter, { wrap }: FormatStyle): FormattedLetter {
  const { text } = letter.source;
  const lines = linesOf(letter);
  const style = { wrap, lineEnd: lineEndOf(letter), profile: letter.profile };
  const asWritten = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const paragraphs = new Paragraphs(lines);
    addParts(letter, lines, paragraphs, asWritten);
    const edits = layOut(text, straightQuotes(text, paragraphs.finish()), style);
    if (edits.length === 0) break;
    const formatted = parseLetter(applyEdits(text, edits), letter.profile);
    const changed = changedParts(letter, formatted);
    if (changed?.length === 0) return { edits, letter: formatted };
    if (!changed || changed.every(index => asWritten.has(index))) break;
    for (const index of changed) asWritten.add(index);
  }
  return { edits: [], letter };
}

/** The line end that the letter uses. */
export function lineEndOf({ source }: Letter): string {
  const line = source.lines.find(each => each.terminator !== '' && !each.terminator.includes('\f'));
  return line?.terminator ?? '\n';
}
