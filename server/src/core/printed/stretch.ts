import { type Emphasis, emphasisIn } from '../text/emphasis';
import { type Folded, fold } from '../text/folded';
import type { Run } from './printed';

/** `[[…]]`, at most this long and not across another one; a line of underscores. */
const PLACEHOLDER = /\[\[[^[\]]{0,400}\]\]|_{3,}/g;

/** A stretch of a part that is printed: its words, and what of them looks different. */
export class Stretch {
  readonly folded: Folded;
  private emphases: readonly (readonly Emphasis[])[] | null = null;

  /** `folded` is what the parser made of `source[start..end)`, where it did. */
  constructor(
    readonly source: string,
    readonly start: number,
    readonly end: number,
    folded?: Folded,
  ) {
    this.folded = folded ?? fold(source, start, end);
  }

  /** The words between two offsets of the folded text, white space at their ends excluded. */
  runs(from = 0, to = this.folded.text.length): readonly Run[] {
    const words = this.folded.text.slice(from, to);
    const start = from + words.length - words.trimStart().length;
    return cutRuns(words.trim(), this.emphasisIn(start, from + words.trimEnd().length), start);
  }

  /** Emphasised stretches of the folded text that touch `[from, to)`. */
  private emphasisIn(from: number, to: number): readonly Emphasis[] {
    this.emphases ??= this.allEmphasis();
    return this.emphases.flatMap(ofWidth => {
      const first = firstEndingBehind(ofWidth, from);
      let end = first;
      while (end < ofWidth.length && (ofWidth[end] as Emphasis).start < to) end++;
      return ofWidth.slice(first, end);
    });
  }

  /** By width: those of the same width are in order, and apart from each other. */
  private allEmphasis(): readonly (readonly Emphasis[])[] {
    const source = this.source.slice(this.start, this.end);
    if (!source.includes('*')) return [];
    const found = emphasisIn(source).map(({ start, end, width }) => ({
      start: this.folded.at(this.start + start + width),
      end: this.folded.at(this.start + end - width),
      width,
    }));
    return [1, 2, 3].map(width => found.filter(each => each.width === width)).filter(list => list.length > 0);
  }
}

function firstEndingBehind(emphases: readonly Emphasis[], offset: number): number {
  let low = 0;
  let high = emphases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((emphases[middle] as Emphasis).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words as runs; the emphasis is placed in a text in which they begin at `at`. */
export function cutRuns(words: string, emphasis: readonly Emphasis[] = [], at = 0): readonly Run[] {
  if (words === '') return [];
  const placeholders =
    words.includes('[[') || words.includes('___')
      ? [...words.matchAll(PLACEHOLDER)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }))
      : [];
  if (placeholders.length === 0 && emphasis.length === 0) return [{ text: words }];
  const styles: readonly Styled[] = [
    ...placeholders.map(span => ({ ...span, style: 'placeholder' as const })),
    ...emphasis.flatMap(({ start, end, width }): Styled[] => [
      ...(width === 2 ? [] : [{ start: start - at, end: end - at, style: 'emphasis' as const }]),
      ...(width === 1 ? [] : [{ start: start - at, end: end - at, style: 'strong' as const }]),
    ]),
  ];
  return styledRuns(words, styles);
}

interface Styled {
  readonly start: number;
  readonly end: number;
  readonly style: 'strong' | 'emphasis' | 'placeholder';
}

/** One pass over the places where a style begins or ends. */
function styledRuns(words: string, styles: readonly Styled[]): Run[] {
  const edges = styles.flatMap(({ start, end, style }) => [
    { at: Math.max(0, start), by: 1, style },
    { at: Math.min(words.length, end), by: -1, style },
  ]);
  edges.push({ at: words.length, by: 0, style: 'strong' });
  edges.sort((a, b) => a.at - b.at);
  const open = { strong: 0, emphasis: 0, placeholder: 0 };
  const runs: Run[] = [];
  let from = 0;
  for (const { at, by, style } of edges) {
    if (at > from) {
      runs.push({
        text: words.slice(from, at),
        ...(open.strong > 0 && { strong: true }),
        ...(open.emphasis > 0 && { emphasis: true }),
        ...(open.placeholder > 0 && { placeholder: true }),
      });
      from = at;
    }
    open[style] += by;
  }
  return runs;
}
