import type { Part } from '../language/tree';
import type { Folded } from '../text/folded';
import { isLineEnd } from '../text/words';

/**
 * Where in a text of the part its paragraphs begin, in the text's own offsets. Of a text that is pasted with an empty line
 * behind each line, lines that carry on a sentence begin none.
 */
export function paragraphsIn(part: Part, text: Folded): number[] {
  const whole = text.source(0, text.text.length);
  const starts: number[] = [];
  // A field's first line begins with its label.
  let before = startOfLine(part.text, whole.start) - whole.start;
  for (const { kind, span } of part.blocks) {
    if (kind === 'blank' || span.start <= whole.start || span.start >= whole.end) continue;
    const start = text.at(span.start);
    if (!carriesOn(text.text, before, start)) starts.push(start);
    before = start;
  }
  return starts;
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

/** A line that was broken by a program is about this long; a shorter one ends where its writer ended it. */
const BROKEN_LINE = 60;

/** Whether the line from `before` ends at `start` within a sentence. */
function carriesOn(text: string, before: number, start: number): boolean {
  if (start - before < BROKEN_LINE) return false;
  return (
    !/[.?!:;]["'\u201d\u2019)\]]{0,3} ?$/.test(text.slice(start - 6, start)) &&
    !/^[-\u2022*]|^\d{1,2}[.)]/.test(text.slice(start, start + 3))
  );
}
