import type { Place } from '../../facts/passages';
import type { Sentence } from '../../facts/sentence';
import { type Identifier, identifiersOf } from '../../privacy/identifiers';
import { withoutOverlaps } from '../../privacy/overlaps';
import { numbersBehind } from '../../privacy/recordNumber';
import { type SafeHarborIdentifier, safeHarborIdentifiersOf } from '../../privacy/safeHarbor';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { SentenceContext } from '../context';
import type { Fix, SentenceRule } from '../rule';
import { isCaseNumber, recordLabels } from './numbers';
import { isAuthors, isReviewers } from './whose';
import { type IdentifierWords, identifierWords, insteadOfNames, redacted, safeHarborWords } from './words';

interface Problem extends Span {
  readonly words: IdentifierWords;
  /** The first of the texts that may stand in its place. */
  readonly first?: string | null;
  readonly isListed?: true;
}

export const rule: SentenceRule = {
  id: 'personal-identifier',
  group: 'privacy',
  scope: 'sentence',
  places: ['header', 'howMade', 'summary', 'section', 'title', 'guidelineLine', 'rationale', 'loose'],
  severity: 'error',
  summary: 'Something by which the worker or a provider can be identified: a number, an address, a name.',
  fix: 'offered',
  check(sentence, context, report) {
    for (const { start, end, words, first, isListed } of problemsIn(sentence, context)) {
      const { what, why, atMost } = words;
      const named = isListed
        ? t('This is {0}.', what())
        : atMost
          ? t('This may be {0}.', what())
          : t('This looks like {0}.', what());
      report({
        span: { start, end },
        message: t('{0} {1} Take it out, or write "{2}" in its place.', named, why(), redacted),
        ...(atMost && { atMost }),
        fixes: () => replacements({ start, end }, first ?? null, words, context),
      });
    }
  },
};

function problemsIn(sentence: Sentence, context: SentenceContext): Problem[] {
  const { place, policy } = context;
  const found: Problem[] = listed(sentence, context);
  for (const identifier of sentence.of(identifiersOf)) {
    const { kind, start, end } = identifier;
    if (isReviewers(identifier, place) || isAuthors(identifier, place)) continue;
    if (kind === 'record' && isCaseNumber(sentence.text.slice(start, end), context.profile)) continue;
    found.push({ start, end, words: identifierWords[kind] });
  }
  const labels = recordLabels(context.profile);
  if (labels) {
    for (const { span } of numbersBehind(sentence.text, labels)) found.push({ ...span, words: identifierWords.record });
  }
  if (policy === 'safe-harbor') {
    for (const identifier of sentence.of(safeHarborIdentifiersOf)) {
      if (!countsIn(place, identifier)) continue;
      const { start, end, kind, instead } = identifier;
      found.push({ start, end, words: safeHarborWords[kind], first: instead });
    }
  }
  return found.length > 1 ? withoutOverlaps(found) : found;
}

/** Names of the workspace's list, each with the title before it. */
function listed(sentence: Sentence, { names }: SentenceContext): Problem[] {
  if (!names) return [];
  const identifiers = sentence.of(identifiersOf);
  return names.namesIn(sentence.text).map(({ role, start, end }) => {
    const around = identifiers.find(one => isName(one) && one.start <= start && end <= one.end);
    const words = {
      what: () => t("a name on the workspace's list"),
      why: () => t('Letters are read by anyone, and it tells who the letter is about.'),
      instead: insteadOfNames[role],
    };
    return { start: around?.start ?? start, end: around?.end ?? end, words, isListed: true };
  });
}

function isName({ kind }: Identifier): boolean {
  return kind === 'person' || kind === 'likelyPerson' || kind === 'physician' || kind === 'signature';
}

/** Guidelines have dates and addresses of their own; a rationale cites them. */
function countsIn(place: Place, { kind }: SafeHarborIdentifier): boolean {
  if (place === 'guidelineLine' || place === 'howMade') return kind === 'device' || kind === 'computer';
  return kind !== 'webAddress' || place === 'summary' || place === 'header' || place === 'loose';
}

function replacements(
  span: Span,
  first: string | null,
  { instead = [] }: IdentifierWords,
  context: SentenceContext,
): Fix[] {
  const person = context.profile.profile.privacy?.person ?? 'the patient';
  const own = instead.map(text => text.replace('{person}', person));
  return [...(first === null ? [] : [first]), ...own, redacted].map(words => {
    const text = span.start === 0 ? capital(words) : words;
    return { title: t('Write "{0}"', text), safe: false, edits: [{ span, text }] };
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
