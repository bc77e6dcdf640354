import type { Passage } from '../../facts/passages';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import { type Strength, strengthsOf } from '../../facts/strengths';
import type { Vocabulary } from '../../vocabulary/schema';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { ItemRule, Reporter } from '../rule';
import { portionsIn } from '../structure/portions';
import { requestWordsOf } from './requestWords';
import { isOfSameDrug, isOtherStrength } from './strengthPairs';

export const rule: ItemRule = {
  id: 'dose-conflict',
  group: 'consistency',
  scope: 'item',
  severity: 'warning',
  summary:
    'The strength of a drug differs between the title and the request as the rationale states it, or inside the title.',
  fix: 'offered',
  check(_item, context, report) {
    const strengths = sentenceOf(context.title.text.text, context.vocabulary).of(strengthsOf);
    if (strengths.length === 0) return;
    checkTitle(strengths, context, report);
    const rationale = context.passage('rationale');
    if (rationale) checkRationale(strengths, rationale, context, report);
  },
};

/** The strengths that a sentence says are requested. */
function requestedStrengthsOf(sentence: Sentence): readonly Strength[] {
  const strengths = sentence.of(strengthsOf);
  if (strengths.length === 0) return strengths;
  const words = sentence.of(requestWordsOf);
  return strengths.filter(({ span, perDay }) => !perDay && words.some(w => span.start >= w.start && span.end <= w.end));
}

function checkRationale(titled: readonly Strength[], rationale: Passage, context: ItemContext, report: Reporter): void {
  const { title, vocabulary } = context;
  for (const { start, sentence } of rationale.sentences) {
    for (const said of sentence.of(requestedStrengthsOf)) {
      const own = conflicting(said, titled, vocabulary);
      if (!own) continue;
      const span = rationale.text.source(start + said.span.start, start + said.span.end);
      const written = title.text.text.slice(own.span.start, own.span.end);
      report({
        span,
        message: t(
          'This strength is not that of the title ({0}). The decision must be clear about what it decides on. Correct the one that is wrong.',
          written,
        ),
        related: [
          { span: title.text.source(own.span.start, own.span.end), message: t('The title gives this strength.') },
        ],
        fixes: () => [
          { title: t('Replace by "{0}", as in the title', written), safe: false, edits: [{ span, text: written }] },
        ],
      });
    }
  }
}

/** The strength that the title gives the same drug, where it gives it none that fits; else null. */
function conflicting(said: Strength, titled: readonly Strength[], vocabulary: Vocabulary): Strength | null {
  const own = titled.filter(one => isOfSameDrug(one, said, vocabulary) && isComparable(one, said));
  return own.every(one => isOtherStrength(one, said)) ? (own[0] ?? null) : null;
}

function isComparable(a: Strength, b: Strength): boolean {
  return !a.perDay && !b.perDay && (a.unit === b.unit || a.unit === null || b.unit === null);
}

/** Portions of one request are of one strength; so are a name and the one in brackets behind it. */
function checkTitle(strengths: readonly Strength[], context: ItemContext, report: Reporter): void {
  const { title, vocabulary } = context;
  const portions = portionsIn(title.text.text, context.profile);
  for (const [index, second] of strengths.entries()) {
    const first = strengths
      .slice(0, index)
      .find(one => isComparable(one, second) && isOfSameDrug(one, second, vocabulary));
    if (!first || !isOtherStrength(first, second)) continue;
    const between = title.text.text.slice(first.span.end, second.span.start);
    const isRepeated = /^[^,;()]{0,20}\((?!\d)[^,;()]{3,60}$/.test(between);
    if (!(portions ? isOnePerPortion(strengths, first, context) : isRepeated)) continue;
    report({
      span: title.text.source(second.span.start, second.span.end),
      message: t(
        'The title gives the same drug two strengths. The decision counts for what is printed here. Correct the one that is wrong.',
      ),
      related: [{ span: title.text.source(first.span.start, first.span.end), message: t('Here it is another one.') }],
      fixes: () => [fixOf(first, second, context), fixOf(second, first, context)],
    });
    return;
  }
}

/** Whether each portion of the title names one strength of the drug, so that no two were requested. */
function isOnePerPortion(
  strengths: readonly Strength[],
  first: Strength,
  { title, profile, vocabulary }: ItemContext,
): boolean {
  const portions = portionsIn(title.text.text, profile);
  const same = strengths.filter(one => one.unit === first.unit && isOfSameDrug(one, first, vocabulary));
  const counts = [portions?.original, portions?.authorised, portions?.remaining].map(
    portion => portion && same.filter(({ span }) => span.start >= portion.start && span.end <= portion.end).length,
  );
  return counts.every(count => count === null || count === undefined || count === 1);
}

/** Writes the strength `right` also where `wrong` stands. */
function fixOf(right: Strength, wrong: Strength, { title }: ItemContext) {
  const text = title.text.text.slice(right.span.start, right.span.end);
  const span = title.text.source(wrong.span.start, wrong.span.end);
  return {
    title: t('Replace "{0}" by "{1}"', title.text.text.slice(wrong.span.start, wrong.span.end), text),
    safe: false,
    edits: [{ span, text }],
  };
}
