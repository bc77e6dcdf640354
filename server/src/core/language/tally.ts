import type { LetterLine } from './letterLine';
import type { LineChange } from './letterText';

/** What the lines of a letter say together; counted, so that an edit counts only the lines around it again. */
export interface Tally {
  /** Lines that stop in the middle of a sentence before a single empty line. */
  readonly spaced: number;
  /** Lines of text with another one right below. */
  readonly tight: number;
  /** Headings of the section in which the items stand. */
  readonly issues: number;
}

/** How many lines below a line are looked at to count it. */
const BELOW = 2;
/** A line that a page would have wrapped is at least so long, in UTF-16 units. */
const WRAPPED = 60;

export function tallyLines(lines: readonly LetterLine[], first = 0, last = lines.length): Tally {
  let spaced = 0;
  let tight = 0;
  let issues = 0;
  for (let i = Math.max(0, first); i < last; i++) {
    const line = lines[i] as LetterLine;
    if (line.heading?.match?.definition.kind === 'issues') issues++;
    const next = lines[i + 1];
    if (!next || !isProse(line)) continue;
    if (isProse(next)) tight++;
    else if (next.blank && !line.endsSentence && line.content.length >= WRAPPED && isProse(lines[i + 2])) spaced++;
  }
  return { spaced, tight, issues };
}

/** The tally of `lines`, that of the lines before the change being `old`. */
export function editTally(
  old: Tally,
  before: readonly LetterLine[],
  lines: readonly LetterLine[],
  { first, removed, added }: LineChange,
): Tally {
  const gone = tallyLines(before, first - BELOW, first + removed);
  const come = tallyLines(lines, first - BELOW, first + added);
  return {
    spaced: old.spaced - gone.spaced + come.spaced,
    tight: old.tight - gone.tight + come.tight,
    issues: old.issues - gone.issues + come.issues,
  };
}

/**
 * Whether the text comes with an empty line behind every line, as some PDF extractions do: many lines stop in the
 * middle of a sentence before a single empty line, and hardly any two lines stand together.
 */
export function isDoubleSpaced({ spaced, tight }: Tally): boolean {
  return spaced >= 3 && spaced > tight;
}

function isProse(line: LetterLine | undefined): boolean {
  return line !== undefined && !line.blank && !line.pageBreak && !line.heading && !line.itemLabel && line.itemMark < 0;
}
