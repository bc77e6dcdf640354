import type { Letter } from '../language/letter';
import type { Span } from '../text/span';
import { endOfLine } from './lineEdges';

/** A comment, in the letter's offsets. One that never closes ends with its line. */
export interface LetterComment {
  /** With its marks. */
  readonly span: Span;
  /** Between its marks. */
  readonly inner: Span;
  readonly closed: boolean;
}

/** The comments of the letter in order; they do not nest. Linear in the letter, and quick where there are none. */
export function commentsOf(letter: Letter): readonly LetterComment[] {
  let comments = known.get(letter);
  if (!comments) {
    comments = [...findComments(letter.source.text)];
    known.set(letter, comments);
  }
  return comments;
}

const known = new WeakMap<Letter, readonly LetterComment[]>();

function* findComments(text: string): Iterable<LetterComment> {
  let open = text.indexOf('<!--');
  const lastClose = open < 0 ? -1 : text.lastIndexOf('-->');
  while (open >= 0) {
    const from = open + 4;
    const closed = from <= lastClose;
    const to = closed ? text.indexOf('-->', from) : endOfLine(text, from);
    const end = closed ? to + 3 : to;
    yield { span: { start: open, end }, inner: { start: from, end: to }, closed };
    open = text.indexOf('<!--', end);
  }
}
