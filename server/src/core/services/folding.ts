import type { Letter } from '../language/letter';
import type { Part } from '../language/tree';
import type { Span } from '../text/span';

/** What can be folded: the text of `span`, but for its first line. */
export interface Fold {
  readonly kind: 'section' | 'item' | 'field' | 'comment' | 'region';
  readonly span: Span;
}

const REGION = /<!--\s{0,20}#?(region|endregion)\b/;

/** Sections with their items, items, values of fields, comments over several lines, and regions between comments. */
export function letterFolds(letter: Letter): Fold[] {
  const folds: Fold[] = [];
  for (const [index, { start, part }] of letter.parts.entries()) {
    if (part.kind === 'section') folds.push({ kind: 'section', span: { start, end: sectionEnd(letter, index) } });
    if (part.kind === 'item') folds.push({ kind: 'item', span: { start, end: start + textEnd(part) } });
    for (const field of part.fields) {
      folds.push({ kind: 'field', span: { start: start + field.span.start, end: start + field.span.end } });
    }
  }
  return [...folds, ...comments(letter), ...regions(letter)];
}

/** Where the last item of the section ends, or the section itself. */
function sectionEnd(letter: Letter, index: number): number {
  let last = index;
  while (letter.parts[last + 1]?.part.kind === 'item') last++;
  const placed = letter.parts[last];
  return placed ? placed.start + textEnd(placed.part) : 0;
}

function textEnd(part: Part): number {
  return part.text.trimEnd().length;
}

/** Comments that run over several lines. */
function comments({ source, unclosedComments }: Letter): Fold[] {
  const unclosed = new Set(unclosedComments);
  const folds: Fold[] = [];
  let open: number | null = null;
  for (const [index, line] of source.lines.entries()) {
    const start = source.starts[index] ?? 0;
    if (open !== null && line.commentEnd >= 0) {
      folds.push({ kind: 'comment', span: { start: open, end: start + line.commentEnd } });
      open = null;
    }
    if (open === null && line.opensComment && !unclosed.has(index)) open = start;
  }
  return folds;
}

/** What stands between comments that say `region` and `endregion`; an unmatched one is left alone. */
function regions({ source }: Letter): Fold[] {
  const open: number[] = [];
  const folds: Fold[] = [];
  for (const [index, line] of source.lines.entries()) {
    // A line without a comment is its own plain text.
    if (line.plain === line.content) continue;
    const match = REGION.exec(line.content);
    if (!match) continue;
    const start = source.starts[index] ?? 0;
    if (match[1] === 'region') open.push(start);
    else {
      const from = open.pop();
      if (from !== undefined) folds.push({ kind: 'region', span: { start: from, end: start + line.content.length } });
    }
  }
  return folds;
}
