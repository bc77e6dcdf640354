import { type FormatStyle, formatOnce } from '../language/format/format';
import { changedParts } from '../language/format/sameContent';
import { type Letter, parseLetter } from '../language/letter';
import { lineAt } from '../language/letterText';
import { applyEdits, type Span, type TextEdit } from '../text/span';
import { composeEdits } from './composeEdits';

/** One round does; a second shows that nothing is left. A letter that does not come to rest is left as it is. */
const MOST_ROUNDS = 4;

/**
 * The edits that write the letter as the markup is written: headings, titles and labels as the profile has them, one
 * space between words, one blank line between blocks. They change nothing that the letter says, no more than differs, and
 * once they are made there are none left.
 */
export function formatLetter(letter: Letter, style: FormatStyle): readonly TextEdit[] {
  let edits: readonly TextEdit[] = [];
  let formatted = letter;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = formatOnce(formatted, style);
    if (next.edits.length === 0) return edits;
    // Put together, edits that touch become one.
    edits = round === 0 ? next.edits : composeEdits(edits, next.edits, formatted.source.text);
    formatted = next.letter;
  }
  return [];
}

/** The edits that write the lines of `range` in form. */
export function formatRange(letter: Letter, range: Span, style: FormatStyle): readonly TextEdit[] {
  const { source } = letter;
  const first = lineAt(source, range.start);
  const last = lineAt(source, Math.max(range.start, range.end - 1));
  const start = source.starts[first] ?? 0;
  const end = (source.starts[last] ?? 0) + (source.lines[last]?.length ?? 0);
  return formatWithin(letter, { start, end }, style);
}

/** Those of the edits that lie in `span`. */
export function formatWithin(letter: Letter, span: Span, style: FormatStyle): readonly TextEdit[] {
  const { text } = letter.source;
  const all = formatLetter(letter, style);
  const edits = all.filter(edit => edit.span.start >= span.start && edit.span.end <= span.end);
  if (edits.length === 0 || edits.length === all.length) return edits;
  // What is in order beside the rest of the letter may not be so without it.
  const formatted = parseLetter(applyEdits(text, edits), letter.profile);
  return changedParts(letter, formatted)?.length === 0 ? edits : [];
}
