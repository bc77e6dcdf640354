import { fold } from '../text/folded';
import type { Span } from '../text/span';
import { isSpace } from '../text/words';
import type { LineLabel } from './lineMarks';
import type { Field } from './tree';

/** The span without the white space at its ends; an empty one stays at its start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  if (start === end) return { start: span.start, end: span.start };
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The field whose label stands on the line that starts at `lineStart`, its value running to `end`. */
export function labelledField<T>(text: string, lineStart: number, label: LineLabel<T>, end: number): Field<T> {
  const labelSpan = { start: lineStart + label.start, end: lineStart + label.end };
  const value = trimSpan(text, { start: lineStart + label.valueStart, end });
  return {
    definition: label.definition,
    spelling: label.spelling,
    printed: label.printed,
    label: labelSpan,
    labelRest: null,
    value,
    span: { start: labelSpan.start, end: Math.max(value.end, lineStart + label.valueStart) },
    text: fold(text, value.start, value.end),
  };
}
