import type { Span } from '../../server/src/core/text/span';

/**
 * A letter of a fixture: `⟪` and `⟫` stand around what must be flagged, `‸` where the cursor is. They are taken out of
 * the text; ranges come in the order of their starts.
 */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly Span[];
  readonly cursors: readonly number[];
}

export function readMarked(source: string): Marked {
  let text = '';
  const open: number[] = [];
  const ranges: Span[] = [];
  const cursors: number[] = [];
  for (const character of source) {
    if (character === '⟪') open.push(text.length);
    else if (character === '‸') cursors.push(text.length);
    else if (character === '⟫') {
      const start = open.pop();
      if (start === undefined) throw new Error('A marker closes that was not opened');
      ranges.push({ start, end: text.length });
    } else text += character;
  }
  if (open.length > 0) throw new Error('A marker opens that is not closed');
  ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, ranges, cursors };
}
