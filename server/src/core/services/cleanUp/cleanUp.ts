import { lineEndOf } from '../../language/format/format';
import { type Letter, parseLetter } from '../../language/letter';
import type { Setup } from '../../setup';
import { applyEdits, type Span, type TextEdit } from '../../text/span';
import { composeEdits } from '../composeEdits';
import { formatWithin } from '../formatting';
import { hyphenEdits } from './hyphens';
import { textLines } from './lines';
import { pageEdits } from './pages';
import { doubleSpacingEdits, paragraphEdits } from './spacing';

/**
 * The edits that make markup of text that was copied from a printed letter: page numbers, running heads and feet and page
 * breaks go, words that were broken and the lines of a paragraph are put together, and headings, titles and labels are
 * written as the markup has them. Within `range`, or the whole letter.
 */
export function cleanUp(letter: Letter, setup: Setup, range: Span | null = null): readonly TextEdit[] {
  const { text } = letter.source;
  const lineEnd = lineEndOf(letter);
  let edits: readonly TextEdit[] = [];
  let cleaned = text;
  let span = range ?? { start: 0, end: text.length };
  const steps: ((slice: string) => TextEdit[])[] = [
    slice => pageEdits(textLines(slice, letter.profile), lineEnd),
    slice => hyphenEdits(slice, cleaned, setup.vocabulary),
    slice => doubleSpacingEdits(textLines(slice, letter.profile)),
    slice => paragraphEdits(textLines(slice, letter.profile), lineEnd),
  ];
  const make = (found: readonly TextEdit[]) => {
    edits = composeEdits(edits, found, cleaned);
    const before = cleaned.length;
    cleaned = applyEdits(cleaned, found);
    span = { start: span.start, end: span.end + cleaned.length - before };
  };
  for (const step of steps) {
    const { start } = span;
    const found = step(cleaned.slice(start, span.end));
    make(found.map(edit => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } })));
  }
  make(formatWithin(parseLetter(cleaned, letter.profile), span, { wrap: 'join' }));
  return edits.filter(edit => edit.text !== text.slice(edit.span.start, edit.span.end));
}

/**
 * What to insert instead of `pasted` at `range`; null where that is fine as it is. Text of one line is.
 */
export function cleanPaste(letter: Letter, setup: Setup, range: Span, pasted: string): string | null {
  const words = pasted.trim();
  if (!/[\n\r\f]/.test(words)) return null;
  const { text } = letter.source;
  const before = text.slice(0, range.start);
  const after = text.slice(range.end);
  const together = parseLetter(before + words + after, letter.profile);
  const span = { start: range.start, end: range.start + words.length };
  const cleaned = applyEdits(together.source.text, cleanUp(together, setup, span));
  const inserted = cleaned.slice(before.length, cleaned.length - after.length).trimEnd();
  return inserted === words ? null : inserted;
}
