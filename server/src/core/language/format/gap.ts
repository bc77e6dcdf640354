import { splitLines } from '../../text/lines';
import { isSpace } from '../../text/words';

/** The white space before a place. */
export interface Gap {
  readonly startsLine: boolean;
  /** Blank lines in it; what a page break leaves is none. */
  readonly blanks: number;
  readonly paged: boolean;
}

export function gapBefore(text: string, offset: number): Gap {
  let start = offset;
  while (start > 0 && isSpace(text.charCodeAt(start - 1))) start--;
  const lines = splitLines(text.slice(start, offset));
  const between = lines.slice(1, -1);
  return {
    startsLine: start === 0 || lines.length > 1,
    blanks: between.filter(({ terminator }) => !terminator.includes('\f')).length,
    paged: lines.some(({ terminator }) => terminator.includes('\f')),
  };
}
