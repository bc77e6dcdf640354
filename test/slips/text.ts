/** UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stood at `start` to `end` gives way to `text`. */
export interface Edit extends Span {
  readonly text: string;
}

export interface Match extends Span {
  readonly groups: readonly string[];
}

/** The text on one line, with single spaces. */
export function flat(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** The matches of a global expression in a stretch of the text; a space of the expression stands for any white space. */
export function matches(text: string, span: Span, expression: RegExp): Match[] {
  const source = expression.source.replace(/\[(?:\\.|[^\]])*\]| /g, part =>
    part === ' ' ? '(?:\\s+)' : part.replaceAll(' ', '\\s'),
  );
  const flags = expression.flags.includes('g') ? expression.flags : `${expression.flags}g`;
  return [...text.slice(span.start, span.end).matchAll(new RegExp(source, flags))].map(match => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
    groups: match.map(group => group ?? ''),
  }));
}

/** Where words stand, whatever white space is between them. */
export function findWords(text: string, span: Span, words: string): Match[] {
  return matches(text, span, new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'gi'));
}

/** Without white space at either end. */
export function trimmed(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const from = start + (inner.length - inner.trimStart().length);
  return { start: Math.min(from, end), end: Math.max(from, start + inner.trimEnd().length) };
}

/** Sentences, cut simply: after a full stop before white space and a capital or a figure. */
export function sentencesOf(text: string, span: Span): Span[] {
  const cuts = matches(text, span, /[.?!]["”)]?\s+(?=["“(]?[A-Z0-9])/g).map(match => match.end);
  const starts = [span.start, ...cuts];
  return starts
    .map((start, i) => trimmed(text, { start, end: starts[i + 1] ?? span.end }))
    .filter(s => s.end > s.start);
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Edits must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Where an offset of the text before the edits stands after them; what was replaced becomes one place. */
export function newPlace(offset: number, edits: readonly Edit[], side: 'start' | 'end'): number {
  let shift = 0;
  for (const edit of inOrder(edits)) {
    if (edit.end < offset || (edit.end === offset && (side === 'end' || edit.start < edit.end))) {
      shift += edit.text.length - (edit.end - edit.start);
    } else if (edit.start < offset) {
      return edit.start + shift + (side === 'end' ? edit.text.length : 0);
    }
  }
  return offset + shift;
}

/** Where an offset of the text after the edits stood before them. */
export function oldPlace(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const edit of inOrder(edits)) {
    const start = edit.start + shift;
    if (offset < start) break;
    if (offset < start + edit.text.length) return edit.start;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset - shift;
}

export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
