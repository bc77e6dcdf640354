import type { LineIndex } from '../../core/output/lineIndex';
import type { Span } from '../../core/text/span';
import { type Colors, visible } from '../terminal';

/** How much of a line a frame shows, in characters. */
const WIDTH = 100;
const ELLIPSIS = '...';

/**
 * The line on which the span begins, the span underlined:
 *
 *        |
 *     12 | ## A title without a decision
 *        |    ^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Of a long line only the surroundings of the span are shown; of a span over several lines the first.
 */
export function codeFrame(lines: LineIndex, span: Span, colors: Colors, mark: (text: string) => string): string {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  const line = lines.line(start.line);
  const spanEnd = end.line === start.line ? end.character : line.length;
  const from = Math.max(0, Math.min(start.character - WIDTH / 4, line.length - WIDTH));
  const to = Math.min(line.length, from + WIDTH);
  const before = (from > 0 ? ELLIPSIS : '') + shownText(line.slice(from, start.character));
  const marked = shownText(line.slice(start.character, Math.min(spanEnd, to)));
  const after = shownText(line.slice(Math.min(spanEnd, to), to)) + (to < line.length ? ELLIPSIS : '');
  const carets = '^'.repeat(Math.max(1, columns(marked)));
  const number = String(start.line + 1);
  const gutter = colors.dim(`${' '.repeat(number.length)} |`);
  return [
    gutter,
    `${colors.dim(`${number} |`)} ${(before + marked + after).trimEnd()}`,
    `${gutter} ${' '.repeat(columns(before))}${mark(carets)}`,
  ].join('\n');
}

/** A tab takes one column, so that the carets stand below what they mean. */
function shownText(text: string): string {
  return visible(text).replaceAll('\t', ' ');
}

/** The columns that a terminal gives to the text: a surrogate pair is one character, a combining mark takes no room. */
function columns(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}
