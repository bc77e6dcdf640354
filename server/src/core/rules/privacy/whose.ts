import type { Place } from '../../facts/passages';
import type { Identifier } from '../../privacy/identifiers';

/**
 * Whether the name or number is the reviewer's, as far as its place tells: the summary speaks of those who treated, the
 * section on how the decision was made of the reviewer. A guideline line names authors.
 */
export function isReviewers({ kind, isSignature }: Identifier, place: Place): boolean {
  if (kind === 'physician') return place === 'howMade' || (isSignature === true && place !== 'summary');
  return (kind === 'licence' || kind === 'signature') && place !== 'summary';
}

/** Whether such names stand in this place by right. */
export function isAuthors({ kind }: Identifier, place: Place): boolean {
  return place === 'guidelineLine' && ['physician', 'signature', 'likelyPerson', 'record'].includes(kind);
}
