import type { Field, ItemPart, Part, SectionPart } from '../language/tree';
import { commentAt, commentsIn, outside } from './comments';
import { headerBlocks } from './headerBlocks';
import { printedLabel } from './label';
import { type LineReading, textBlocks } from './paragraphs';
import type { PrintedBlock } from './printed';
import { cutRuns, Stretch } from './stretch';

/** How a part is printed: what of its letter that depends on. */
export interface PartReading {
  readonly doubleSpaced: boolean;
  /** A comment opens in the part and closes in the next one. */
  readonly commentGoesOn: boolean;
}

/** What a part prints; spans are relative to it. */
export function partBlocks(part: Part, { doubleSpaced, commentGoesOn }: PartReading): readonly PrintedBlock[] {
  const comments = commentsIn(part.text, commentGoesOn);
  const reading = { comments, emptyBlanks: doubleSpaced ? 1 : 0 };
  const last = comments.at(-1);
  const end = commentGoesOn && last ? last.start : part.text.length;
  if (part.kind === 'header') return headerBlocks(part, end, reading);
  const [head, headEnd] =
    part.kind === 'section' ? [headingBlocks(part), part.heading.span.end] : [titleBlocks(part), part.title.span.end];
  return [head, ...bodyBlocks(part, headEnd, end, reading)].flat();
}

function headingBlocks({ heading }: SectionPart): PrintedBlock[] {
  const { match, title, span } = heading;
  const words = match?.spelling === 'exact' ? match.definition.heading : title;
  return words === '' ? [] : [{ kind: 'heading', span, runs: cutRuns(words) }];
}

function titleBlocks({ text, title }: ItemPart): PrintedBlock[] {
  const { span, decision } = title;
  if (span.end === span.start) return [];
  const runs = new Stretch(text, span.start, span.end, title.text).runs();
  const word = decision?.match === 'exact' && decision.definition ? decision.definition.word : (decision?.word ?? '');
  const decided = cutRuns(word.replace(/\*/g, ''));
  return runs.length + decided.length > 0 ? [{ kind: 'title', span, runs, decision: decided }] : [];
}

/** The fields of a section or item, and the text between them. */
function bodyBlocks(part: SectionPart | ItemPart, start: number, end: number, reading: LineReading): PrintedBlock[][] {
  const { text } = part;
  const blocks: PrintedBlock[][] = [];
  let at = start;
  for (const field of part.fields) {
    blocks.push(between(text, at, lineStart(text, field.label.start), reading));
    blocks.push(fieldBlocks(field, text, end, reading));
    at = field.span.end;
  }
  blocks.push(between(text, at, end, reading));
  return blocks;
}

/** Text that is no field's. */
function between(text: string, from: number, to: number, reading: LineReading): PrintedBlock[] {
  const start = outside(from, reading.comments);
  return start < to ? textBlocks(new Stretch(text, start, to), reading) : [];
}

/** The label with the first paragraph of its value; what follows below are blocks of their own. */
function fieldBlocks(field: Field<unknown>, text: string, partEnd: number, reading: LineReading): PrintedBlock[] {
  const { value } = field;
  // A comment that begins in the value may end on the line of the next label.
  const open = commentAt(value.end - 1, reading.comments);
  const end = Math.min(open && open.end > value.end ? open.start : value.end, partEnd);
  const folded = end === value.end ? field.text : undefined;
  const [first, ...rest] = end > value.start ? textBlocks(new Stretch(text, value.start, end, folded), reading) : [];
  const label = printedLabel(field, text);
  if (first?.kind === 'paragraph') {
    const span = { start: field.label.start, end: first.span.end };
    return [{ kind: 'field', span, label, runs: first.runs }, ...rest];
  }
  const span = { start: field.label.start, end: field.label.end };
  return [{ kind: 'field', span, label, runs: [] }, ...(first ? [first] : []), ...rest];
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\n\r\f]/.test(text.charAt(at - 1))) at--;
  return at;
}
