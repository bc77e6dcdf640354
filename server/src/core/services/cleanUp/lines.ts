import { hasText, type LetterLine, letterLine } from '../../language/letterLine';
import type { CompiledProfile } from '../../profile/compiled';
import { splitLines } from '../../text/lines';

/** A line of a text that is cleaned up, and where it begins. */
export interface TextLine {
  readonly line: LetterLine;
  readonly start: number;
  /** Where its content ends. */
  readonly end: number;
}

export function textLines(text: string, profile: CompiledProfile): readonly TextLine[] {
  let at = 0;
  return splitLines(text).map(source => {
    const start = at;
    at += source.content.length + source.terminator.length;
    return { line: letterLine(source, profile), start, end: start + source.content.length };
  });
}

/** Whether the line begins something of its own: a heading, a title, a label. */
export function opensBlock(line: LetterLine): boolean {
  return line.heading !== null || line.itemMark >= 0 || line.itemLabel !== null || line.sectionLabel !== null;
}

export { hasText };
