import type { Part } from '../language/tree';
import type { Span } from '../text/span';
import { movedEdit, type PartFinding } from './reports';
import type { ReportFix } from './rule';

/** What an edit did to a part: `[start, oldEnd)` of its text was replaced, and what stood behind moved by `moved`. */
export interface PartEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly moved: number;
}

export function editBetween({ text: before }: Part, { text: after }: Part): PartEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, oldEnd: before.length - tail, moved: after.length - before.length };
}

/** A finding of the part before the edit, in the part after it. What it stood on may be gone: then it is empty. */
export function movedBy(edit: PartEdit, found: PartFinding): PartFinding {
  return {
    ...found,
    span: movedSpan(edit, found.span),
    related: found.related.map(one => ('span' in one ? { ...one, span: movedSpan(edit, one.span) } : one)),
    fixes: () => found.fixes().flatMap(fix => movedFix(edit, fix)),
  };
}

function movedFix(edit: PartEdit, fix: ReportFix): ReportFix[] {
  // What the writer is typing over is no longer what the fix was made for.
  const isTypedOver = ({ start, end }: Span) => end >= edit.start && start <= edit.oldEnd;
  if (fix.edits.some(one => 'span' in one && isTypedOver(one.span))) return [];
  return [{ ...fix, edits: fix.edits.map(one => movedEdit(one, span => movedSpan(edit, span))) }];
}

export function movedSpan(edit: PartEdit, { start, end }: Span): Span {
  return { start: movedOffset(edit, start), end: movedOffset(edit, end) };
}

function movedOffset({ start, oldEnd, moved }: PartEdit, offset: number): number {
  if (offset <= start) return offset;
  return offset >= oldEnd ? offset + moved : start;
}
