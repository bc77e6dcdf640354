import type { Letter } from '../language/letter';
import { lineAt } from '../language/letterText';
import type { Span } from '../text/span';
import { commentsOf, type LetterComment } from './comments';

/** What a comment asks of the checks, by the word behind `letter-`. */
export const suppressionKinds = ['disable-next-line', 'disable-file', 'disable', 'enable'] as const;
export type SuppressionKind = (typeof suppressionKinds)[number];

/** A comment such as `<!-- letter-disable-next-line rule-id, rule-id: reason -->`; spans are offsets in the letter. */
export interface SuppressionComment {
  /** Null where the word behind `letter-` is none of those known. */
  readonly kind: SuppressionKind | null;
  /** The word behind `letter-`, as written. */
  readonly word: string;
  readonly wordSpan: Span;
  readonly span: Span;
  readonly names: readonly SuppressedName[];
}

/** The id of a rule as a comment names it. */
export interface SuppressedName {
  readonly id: string;
  readonly span: Span;
}

const OPENING = /^\s{0,20}letter-((?:dis|en)able[a-z-]{0,40})/;
/** How much of a comment is looked at: its reason may be as long as it likes. */
const READ = 600;

/** The comments of the letter that speak to the checks, in order. */
export function suppressionComments(letter: Letter): SuppressionComment[] {
  const found: SuppressionComment[] = [];
  for (const comment of commentsOf(letter)) {
    const read = readComment(letter.source.text, comment);
    if (read) found.push(read);
  }
  return found;
}

function readComment(text: string, { span, inner }: LetterComment): SuppressionComment | null {
  const words = text.slice(inner.start, Math.min(inner.end, inner.start + READ));
  const match = OPENING.exec(words);
  const word = match?.[1];
  if (!match || !word) return null;
  const listStart = match[0].length;
  const wordEnd = inner.start + listStart;
  const colon = words.indexOf(':', listStart);
  return {
    kind: suppressionKinds.find(kind => kind === word) ?? null,
    word,
    wordSpan: { start: wordEnd - word.length, end: wordEnd },
    span,
    names: readNames(words.slice(listStart, colon < 0 ? undefined : colon), wordEnd),
  };
}

function readNames(list: string, listStart: number): SuppressedName[] {
  const names: SuppressedName[] = [];
  let at = listStart;
  for (const piece of list.split(',')) {
    const id = piece.trim();
    const start = at + piece.length - piece.trimStart().length;
    if (id !== '') names.push({ id, span: { start, end: start + id.length } });
    at += piece.length + 1;
  }
  return names;
}

/** For each comment that speaks of the next line: the first one below it that holds more than blanks and comments. */
export function nextTextLines(letter: Letter, comments: readonly SuppressionComment[]): Map<SuppressionComment, Span> {
  const { lines, starts, text } = letter.source;
  const unclosed = new Set(letter.unclosedComments);
  const found = new Map<SuppressionComment, Span>();
  // From the last to the first: a comment above another one goes for the same line, and need not look for it again.
  let below = { line: lines.length, next: lines.length };
  for (const comment of comments.toReversed()) {
    if (comment.kind !== 'disable-next-line') continue;
    const line = lineAt(letter.source, comment.span.end);
    let next = line + 1;
    while (next < lines.length) {
      if (next === below.line && lines[next]?.commentOnly) {
        next = below.next;
        break;
      }
      const here = lines[next];
      if (!here?.blank && !here?.pageBreak && !here?.commentOnly) break;
      if (here.opensComment && !unclosed.has(next)) next = commentEnd(letter, next);
      next++;
    }
    below = { line, next };
    const start = starts[next] ?? text.length;
    found.set(comment, { start, end: start + (lines[next]?.content.length ?? 0) });
  }
  return found;
}

/** The line on which the comment that opens on line `line` ends. */
function commentEnd(letter: Letter, line: number): number {
  let at = line + 1;
  while (at < letter.source.lines.length && (letter.source.lines[at]?.commentEnd ?? -1) < 0) at++;
  return at;
}
