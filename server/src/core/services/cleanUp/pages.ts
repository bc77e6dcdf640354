import type { TextEdit } from '../../text/span';
import { foldSpaces } from '../../text/words';
import { hasText, opensBlock, type TextLine } from './lines';

/** So many lines at the top and at the foot of a page may be the same on every page. */
const RUNNING_LINES = 3;
/** So many lines from the edge of a page they are looked for. */
const EDGE = 12;
/** The longest running line, in UTF-16 units. */
const LONGEST = 120;

export type FurnitureKind = 'pageNumber' | 'runningHead' | 'runningFoot';

/** By the index of the line. */
type Furniture = ReadonlyMap<number, FurnitureKind>;

const PAGE = /\bpage \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i;
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
  const furniture = new Map<number, FurnitureKind>();
  for (const [index, { line }] of lines.entries()) {
    if (isCandidate(line) && PAGE.test(foldSpaces(line.content).slice(-40))) furniture.set(index, 'pageNumber');
  }
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
  for (const { line, isFirst } of repeated(lines, tops)) if (!isFirst) furniture.set(line, 'runningHead');
  for (const { line } of repeated(lines, feet)) furniture.set(line, 'runningFoot');
  return furniture;
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

/** Lines that stand at this edge of more than one page, numbers aside. */
function repeated(lines: readonly TextLine[], edges: readonly (readonly number[])[]) {
  const seen = new Map<string, number[]>();
  for (const index of new Set(edges.flat())) {
    const words = foldSpaces(lines[index]?.line.content ?? '').replace(/\d+/g, '#');
    const found = seen.get(words);
    if (found) found.push(index);
    else seen.set(words, [index]);
  }
  return [...seen.values()]
    .filter(found => found.length > 1)
    .flatMap(found => found.map((line, index) => ({ line, isFirst: index === 0 })));
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
