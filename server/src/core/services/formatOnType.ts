import type { Letter } from '../language/letter';
import { lineAt } from '../language/letterText';
import type { Span, TextEdit } from '../text/span';
import { isSpace } from '../text/words';

/** What was typed: a line's end, or the colon of a label. */
export type TypedCharacter = '\n' | ':';

/**
 * What is put right while a letter is typed: labels get the profile's capitals and spaces; a line that was left loses the
 * spaces at its end, and a heading gets its mark. `offset` is behind what was typed.
 */
export function formatOnType(letter: Letter, offset: number, typed: TypedCharacter): readonly TextEdit[] {
  const { lines, starts } = letter.source;
  const index = lineAt(letter.source, offset) - (typed === '\n' ? 1 : 0);
  const line = lines[index];
  if (!line || line.content.includes('--')) return [];
  const start = starts[index] ?? 0;
  const span = { start, end: start + line.content.length };
  const labels = labelEdits(letter, typed === ':' ? { start: offset - 1, end: offset } : span);
  return typed === ':' ? labels : [...headingEdit(letter, span), ...labels, ...spaceAtEnd(line.content, start)];
}

/** Labels whose colon stands in `span`, misspelt ones aside. */
function labelEdits(letter: Letter, span: Span): TextEdit[] {
  const placed = letter.parts.findLast(({ start }) => start <= span.start);
  if (!placed) return [];
  const { part, start } = placed;
  return part.fields.flatMap(({ label, labelRest, printed, spelling }) => {
    const at = { start: start + label.start, end: start + label.end };
    const isThere = at.end >= span.start && at.end < span.end && letter.source.text.charAt(at.end) === ':';
    if (!isThere || labelRest || spelling !== 'exact' || part.text.slice(label.start, label.end) === printed) return [];
    return [{ span: at, text: printed }];
  });
}

function headingEdit({ sections }: Letter, span: Span): TextEdit[] {
  const section = sections.findLast(({ start }) => start <= span.start);
  const heading = section?.part.heading;
  if (!section || !heading || section.start !== span.start || heading.marked) return [];
  if (heading.match?.spelling !== 'exact') return [];
  const end = section.start + heading.span.end;
  return [{ span: { start: span.start, end }, text: `# ${heading.match.definition.heading}` }];
}

function spaceAtEnd(content: string, start: number): TextEdit[] {
  let end = content.length;
  while (end > 0 && isSpace(content.charCodeAt(end - 1))) end--;
  return end === content.length || end === 0
    ? []
    : [{ span: { start: start + end, end: start + content.length }, text: '' }];
}
