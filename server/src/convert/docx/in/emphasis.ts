/** A stretch of a paragraph. Bold or italic by a named style is meant; set by hand, it may be how a label looks. */
export interface Segment {
  readonly text: string;
  readonly bold: 'style' | 'hand' | null;
  readonly italic: 'style' | 'hand' | null;
}

/** The text of a line, emphasis marked; labels, decisions and lines that are bold throughout are plain. */
export function marked(line: readonly Segment[]): string {
  const joined = joinAlike(line);
  const throughout = { bold: isBoldThroughout(joined), italic: wordsIn(joined).every(s => s.italic === 'hand') };
  return joined
    .map((segment, index) => {
      const before = joined[index - 1]?.text ?? '';
      const after = joined[index + 1]?.text ?? '';
      const atColon =
        segment.text.trimEnd().endsWith(':') || after.trimStart().startsWith(':') || before.trimEnd().endsWith(':');
      const isMarked = (how: 'style' | 'hand' | null, all: boolean) =>
        how === 'style' || (how === 'hand' && !all && !atColon);
      const width =
        (isMarked(segment.bold, throughout.bold) ? 2 : 0) + (isMarked(segment.italic, throughout.italic) ? 1 : 0);
      return withMarks(segment.text, width, before, after);
    })
    .join('');
}

export function isBoldThroughout(line: readonly Segment[]): boolean {
  return wordsIn(line).every(({ bold }) => bold === 'hand');
}

function wordsIn(line: readonly Segment[]): readonly Segment[] {
  return line.filter(({ text }) => text.trim() !== '');
}

export function plain(line: readonly Segment[]): string {
  return line.map(({ text }) => text).join('');
}

/** Word cuts runs for reasons of its own. White space looks like what stands before it. */
function joinAlike(line: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of line) {
    const last = joined.at(-1);
    if (last && (segment.text.trim() === '' || (last.bold === segment.bold && last.italic === segment.italic))) {
      joined[joined.length - 1] = { ...last, text: last.text + segment.text };
    } else {
      joined.push(segment);
    }
  }
  return joined;
}

/** Marks hug words and stand at a word's edge; within a word they would be asterisks. */
function withMarks(text: string, width: number, before: string, after: string): string {
  const words = text.trim();
  if (width === 0 || words === '') return text;
  const start = text.length - text.trimStart().length;
  const end = start + words.length;
  const cutsWord =
    (start === 0 && /[\p{L}\p{N}_*]$/u.test(before) && /^[\p{L}\p{N}]/u.test(words)) ||
    (end === text.length && /^[\p{L}\p{N}_*]/u.test(after));
  if (cutsWord) return text;
  const mark = '*'.repeat(width);
  return `${text.slice(0, start)}${mark}${words}${mark}${text.slice(end)}`;
}
