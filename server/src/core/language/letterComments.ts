import type { CompiledProfile } from '../profile/compiled';
import { type LetterLine, lineInComment } from './letterLine';

/** The lines of a letter once the comments that span lines are known. */
export interface ReadComments {
  /** As they read: those that stand in a comment, wholly or at their start, are replaced. */
  readonly lines: readonly LetterLine[];
  /** Lines whose comment never closes; it ends with its line. */
  readonly unclosed: readonly number[];
}

/** One pass over the lines of a letter that has comments open at the end of a line. */
export function readComments(lines: readonly LetterLine[], profile: CompiledProfile): ReadComments {
  const lastEnd = lines.findLastIndex(line => line.commentEnd >= 0);
  const unclosed: number[] = [];
  let read: LetterLine[] | null = null;
  for (let i = 0; i < lines.length; i++) {
    if (!(read ?? lines)[i]?.opensComment) continue;
    if (lastEnd <= i) {
      unclosed.push(i);
      continue;
    }
    read ??= lines.slice();
    let end = i;
    do {
      end++;
      read[end] = lineInComment(lines[end] as LetterLine, profile);
    } while ((lines[end]?.commentEnd ?? 0) < 0);
    // The line that ends the comment is looked at again: it may open the next one.
    i = end - 1;
  }
  return { lines: read ?? lines, unclosed };
}
