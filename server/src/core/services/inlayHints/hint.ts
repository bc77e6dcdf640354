import type { Span } from '../../text/span';
import type { HoverCard } from '../hover';

/** Something shown in the text that is no part of it. */
export interface Hint {
  /** What stands on a cited page; how long after the injury a date is; that an edition was not in force. */
  readonly kind: 'page' | 'injury' | 'edition';
  /** It stands behind this offset. */
  readonly offset: number;
  readonly label: string;
  /** Set apart from the text by a space. */
  readonly apart: boolean;
  /** What it is about, to be made only when asked for. */
  readonly card: () => HoverCard;
}

/** Whether a hint at the end of the span can be shown in the range. */
export function endsIn(span: Span, range: Span): boolean {
  return span.end >= range.start && span.end <= range.end;
}
