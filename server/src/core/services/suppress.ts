import type { Letter } from '../language/letter';
import { lineAt } from '../language/letterText';
import type { TextEdit } from '../text/span';

const NEXT_LINE = /<!--\s{0,20}letter-disable-next-line\s{1,20}([a-z][a-z-]{0,60})/;

/** The comment that switches a rule off for the line that holds `offset`. */
export function suppressOnNextLine(letter: Letter, offset: number, rule: string): TextEdit {
  const { lines, starts } = letter.source;
  const index = lineAt(letter.source, offset);
  const above = lines[index - 1];
  const known = above && NEXT_LINE.exec(above.content);
  if (known) {
    const at = (starts[index - 1] ?? 0) + known.index + known[0].length;
    return insertion(at, `, ${rule}`);
  }
  return insertion(starts[index] ?? 0, `<!-- letter-disable-next-line ${rule} -->${lineEnd(letter)}`);
}

/** The comment, at the top of the letter, that switches a rule off. */
export function suppressInFile(letter: Letter, rule: string): TextEdit {
  const at = letter.source.text.startsWith('\ufeff') ? 1 : 0;
  return insertion(at, `<!-- letter-disable-file ${rule} -->${lineEnd(letter)}`);
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** The line end that the letter uses. */
function lineEnd({ source }: Letter): string {
  const line = source.lines.find(each => each.terminator !== '' && !each.terminator.includes('\f'));
  return line?.terminator ?? '\n';
}
