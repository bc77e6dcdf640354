import { disputedOf } from '../../facts/disputed';
import type { Passage } from '../../facts/passages';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import { termsOf } from '../../facts/terms';
import { type Course, courseAt } from '../../facts/treatmentCourse';
import type { Part } from '../../language/tree';
import type { Span } from '../../text/span';
import type { TermMatch } from '../../vocabulary/matcher';
import { t } from '../../words/translate';
import type { Context } from '../context';
import type { PartRule, Reporter } from '../rule';
import { GUIDES, type Lack, lacksOf } from './lacks';
import { isConservative, isInstance, isOfParts, treatmentReports } from './treatmentPairs';

export const rule: PartRule = {
  id: 'no-documentation-conflict',
  group: 'consistency',
  scope: 'part',
  sees: ['case'],
  severity: 'information',
  summary: 'The records are said not to show a treatment or test that the summary reports, or the other way round.',
  fix: 'none',
  check(part, context, report) {
    for (const passage of context.passages(part)) {
      const isSummary = passage.place === 'summary';
      if (!isSummary && passage.place !== 'rationale') continue;
      for (const { start, sentence } of passage.sentences) {
        const place = { passage, start, part };
        for (const lack of sentence.of(isSummary ? ownLacksOf : lacksOf)) checkLack(lack, place, context, report);
        if (!isSummary) checkClaims(sentence.of(claimsOf), place, context, report);
      }
    }
  },
};

interface Place {
  readonly passage: Passage;
  /** Where the sentence begins. */
  readonly start: number;
  readonly part: Part;
}

/** Of a sentence of the summary that tells what others decided, and why, nothing counts. */
function ownLacksOf(sentence: Sentence): readonly Lack[] {
  return REFUSALS.test(sentence.text) ? [] : sentence.of(lacksOf);
}

const REFUSALS =
  /\b(?:den(?:y|ied|ial)|certif\w*|utili[sz]ation|determination|determined|request\w*|review(?:ed|er)?)\b/i;

/** What is said against what the summary reports. */
function said(course: Lack['course']): string {
  const words: Readonly<Record<Lack['course'], string>> = {
    had: t('The records are said not to show this, but the summary reports that it took place.'),
    helped: t('The records are said not to show that this helped, but the summary reports that it did.'),
    failed: t('The records are said not to show that this failed, but the summary reports that it did.'),
    denied: t('This is said not to have taken place, but the summary reports that it did.'),
    tried: t(
      'The records are said not to show that this was tried and failed, but the summary reports that it took place.',
    ),
  };
  return words[course];
}

function advice(): string {
  return t(
    'A decision that rests on a fact which the records contradict may be set aside. Read both, and say exactly what the records show.',
  );
}

/** What the summary may report against what is said to be missing. */
const FITS: Readonly<Record<Lack['course'], readonly Course[]>> = {
  had: ['had', 'helped', 'failed'],
  denied: ['had', 'helped', 'failed'],
  helped: ['helped'],
  failed: ['failed'],
  tried: ['had', 'failed'],
};

function checkLack(lack: Lack, { passage, start, part }: Place, context: Context, report: Reporter): void {
  const { vocabulary } = context;
  const named = lack.bodyParts.map(({ id }) => id);
  const parts = named.length > 0 ? named : partsOf(part, context);
  const against = treatmentReports(context.case).find(said => {
    const { course } = said.fact;
    if (course === null || !FITS[lack.course].includes(course)) return false;
    const isMeant =
      lack.treatments.length === 0
        ? isConservative(said, vocabulary)
        : lack.treatments.some(one => isInstance(said, one, vocabulary));
    return isMeant && isOfParts(said, parts, vocabulary);
  });
  if (!against) return;
  report({
    span: placeOf(lack.span, passage, start),
    message: `${said(lack.course)} ${advice()}`,
    related: [{ caseFact: against.index, message: t('The summary reports it here.') }],
  });
}

/** The treatments that a sentence of a rationale says the worker has had; what guidelines say is left out. */
function claimsOf(sentence: Sentence): readonly TermMatch[] {
  if (GUIDES.test(sentence.text)) return [];
  return sentence.of(termsOf).filter(({ kind, start, end }) => {
    const course = kind === 'bodyPart' ? null : courseAt(sentence, start, end);
    return course !== null && course !== 'none';
  });
}

function checkClaims(
  claims: readonly TermMatch[],
  { passage, start, part }: Place,
  context: Context,
  report: Reporter,
): void {
  const { vocabulary } = context;
  for (const claim of claims) {
    const own = treatmentReports(context.case).filter(said => isInstance(said, claim, vocabulary));
    const denied = own.find(said => isOfParts(said, partsOf(part, context), vocabulary));
    if (!denied || own.some(({ fact }) => fact.course !== 'none')) continue;
    report({
      span: placeOf(claim, passage, start),
      message: t('This is said to have taken place, but the summary reports that it did not. {0}', advice()),
      related: [{ caseFact: denied.index, message: t('The summary denies it here.') }],
    });
    return;
  }
}

/** Ids of the body parts that the item is about. */
function partsOf(part: Part, { vocabulary }: Context): readonly string[] {
  return part.kind === 'item' ? sentenceOf(part.title.text.text, vocabulary).of(disputedOf).parts : [];
}

function placeOf({ start, end }: Span, passage: Passage, at: number): Span {
  return passage.text.source(at + start, at + end);
}
