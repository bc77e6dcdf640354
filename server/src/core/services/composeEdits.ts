import { applyEdits, type TextEdit } from '../text/span';

/**
 * `first` and then `second` as edits of the text before both. The edits of either do not overlap; the spans of `second`
 * count in `middle`, the text that `first` makes.
 */
export function composeEdits(
  first: readonly TextEdit[],
  second: readonly TextEdit[],
  middle: string,
): readonly TextEdit[] {
  const early = placed(first);
  const late = [...second].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const composed: TextEdit[] = [];
  /** How much longer the middle text is than the first, up to where the composed edits have come. */
  let growth = 0;
  let i = 0;
  let j = 0;
  while (i < early.length || j < late.length) {
    // Edits that touch in the middle text become one.
    const from = Math.min(early[i]?.start ?? Number.POSITIVE_INFINITY, late[j]?.span.start ?? Number.POSITIVE_INFINITY);
    let end = from;
    const growthBefore = growth;
    const inside: TextEdit[] = [];
    for (;;) {
      const one = early[i];
      const other = late[j];
      if (one && one.start <= end) {
        end = Math.max(end, one.end);
        growth += one.growth;
        i++;
      } else if (other && other.span.start <= end) {
        end = Math.max(end, other.span.end);
        inside.push({ ...other, span: { start: other.span.start - from, end: other.span.end - from } });
        j++;
      } else break;
    }
    composed.push({
      span: { start: from - growthBefore, end: end - growth },
      text: applyEdits(middle.slice(from, end), inside),
    });
  }
  return composed;
}

/** Where each edit's text stands in the text that the edits make. */
function placed(edits: readonly TextEdit[]): { start: number; end: number; growth: number }[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, text }) => {
      const start = span.start + shift;
      const growth = text.length - (span.end - span.start);
      shift += growth;
      return { start, end: start + text.length, growth };
    });
}
