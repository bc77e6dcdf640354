import { isWordCharacter } from '../../text/words';
import { gapBefore } from './gap';
import { tokensIn } from './tokens';

/**
 * What parts a piece from the one before it: nothing, a space, a place where the writer's line ends within a paragraph, a
 * line end that stays, a blank line.
 */
export type Separator = 'none' | 'space' | 'soft' | 'line' | 'block';

/** A stretch of the formatted letter that holds no white space to be changed. */
export interface Piece {
  readonly before: Separator;
  /** The stretch of the source that it stands for; an empty one at -1 where it stands for none. */
  readonly start: number;
  readonly end: number;
  /** What is written for it; null where it is copied. */
  readonly text: string | null;
  /** A line may be broken before it, where a space stands there. */
  readonly mayWrap: boolean;
  /** The line that it begins is meant to be read as a heading, title, label, list line or comment. */
  readonly opens: boolean;
}

export function copied(before: Separator, { start, end }: { readonly start: number; readonly end: number }): Piece {
  return { before, start, end, text: null, mayWrap: false, opens: false };
}

/** Words that the source does not have so. */
export function written(before: Separator, text: string, start = -1, end = start): Piece {
  return { before, start, end, text, mayWrap: false, opens: true };
}

/** The words of `text[start..end)` for one line. */
export function joinedPieces(text: string, start: number, end: number): Piece[] {
  let last = -1;
  return tokensIn(text, start, end).map(token => {
    const isJoined = last >= 0 && gapBefore(text, token.start).startsLine && endsInHyphen(text, last);
    last = token.end;
    return copied(isJoined ? 'none' : 'space', token);
  });
}

/** Whether a hyphen within a word stands before `end`: where a line ends with it, the next one carries the word on. */
export function endsInHyphen(text: string, end: number): boolean {
  return text.charCodeAt(end - 1) === 45 && isWordCharacter(text.charCodeAt(end - 2));
}
