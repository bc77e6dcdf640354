import type { TextEdit } from '../../text/span';
import { foldSpaces } from '../../text/words';
import { hasText, opensBlock, type TextLine } from './lines';

/** So many lines at the top and at the foot of a page may be the same on every page. */
const RUNNING_LINES = 3;
/** They stand on at least this share of the pages, and on two. */
const SHARE = 0.4;
/** So many lines from the edge of a page they are looked for. */
const EDGE = 12;
/** The longest running line, in UTF-16 units. */
const LONGEST = 120;

export type FurnitureKind = 'pageNumber' | 'runningHead' | 'runningFoot';

/** By the index of the line. */
type Furniture = ReadonlyMap<number, FurnitureKind>;

/** A line that counts the pages; one that does not say of how many may as well be the end of a line of text. */
const PAGE = /\bpage \d{1,4}( ?(?:of|\/) ?\d{1,4})?$/i;
/** The longest of them that is one on its own, in UTF-16 units. */
const SHORT = 60;
const NUMBER = /^(?:[-\u2013\u2014] ?)?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-\u2013\u2014])?$/;

/**
 * Takes out what belongs to the pages of a printed letter: page numbers, running heads and feet, page breaks. The first
 * head stays: it may be the letter's own. A sentence that a page broke goes on.
 */
export function pageEdits(lines: readonly TextLine[], lineEnd: string): TextEdit[] {
  const furniture = furnitureOf(lines);
  const edits: TextEdit[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { line } = lines[i] as TextLine;
    // A page break ends the line before the run that it begins.
    if (!furniture.has(i) && !line.terminator.includes('\f') && !line.pageBreak) continue;
    const first = furniture.has(i) || line.pageBreak ? textAbove(lines, i, furniture) : i;
    let next = i + 1;
    while (next < lines.length && (furniture.has(next) || !isWritten(lines[next]))) next++;
    edits.push(runEdit(lines, first, next, lineEnd));
    i = next - 1;
  }
  return edits.filter(({ span, text }) => span.end > span.start || text !== '');
}

/** What stands between two lines of text becomes a line end, or a blank line where a sentence or a block ends. */
function runEdit(lines: readonly TextLine[], above: number, below: number, lineEnd: string): TextEdit {
  const before = lines[above];
  const after = lines[below];
  const start = before?.end ?? 0;
  if (!after) return { span: { start, end: lines.at(-1)?.end ?? start }, text: before ? lineEnd : '' };
  if (!before) return { span: { start, end: after.start }, text: '' };
  const isBroken = !before.line.endsSentence && !opensBlock(after.line) && !before.line.heading;
  return { span: { start, end: after.start }, text: isBroken ? lineEnd : lineEnd + lineEnd };
}

function textAbove(lines: readonly TextLine[], from: number, furniture: Furniture): number {
  let at = from - 1;
  while (at >= 0 && (furniture.has(at) || !isWritten(lines[at]))) at--;
  return at;
}

function isWritten(line: TextLine | undefined): boolean {
  return line !== undefined && (line.line.commentOnly || hasText(line.line));
}

/** The lines that are page numbers, running heads or feet. */
export function furnitureOf(lines: readonly TextLine[]): Furniture {
  const furniture = new Map<number, FurnitureKind>(pageNumbers(lines).map(index => [index, 'pageNumber']));
  const breaks = lines.flatMap(({ line }, index) =>
    line.terminator.includes('\f') || furniture.has(index) ? [index] : [],
  );
  if (breaks.length === 0) return furniture;
  const tops = [0, ...breaks.map(index => index + 1)].map(index => edge(lines, index, 1, furniture));
  const feet = [...breaks, lines.length - 1].map(index => edge(lines, index, -1, furniture));
  for (const [page, top] of tops.entries()) {
    for (const index of top.slice(0, 1)) if (isNumber(lines[index]) && page > 0) furniture.set(index, 'pageNumber');
  }
  for (const foot of feet) {
    for (const index of foot.slice(0, 1)) if (isNumber(lines[index])) furniture.set(index, 'pageNumber');
  }
  const pages = Math.max(lines.filter(({ line }) => line.terminator.includes('\f')).length, furniture.size);
  for (const same of repeated(lines, tops, furniture, pages)) {
    for (const index of same.slice(1)) furniture.set(index, 'runningHead');
  }
  for (const same of repeated(lines, feet, furniture, pages)) {
    for (const index of same) furniture.set(index, 'runningFoot');
  }
  return furniture;
}

/** The lines that count the pages: alone, of how many, or with the same words more than once. */
function pageNumbers(lines: readonly TextLine[]): number[] {
  const bySameWords = new Map<string, { index: number; isSure: boolean; text: string }[]>();
  for (const [index, { line }] of lines.entries()) {
    if (!isCandidate(line)) continue;
    const text = foldSpaces(line.content);
    const page = PAGE.exec(text.slice(-40));
    if (!page) continue;
    const isSure = text.length <= SHORT && (page[1] !== undefined || page[0].length === text.length);
    const words = text.replace(/\d+/g, '#');
    const same = bySameWords.get(words);
    if (same) same.push({ index, isSure, text });
    else bySameWords.set(words, [{ index, isSure, text }]);
  }
  return [...bySameWords.values()].flatMap(same => {
    // A page counts on; text that comes again has the numbers it had.
    const isCount = same.length > 1 && new Set(same.map(({ text }) => text)).size === same.length;
    return same.filter(({ isSure }) => isSure || isCount).map(({ index }) => index);
  });
}

/** The lines at an edge of a page, from the edge inwards. */
function edge(lines: readonly TextLine[], from: number, step: 1 | -1, numbers: Furniture): number[] {
  const found: number[] = [];
  for (let steps = 0; steps < EDGE && found.length < RUNNING_LINES; steps++) {
    const at = from + steps * step;
    const line = lines[at];
    if (!isWritten(line) || numbers.has(at)) continue;
    if (!line || !isCandidate(line.line)) break;
    found.push(at);
  }
  return found;
}

function isNumber(line: TextLine | undefined): boolean {
  return line !== undefined && NUMBER.test(foldSpaces(line.line.content));
}

/**
 * The lines that stand at this edge of the pages again and again, numbers aside, with nothing else between them and the
 * edge; each with those of the other pages that are the same.
 */
function repeated(
  lines: readonly TextLine[],
  edges: readonly (readonly number[])[],
  known: Furniture,
  pages: number,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  const wordsAt = (index: number) => foldSpaces(lines[index]?.line.content ?? '').replace(/\d+/g, '#');
  for (const index of new Set(edges.flat())) {
    const group = groups.get(wordsAt(index));
    if (group) group.push(index);
    else groups.set(wordsAt(index), [index]);
  }
  const comesAgain = (index: number) =>
    (groups.get(wordsAt(index))?.length ?? 0) >= Math.max(2, pages * SHARE) && !goesOn(lines, index);
  const atEdge = new Set<number>();
  for (const edge of edges) {
    for (const index of edge) {
      if (!known.has(index) && !comesAgain(index)) break;
      if (!known.has(index)) atEdge.add(index);
    }
  }
  return [...groups.values()].map(group => group.filter(index => atEdge.has(index)));
}

/** A line that begins in the middle of a sentence carries on what stands above it. */
function goesOn(lines: readonly TextLine[], index: number): boolean {
  return /^\s*[a-z]/.test(lines[index]?.line.plain ?? '');
}

/** What the letter itself consists of is no running line; neither is a sentence. */
function isCandidate(line: TextLine['line']): boolean {
  return (
    hasText(line) &&
    !opensBlock(line) &&
    line.decision === null &&
    !line.endsSentence &&
    !line.content.includes('--') &&
    line.content.length <= LONGEST
  );
}
