import { fold } from '../../text/folded';
import type { Letter } from '../letter';
import type { Part } from '../tree';

/**
 * The parts of two letters that do not say the same: white space, marks of headings and lists, the spelling of labels
 * and the form of quotation marks aside. Null where the letters do not even have the same parts.
 */
export function changedParts(a: Letter, b: Letter): readonly number[] | null {
  if (a.parts.length !== b.parts.length || a.unclosedComments.length !== b.unclosedComments.length) return null;
  if (a.parts.some(({ part }, index) => part.kind !== b.parts[index]?.part.kind)) return null;
  return a.parts.flatMap(({ part }, index) => {
    const other = b.parts[index]?.part;
    return other && contentOf(part) === contentOf(other) ? [] : [index];
  });
}

/** All that a part says, to be compared. */
function contentOf(part: Part): string {
  const fields = part.fields.map(({ printed, text }) => [printed, said(text.text)]);
  return JSON.stringify([headOf(part), fields, said(restOf(part)), commentsIn(part.text)]);
}

function headOf(part: Part): unknown {
  if (part.kind === 'header') return null;
  if (part.kind === 'section') {
    const { title, match } = part.heading;
    const isOurs = match?.spelling === 'exact';
    return [isOurs ? match.definition.heading : title, part.strayLabels.map(({ definition }) => definition.role)];
  }
  const { text, decision } = part.title;
  return [said(text.text), decision?.word ?? null, part.fields.map(({ definition }) => definition.role)];
}

/** What stands outside of heading, title and fields. */
function restOf(part: Part): string {
  const head = part.kind === 'section' ? [part.heading.span] : part.kind === 'item' ? [part.title.span] : [];
  const fields = part.fields.flatMap(({ label, labelRest, value, span }) => [label, labelRest ?? label, value, span]);
  const owned = [...head, ...fields].sort((x, y) => x.start - y.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of owned) {
    pieces.push(fold(part.text, at, Math.max(at, start)).text);
    at = Math.max(at, end);
  }
  pieces.push(fold(part.text, at).text);
  // The marks of headings and titles, and emphasis around labels.
  return pieces.map(piece => piece.replace(/(?:^| )[#*_]+$/, '')).join(' ');
}

function said(text: string): string {
  return text
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/(^| )(?:[*+](?= )|[\u2022\u25e6\u2023\u25aa\u25cf\u25cb] ?)/g, '$1- ')
    .replace(/\s+/g, ' ')
    .trim();
}

function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  let at = text.indexOf('<!--');
  while (at >= 0) {
    const end = text.indexOf('-->', at + 4);
    comments.push(end < 0 ? '' : text.slice(at, end));
    at = end < 0 ? -1 : text.indexOf('<!--', end);
  }
  return comments;
}
