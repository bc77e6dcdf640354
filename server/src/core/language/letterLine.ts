import type { CompiledProfile } from '../profile/compiled';
import type { SourceLine } from '../text/lines';
import { endsSentence, isSpace } from '../text/words';
import { type LineComments, lineComments } from './lineComments';
import { type LineMarks, leadingSpaces, readMarks } from './lineMarks';
import { type DecisionMatch, matchDecision } from './names';

/**
 * A line and all that can be said of it without its neighbours. Made once, kept by identity for as long as the line is
 * not edited.
 */
export interface LetterLine extends SourceLine, LineMarks {
  readonly length: number;
  /** The content with comments blanked, so that offsets stay. */
  readonly plain: string;
  readonly blank: boolean;
  /** Nothing but a page break. */
  readonly pageBreak: boolean;
  readonly commentOnly: boolean;
  /** A comment opens that does not close on the line. */
  readonly opensComment: boolean;
  /** Behind the first `-->`, or -1: where a comment opened on an earlier line ends. */
  readonly commentEnd: number;
  readonly endsSentence: boolean;
  /** What follows the line's last colon, as a decision; null if it is none, nor close to one. */
  readonly decision: DecisionMatch['match'] | null;
  /** The whole line is a decision: the last line of a title. */
  readonly decisionAlone: boolean;
  readonly endsInColon: boolean;
}

/** The most characters that a decision has, and its colon. */
const LONGEST_DECISION = 41;

export function letterLine(source: SourceLine, profile: CompiledProfile): LetterLine {
  return readLine(source, lineComments(source.content), profile);
}

const inComments = new WeakMap<LetterLine, LetterLine>();

/** The line as it reads where a comment opened above it: all of it up to its first `-->` is comment. */
export function lineInComment(line: LetterLine, profile: CompiledProfile): LetterLine {
  let read = inComments.get(line);
  if (!read) {
    const { content, commentEnd } = line;
    read = readLine(line, lineComments(content, commentEnd < 0 ? content.length : commentEnd), profile);
    inComments.set(line, read);
  }
  return read;
}

function readLine({ content, terminator }: SourceLine, comments: LineComments, profile: CompiledProfile): LetterLine {
  const { plain } = comments;
  const from = leadingSpaces(plain);
  const to = trailingEdge(plain, from);
  const isEmpty = from >= to;
  const isPaged = terminator.includes('\f');
  const colon = isEmpty ? -1 : plain.indexOf(':', from);
  const last = colon < 0 ? -1 : plain.lastIndexOf(':', to - 1);
  const decision =
    last >= 0 && to - last <= LONGEST_DECISION ? matchDecision(plain.slice(last + 1, to), profile) : null;
  const decided = decision?.match ?? null;
  const marks = readMarks({ plain, from, to, commented: comments.any, colon, decision: decided }, profile);
  return {
    content,
    terminator,
    length: content.length + terminator.length,
    plain,
    blank: isEmpty && !comments.any && !isPaged,
    pageBreak: isEmpty && !comments.any && isPaged,
    commentOnly: isEmpty && comments.any,
    opensComment: comments.opens,
    commentEnd: comments.firstEnd,
    heading: marks.heading,
    itemMark: marks.itemMark,
    itemLabel: marks.itemLabel,
    sectionLabel: marks.sectionLabel,
    endsSentence: !isEmpty && endsSentence(plain),
    decision: decided,
    decisionAlone:
      colon < 0 && !isEmpty && to - from < LONGEST_DECISION && matchDecision(plain.slice(from, to), profile) !== null,
    endsInColon: last >= 0 && last === to - 1,
  };
}

/** Whether the line holds text that is read: not blank, no mere page break or comment. */
export function hasText(line: LetterLine | undefined): line is LetterLine {
  return line !== undefined && !line.blank && !line.pageBreak && !line.commentOnly;
}

function trailingEdge(text: string, from: number): number {
  let i = text.length;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
