import { t } from '../../words/translate';
import type { SentenceRule } from '../rule';

export const rule: SentenceRule = {
  id: 'necessity-scope',
  group: 'style',
  scope: 'sentence',
  places: ['rationale'],
  severity: 'hint',
  summary: 'A rationale that speaks of causation, coverage or cost: the review decides medical necessity alone.',
  fix: 'none',
  check({ text }, _context, report) {
    if (!MAY.test(text)) return;
    for (const { pattern, what, isQuoted } of TOPICS) {
      const match = pattern.exec(text);
      if (!match || (isQuoted && SOURCE.test(text))) continue;
      report({
        span: { start: match.index, end: match.index + match[0].length },
        message: t(
          '{0} is not what this review decides: it is about medical necessity alone. If the decision rests on this, it can be set aside. Give the medical reason, and leave this out unless it is told only as history.',
          what(),
        ),
      });
    }
  },
};

interface Topic {
  readonly what: () => string;
  readonly pattern: RegExp;
  /** Guidelines and studies speak of it too, and may be quoted. */
  readonly isQuoted: boolean;
}

/** A quick look that spares most sentences the slow one. */
const MAY =
  /industrial|work.?related|caus|compensab|apportion|accepted|AOE|arising out|related|cover|benefit|excluded|insurance|cost|expens|cheap|price/i;

/** A guideline, a study or a recommendation speaks. */
const SOURCE = /\b(?:guidelines?|stud(?:y|ies)|literature|evidence|recommend(?:s|ed|ation)?|trials?)\b/i;

const INJURY =
  '(?:industrial|work|accepted|claimed|compensable|occupational)[ -](?:injur(?:y|ies)|accident|claim|exposure|incident)';
const PLAN = '(?:plan|policy|insurance|insurer|carrier|coverage|contract)';

const TOPICS: readonly Topic[] = [
  {
    what: () => t('Whether the condition comes from work (causation)'),
    isQuoted: false,
    pattern: new RegExp(
      [
        '\\bnot (?:\\w+ )?(?:an? )?(?:industrial|industrially|work[ -]related|occupationally)(?: related)?\\b',
        '\\bnon[ -]?(?:industrial(?:ly)?|work[ -]related|occupational)\\b',
        '\\bAOE ?/ ?COE\\b',
        '\\barising out of (?:and in the course of )?(?:the )?employment\\b',
        '\\b(?:industrial |medical |legal |the issue of |question of )causation\\b',
        `\\b(?:not|un)(?: \\w+)? ?(?:causally |directly |clearly )?related to (?:the |this |his |her |their )?${INJURY}\\b`,
        `\\b(?:relatedness|causal (?:relation(?:ship)?|connection|link|nexus)|causally (?:related|connected)) (?:to|with|between) (?:the |this |his |her |their )?${INJURY}\\b`,
      ].join('|'),
      'i',
    ),
  },
  {
    what: () => t('Which conditions the claim takes in (compensability, apportionment)'),
    isQuoted: false,
    pattern: new RegExp(
      [
        '\\b(?:non-?|not )?compensab(?:le|ility)\\b',
        '\\bapportion(?:ment|ed)\\b',
        '\\bnot (?:an? |the |been |yet )?accepted (?:as |by |as part of )?(?:an? |the )?(?:body part|claim|condition|injury|part)s?\\b',
        '\\b(?:condition|body part|injury|claim)s? (?:is|are|was|were|has|have)(?: been)? (?:not|never)(?: been)? accepted\\b',
        '\\b(?:outside|not part|beyond)(?: of)? the (?:accepted|compensable|industrial) (?:claim|injury|body parts?)\\b',
      ].join('|'),
      'i',
    ),
  },
  {
    what: () => t('What a plan or a policy pays for (coverage)'),
    isQuoted: false,
    pattern: new RegExp(
      [
        '\\b(?:not|non)[ -](?:an? )?(?:covered|eligible) (?:benefit|service|expense|item)s?\\b',
        `\\bnot (?:be )?covered (?:by|under) (?:the |this |his |her |their |an? )?(?:\\w+ )?${PLAN}\\b`,
        `\\bexcluded (?:from|under|by) (?:the |this |his |her |their )?(?:\\w+ )?${PLAN}\\b`,
        '\\b(?:benefit|coverage|policy) (?:exclusion|limit|limitation)s?\\b',
        '\\binsurance coverage\\b',
      ].join('|'),
      'i',
    ),
  },
  {
    what: () => t('What the treatment costs'),
    isQuoted: true,
    pattern: new RegExp(
      [
        '\\b(?:due to|because of|given|considering|in view of|based on|owing to) (?:the |its |their )?(?:\\w+ ){0,2}(?:costs?|expense|price)\\b',
        '\\b(?:too|so|very|more|unduly|prohibitively|overly) (?:costly|expensive)\\b',
        '\\b(?:cheaper|less (?:costly|expensive)|lower[ -]cost)\\b',
        '\\b(?:high|excessive|unreasonable|prohibitive|considerable) costs?\\b',
        '\\bcosts? (?:is|are|was|were|of (?:the|this) \\w+ (?:is|are)) (?:too|un\\w+|excessive|high)\\b',
      ].join('|'),
      'i',
    ),
  },
];
