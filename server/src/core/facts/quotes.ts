import type { Span } from '../text/span';

/** What stands between quotation marks in a sentence, and what the sentence leaves open. */
export interface Quotes {
  readonly spans: readonly Span[];
  /** A mark is opened here and not closed. */
  readonly opens: boolean;
  /** A mark is closed that was opened before. */
  readonly closes: boolean;
}

const NONE: Quotes = { spans: [], opens: false, closes: false };

/** The quoted stretches of a sentence; one that began before it starts at 0, one that goes on ends with the text. Linear. */
export function quotesIn(text: string): Quotes {
  if (!/["\u201c\u201d]/.test(text)) return NONE;
  const spans: Span[] = [];
  let open = -1;
  let closes = false;
  for (const { 0: mark, index } of text.matchAll(/["\u201c\u201d]/g)) {
    // Inches.
    if (mark === '"' && open < 0 && /\d/.test(text[index - 1] ?? '')) continue;
    if (mark === '\u201c' || (mark === '"' && open < 0 && /^$|[\s([]/.test(text[index - 1] ?? ''))) {
      if (open < 0) open = index;
    } else if (open >= 0) {
      spans.push({ start: open, end: index + 1 });
      open = -1;
    } else {
      if (spans.length === 0) spans.push({ start: 0, end: index + 1 });
      closes = true;
    }
  }
  if (open >= 0) spans.push({ start: open, end: text.length });
  return { spans, opens: open >= 0, closes };
}

/** The quoted stretches of a sentence. */
export function quotesOf({ text }: { readonly text: string }): Quotes {
  return quotesIn(text);
}
