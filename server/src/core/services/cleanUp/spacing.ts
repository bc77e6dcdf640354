import { isDoubleSpaced, tallyLines } from '../../language/tally';
import type { TextEdit } from '../../text/span';
import { hasText, opensBlock, type TextLine } from './lines';

/** Takes out the empty line behind every line, where the text comes with one; two of them part paragraphs. */
export function doubleSpacingEdits(lines: readonly TextLine[]): TextEdit[] {
  if (!isDoubleSpaced(tallyLines(lines.map(({ line }) => line)))) return [];
  return lines.flatMap(({ line, start }, index) => {
    const above = lines[index - 1]?.line;
    const below = lines[index + 1];
    const isSingle = line.blank && above && !above.blank && below && !below.line.blank;
    return isSingle ? [{ span: { start, end: below.start }, text: '' }] : [];
  });
}

/** Fewer lines than this do not show how long a line of the page was. */
const ENOUGH_LINES = 5;
/** The shortest lines of a page, in UTF-16 units. */
const SHORTEST_PAGE = 60;
/** Text with a blank line for every so many lines of words has its paragraphs parted by them. */
const LINES_PER_BLANK = 15;
/** The fewest words that introduce what stands below them. */
const LEAD_IN = 4;
/** A line ends its paragraph if its sentence ends before this share of the page's width. */
const SHORT = 0.8;

/** Parts the paragraphs of text that came without blank lines: each ends with a line that is not full. */
export function paragraphEdits(lines: readonly TextLine[], lineEnd: string): TextEdit[] {
  const written = lines.filter(({ line }) => hasText(line) && !opensBlock(line));
  const blanks = lines.filter(({ line }, index) => line.blank && index < lines.length - 1).length;
  if (written.length < ENOUGH_LINES || blanks * LINES_PER_BLANK > written.length) return [];
  const lengths = written.map(({ line }) => line.content.trim().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  if (width < SHORTEST_PAGE) return [];
  return lines.flatMap(({ line, end }, index) => {
    const below = lines[index + 1]?.line;
    if (!hasText(line) || !hasText(below) || opensBlock(line) || opensBlock(below)) return [];
    const words = line.content.trim();
    const isLeadIn = line.endsInColon && words.split(/\s+/, LEAD_IN).length === LEAD_IN;
    const endsHere = (line.endsSentence || isLeadIn) && words.length < width * SHORT;
    return endsHere && /^\s*["'(]?[A-Z0-9]/.test(below.plain) ? [{ span: { start: end, end }, text: lineEnd }] : [];
  });
}
