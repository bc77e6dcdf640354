import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { SentenceRule } from '../rule';

export const rule: SentenceRule = {
  id: 'stricter-standard',
  group: 'style',
  scope: 'sentence',
  places: ['rationale'],
  severity: 'hint',
  summary: 'A rationale that asks of a treatment to cure, where it is enough that it cures or relieves.',
  fix: 'none',
  check({ text }, { profile }, report) {
    const span = demandIn(text);
    const { standard } = profile.profile;
    // What a guideline says of cures is its own finding, not the measure of this decision.
    if (!span || GUIDELINE.test(text) || (standard !== null && text.includes(standard))) return;
    report({
      span,
      message: t(
        '"{0}" may ask too much: a treatment is necessary if it is reasonably required to cure or relieve, and need not cure. A decision by a stricter measure can be set aside. Say whether relief or function can be expected.',
        text.slice(span.start, span.end),
      ),
    });
  },
};

/** A quick look that spares most sentences the slow one. */
const MAY = /\b(?:cur(?:e|es|ed|ing|ative)\b|complete|full|total|permanent|definitive)/i;
const GUIDELINE = /\b(?:guidelines?|stud(?:y|ies)|literature|trials?|systematic review)\b/i;
const EITHER = /\bcur(?:e|es|ed|ing) ?(?:and|or|,|\/|and\/or) ?(?:or )?(?:to )?reliev/i;

const DENIED =
  /\b(?:no|not|never|unlikely|without|lacks?|lacking|fails?|failed|cannot|insufficient|absence|nor|doubtful|non-?curative|rather than|nothing|none|hardly)\b|n't\b/i;
const DEMANDED =
  /\b(?:must|should|required to|needs? to|ha[sd] to|have to|in order to|unless|only if|until|is expected to)\b/i;

const CURE = new RegExp(
  [
    '\\b(?:non-?)?curative\\b',
    '(?<=\\b(?:to|will|would|can|could|may|might|not|cannot|permanently|fully|ever) )cure\\b(?: (?:the|this|his|her|their|an?) \\w+)?',
    '\\b(?:lead|leads|leading|result|results|resulting) (?:to|in) (?:an? |the )?(?:complete|full|total|permanent|definitive) (?:\\w+ ){0,2}(?:recovery|cure|resolution|relief|improvement|restoration|healing)\\b',
    '\\b(?:provides?|achieves?|produces?|brings?|ensures?|guarantees?|offers?|yields?|promises?|causes?|giv(?:e|es)) (?:about )?(?:an? |the )?(?:complete|full|total|permanent|definitive) (?:\\w+ ){0,2}(?:recovery|cure|resolution|relief|improvement|restoration|healing)\\b',
    '\\b(?:complete|full|total|permanent) (?:\\w+ )?(?:recovery|cure|improvement) (?:is|are|was|can|could|will|would|may|might)\\b',
  ].join('|'),
  'i',
);

/** What is asked of a treatment beyond relief: denied of it, or demanded of it. */
function demandIn(text: string): Span | null {
  if (!MAY.test(text) || EITHER.test(text)) return null;
  const match = CURE.exec(text);
  if (!match || !(DENIED.test(text) || DEMANDED.test(text))) return null;
  return { start: match.index, end: match.index + match[0].length };
}
