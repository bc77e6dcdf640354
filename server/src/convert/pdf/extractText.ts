import type { Extracted } from '../messages';
import { inReadingOrder } from './extractColumns';
import type { After } from './extractGlyphs';
import { type Line, lineText } from './extractLines';

/** A gap so much wider than between the lines of a paragraph parts paragraphs. */
const PARTING = 1.22;
/** Gaps that are rarer than this share of the commonest do not show how far apart lines stand. */
const COMMON = 0.25;
/** So many of the lines that end between words end in a space where a program keeps them. */
const KEEPS_SPACES = 0.8;

/** So many characters at the end of a line are looked at for an address, in UTF-16 units. */
const LONGEST_ADDRESS = 120;

/** A line of the text that is put together. */
interface Written {
  text: string;
  after: After | null;
  readonly line: Line;
  /** How it follows the line above it. */
  readonly follows: 'line' | 'paragraph' | 'page';
}

export function textOf(pages: readonly (readonly Line[])[]): Pick<Extracted, 'text' | 'pages'> {
  const ordered = pages.map(inReadingOrder);
  const widest = PARTING * usualGap(ordered);
  const written = ordered.flatMap(lines =>
    lines.map((line, index): Written => {
      const above = lines[index - 1];
      const follows = !above ? 'page' : gapOf(above, line) > widest ? 'paragraph' : 'line';
      return { text: lineText(line), after: line.after, line, follows };
    }),
  );
  // A page without text is a page.
  const empty = ordered.flatMap((lines, index) => (lines.length === 0 ? [index] : []));
  return setOut(joinBroken(joinHeadings(written)), empty, pages.length);
}

/** The distance between two lines as a multiple of the size of their type. */
function gapOf(above: Line, below: Line): number {
  return (below.base - above.base) / Math.max(above.size, below.size);
}

/** How far apart the lines of a paragraph stand. */
function usualGap(pages: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages) {
    for (const [index, line] of lines.slice(1).entries()) {
      const gap = Math.round(gapOf(lines[index] as Line, line) * 20) / 20;
      if (gap > 0.8 && gap < 4) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...counts.values());
  const common = [...counts].filter(([, count]) => count >= most * COMMON).map(([gap]) => gap);
  return common.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...common);
}

/** A heading stands on one line, behind its mark. */
function joinHeadings(lines: readonly Written[]): Written[] {
  const joined: Written[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const { heading } = line.line;
    // Some programs mark each line of a heading on its own.
    const isSame = line.follows === 'line' && above?.line.heading?.level === heading?.level;
    if (heading && above && (isSame || above.line.heading === heading)) {
      const joint = above.after === 'nothing' && /[\p{L}\p{N}]-$/u.test(above.text) ? '' : ' ';
      above.text += joint + line.text;
      above.after = line.after;
    } else if (heading)
      joined.push({ ...line, text: `${'#'.repeat(heading.level)} ${line.text}`, follows: parted(line) });
    else joined.push(above?.line.heading ? { ...line, follows: parted(line) } : line);
  }
  return joined;
}

function parted({ follows }: Written): Written['follows'] {
  return follows === 'page' ? 'page' : 'paragraph';
}

/** Puts the rest of a word that broke at the end of a line onto that line, where the file tells that it did. */
function joinBroken(lines: readonly Written[]): Written[] {
  const keeps = keepsSpaces(lines);
  const margin = lines.reduce((most, { line }) => Math.max(most, rightOf(line)), 0);
  const joined: Written[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const joint = above && goesOn(above, line) ? jointOf(above, line, keeps, margin) : null;
    if (!above || joint === null) {
      joined.push(line);
      continue;
    }
    const word = /^\S*/.exec(line.text)?.[0] ?? '';
    const rest = line.text.slice(word.length).trimStart();
    above.text += joint + word;
    above.after = rest === '' ? line.after : 'space';
    if (rest !== '' || line.follows !== 'line') joined.push({ ...line, text: rest });
  }
  return joined;
}

/** What stands between the end of a line and the word that goes on with it; null where they stay apart. */
function jointOf({ text, after, line }: Written, next: Written, keeps: boolean, margin: number): '' | ' ' | null {
  if (after === 'softHyphen') return '';
  const endsInHyphen = /[\p{L}\p{N}]-$/u.test(text);
  if (after === 'space') return endsInHyphen ? ' ' : null;
  if (after !== 'nothing' || !keeps) return null;
  if (endsInHyphen) return '';
  if (next.follows !== 'line' || rightOf(line) + widthOfFirstWord(next.line) <= margin) return null;
  // An address, or a word longer than a line, breaks where it must.
  const isAddress =
    /(?:[/?&=_~@]|:\/\/\S*\.|\bwww\.\S*)$/.test(text.slice(-LONGEST_ADDRESS)) && /^[^\p{Lu}]/u.test(next.text);
  return isAddress || !text.includes(' ') ? '' : null;
}

function rightOf({ cells }: Line): number {
  return cells.at(-1)?.right ?? 0;
}

function widthOfFirstWord({ cells }: Line): number {
  const [first] = cells;
  if (!first) return 0;
  return ((first.right - first.left) * (/^\S+/.exec(first.text)?.[0].length ?? 0)) / first.text.length;
}

/** A paragraph may go on, also behind a page's end. */
function goesOn(above: Written, line: Written): boolean {
  return line.follows !== 'paragraph' && above.line.cells.length === 1 && above.text !== '';
}

/** Whether lines that end between words end in a space, as the program wrote them. */
function keepsSpaces(lines: readonly Written[]): boolean {
  let spaces = 0;
  let all = 0;
  for (const [index, line] of lines.slice(1).entries()) {
    const above = lines[index] as Written;
    if (line.follows !== 'line' || above.after === null || /[-/]$/.test(above.text)) continue;
    if (above.line.cells.length > 1 || line.line.cells.length > 1) continue;
    all++;
    if (above.after === 'space') spaces++;
  }
  return spaces > 0 && spaces >= all * KEEPS_SPACES;
}

/** The text with its line ends, and where its pages begin. */
function setOut(lines: readonly Written[], empty: readonly number[], count: number): Pick<Extracted, 'text' | 'pages'> {
  const pages: number[] = [];
  let text = '';
  const begin = () => {
    if (pages.length > 0) text += '\f';
    pages.push(text.length);
  };
  for (const line of lines) {
    if (line.follows === 'page') {
      while (empty.includes(pages.length)) begin();
      begin();
    } else if (line.follows === 'paragraph') text += '\n';
    if (line.text !== '') text += `${line.text}\n`;
  }
  while (pages.length < count) begin();
  return { text, pages };
}
