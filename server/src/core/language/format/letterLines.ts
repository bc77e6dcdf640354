import type { Letter } from '../letter';
import { readComments } from '../letterComments';
import type { LetterLine } from '../letterLine';
import { lineAt } from '../letterText';
import { isDoubleSpaced, tallyLines } from '../tally';

/** The lines of a letter as they read. */
export interface LetterLines {
  readonly text: string;
  /** Blank lines that part no paragraphs: one in text that comes with an empty line behind every line. */
  readonly emptyBlanks: number;
  /** The line that holds an offset. */
  at(offset: number): LetterLine;
  /** The offset; behind the comment where it stands within one that ends on a later line. */
  outside(offset: number): number;
}

export function linesOf({ source, profile }: Letter): LetterLines {
  const { lines, unclosed } =
    source.opening > 0 ? readComments(source.lines, profile) : { lines: source.lines, unclosed: [] };
  const never = new Set(unclosed);
  return {
    text: source.text,
    emptyBlanks: isDoubleSpaced(tallyLines(lines)) ? 1 : 0,
    at: offset => lines[lineAt(source, offset)] as LetterLine,
    outside(offset) {
      const index = lineAt(source, offset);
      const open = source.text.lastIndexOf('<!--', offset - 1);
      if (!lines[index]?.opensComment || never.has(index) || open < (source.starts[index] ?? 0)) return offset;
      const close = source.text.indexOf('-->', open + 4) + 3;
      return Math.max(offset, close);
    },
  };
}
