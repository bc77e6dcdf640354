import { reviewedNames } from '../../facts/dateMeaning';
import { standsAt, wordsIn } from '../../facts/dateWords';
import type { Passage } from '../../facts/passages';
import type { Sentence } from '../../facts/sentence';
import type { CompiledProfile } from '../../profile/compiled';
import { t } from '../../words/translate';
import type { Context } from '../context';
import { datesOfPassage } from '../dateFacts';
import type { PartRule } from '../rule';

export const rule: PartRule = {
  id: 'missing-ur-decision',
  group: 'style',
  scope: 'part',
  severity: 'hint',
  summary: 'The summary does not say what was decided before, or when.',
  fix: 'none',
  check(part, context, report) {
    const name = context.profile.profile.reviewedDecision?.names[0];
    if (part.kind !== 'section' || part.sectionKind !== 'summary' || !name) return;
    const [passage] = context.passages(part);
    if (!passage || passage.text.text === '' || saysWhen(passage, context)) return;
    const lack = isTold(passage, context.profile)
      ? t('when the decision under review was made')
      : t('what was decided before, and when');
    report({
      span: part.heading.span,
      message: t(
        'The summary does not say {0}. A reader learns from it what is in dispute. Name it ("{1}"), with its outcome and its date.',
        lack,
        name,
      ),
    });
  },
};

/** A date of that decision, or the header's date of it. */
function saysWhen(passage: Passage, context: Context): boolean {
  const own = context.facts.denialDate?.iso;
  return datesOfPassage(passage, context).some(
    ({ fact }) => fact.meaning === 'denial' || (own !== undefined && fact.day?.iso === own),
  );
}

function isTold({ sentences }: Passage, profile: CompiledProfile): boolean {
  const aspect = namingOf(profile);
  return sentences.some(({ sentence }) => sentence.of(aspect));
}

/** Words for a refusal that are not about what a patient denies. */
const REFUSED = /\b(?:was|were|been) (?:previously )?denied\b|\bdenials?\b|\bnon-? ?certifi/i;

const aspects = new WeakMap<CompiledProfile, (sentence: Sentence) => boolean>();

/** The aspect that says whether a sentence names the decision under review. */
function namingOf(profile: CompiledProfile): (sentence: Sentence) => boolean {
  let aspect = aspects.get(profile);
  if (!aspect) {
    const { names, references } = reviewedNames(profile);
    const all = [...names, ...references];
    aspect = ({ text }) => {
      if (REFUSED.test(text)) return true;
      const words = wordsIn(text);
      return words.some((_, at) => all.some(name => standsAt(words, name, at)));
    };
    aspects.set(profile, aspect);
  }
  return aspect;
}
