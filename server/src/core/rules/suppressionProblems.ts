import { distance } from 'fastest-levenshtein';
import type { Letter } from '../language/letter';
import { lineAt } from '../language/letterText';
import type { Span } from '../text/span';
import { t } from '../words/translate';
import type { Fix } from './rule';
import { type SuppressedName, type SuppressionComment, suppressionKinds } from './suppressionComments';

/** What is wrong with a comment that speaks to the checks. */
export interface SuppressionProblem {
  readonly span: Span;
  readonly message: string;
  readonly fixes: () => readonly Fix[];
}

export function unknownRule(
  letter: Letter,
  comment: SuppressionComment,
  name: SuppressedName,
  ids: readonly string[],
): SuppressionProblem {
  return {
    span: name.span,
    message: t(
      'There is no rule "{0}", so this comment suppresses nothing. See the list of rules for its name.',
      name.id,
    ),
    fixes: () => [...didYouMean(name.id, name.span, ids), removal(letter, comment, name)],
  };
}

export function suppressesNothing(
  letter: Letter,
  comment: SuppressionComment,
  name: SuppressedName,
): SuppressionProblem {
  return {
    span: name.span,
    message: t(
      'This comment suppresses nothing: "{0}" finds nothing here. Delete it, so that it does not hide a later slip.',
      name.id,
    ),
    fixes: () => [removal(letter, comment, name)],
  };
}

export function enablesNothing(letter: Letter, comment: SuppressionComment, name: SuppressedName): SuppressionProblem {
  return {
    span: name.span,
    message: t('This comment changes nothing: no "letter-disable" above switches "{0}" off. Delete it.', name.id),
    fixes: () => [removal(letter, comment, name)],
  };
}

export function namesNoRule(letter: Letter, comment: SuppressionComment): SuppressionProblem {
  return {
    span: comment.span,
    message: t(
      'This comment names no rule, so it changes nothing. Name one: "letter-{0} rule-id: reason".',
      comment.word,
    ),
    fixes: () => [deletion(letter, comment)],
  };
}

export function unknownKind(comment: SuppressionComment): SuppressionProblem {
  const known = suppressionKinds.map(kind => `letter-${kind}`).join(', ');
  return {
    span: comment.wordSpan,
    message: t('There is no "letter-{0}", so this comment changes nothing. There are: {1}.', comment.word, known),
    fixes: () => didYouMean(comment.word, comment.wordSpan, suppressionKinds),
  };
}

function didYouMean(word: string, span: Span, words: readonly string[]): Fix[] {
  let best: string | null = null;
  let fewest = 4;
  for (const candidate of words) {
    const slips = distance(word, candidate);
    if (slips < fewest) {
      best = candidate;
      fewest = slips;
    }
  }
  return best === null ? [] : [{ title: t('Replace by "{0}"', best), safe: false, edits: [{ span, text: best }] }];
}

/** Takes the id out of its comment, and the comment out of the letter where it names no other. */
function removal(letter: Letter, comment: SuppressionComment, name: SuppressedName): Fix {
  const index = comment.names.indexOf(name);
  const before = comment.names[index - 1];
  const after = comment.names[index + 1];
  if (!before && !after) return deletion(letter, comment);
  const span = before
    ? { start: before.span.end, end: name.span.end }
    : { start: name.span.start, end: after?.span.start ?? name.span.end };
  return { title: t('Remove "{0}"', name.id), safe: false, edits: [{ span, text: '' }] };
}

/** Deletes the comment, and its lines where nothing else stands on them. */
function deletion(letter: Letter, { span }: SuppressionComment): Fix {
  const { lines, starts, text } = letter.source;
  const first = starts[lineAt(letter.source, span.start)] ?? 0;
  const last = lineAt(letter.source, span.end);
  const lastEnd = (starts[last] ?? 0) + (lines[last]?.content.length ?? 0);
  const alone = text.slice(first, span.start).trim() === '' && text.slice(span.end, lastEnd).trim() === '';
  const terminator = lines[last]?.terminator ?? '';
  // A page break behind the comment is no part of it.
  const whole = { start: first, end: lastEnd + (terminator.includes('\f') ? 0 : terminator.length) };
  return { title: t('Delete this comment'), safe: false, edits: [{ span: alone ? whole : span, text: '' }] };
}
