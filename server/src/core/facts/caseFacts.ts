import type { Letter } from '../language/letter';
import type { SectionPart } from '../language/tree';
import type { CompiledProfile } from '../profile/compiled';
import type { Day } from '../text/dates';
import type { Span } from '../text/span';
import type { TermMatch } from '../vocabulary/matcher';
import type { Vocabulary } from '../vocabulary/schema';
import { agesOf } from './ages';
import { type DateMeaning, datedFactsOf } from './dateMeaning';
import { isNegatedAt } from './negations';
import { type Passage, passagesOf } from './passages';
import type { Sentence } from './sentence';
import { type Sex, sexWordsOf } from './sex';
import { sidesOf, termsOf } from './terms';
import { type Course, courseAt } from './treatmentCourse';

/** Something the case summary says. */
export type CaseFact = {
  /** Counts in the folded text of the summary; `CaseFacts.source` says where that is. */
  readonly span: Span;
  /** The number of its sentence, counting those that hold facts. */
  readonly sentence: number;
  /** What is said of it is that it is not so. */
  readonly negated: boolean;
} & CaseFactValue;

export type CaseFactValue =
  /** The worker's age now. */
  | { readonly kind: 'age'; readonly years: number }
  /** As a noun says it: "46 year old male"; pronouns are left out. */
  | { readonly kind: 'sex'; readonly sex: Sex }
  | { readonly kind: 'date'; readonly day: Day | null; readonly meaning: DateMeaning | null }
  | { readonly kind: 'bodyPart'; readonly id: string; readonly side: string | null }
  | {
      readonly kind: Exclude<TermMatch['kind'], 'bodyPart'>;
      readonly id: string;
      /** Whether it took place, and helped. */
      readonly course: Course | null;
    };

/** What the summary says, in the order of its text. */
export interface CaseFacts {
  readonly facts: readonly CaseFact[];
  /** Equal keys mean equal facts, their places apart. */
  readonly key: string;
  /** Relative to the summary's section. */
  source(fact: CaseFact): Span;
}

const NOTHING: CaseFacts = { facts: [], key: '', source: () => ({ start: 0, end: 0 }) };

const known = new WeakMap<SectionPart, { readonly vocabulary: Vocabulary; readonly facts: CaseFacts }>();

/** The facts of the letter's summary, read once for as long as it stays. */
export function caseFacts(letter: Letter, vocabulary: Vocabulary): CaseFacts {
  const summary = summaryOf(letter)?.part;
  if (!summary) return NOTHING;
  const kept = known.get(summary);
  if (kept?.vocabulary === vocabulary) return kept.facts;
  const [passage] = passagesOf(summary, vocabulary);
  const facts = passage ? factsOf(passage, factsIn(letter.profile)) : NOTHING;
  known.set(summary, { vocabulary, facts });
  return facts;
}

/** The section that summarises the case. */
export function summaryOf(letter: Letter) {
  return letter.sections.find(section => section.part.sectionKind === 'summary') ?? null;
}

function factsOf(passage: Passage, factsIn: FactsAspect): CaseFacts {
  const facts: CaseFact[] = [];
  const keys: string[] = [];
  let count = 0;
  for (const { start, sentence } of passage.sentences) {
    const said = sentence.of(factsIn);
    if (said.facts.length === 0) continue;
    for (const fact of said.facts) {
      facts.push({ ...fact, sentence: count, span: { start: start + fact.span.start, end: start + fact.span.end } });
    }
    keys.push(said.key);
    count++;
  }
  return { facts, key: keys.join(';'), source: ({ span }) => passage.text.source(span.start, span.end) };
}

type SentenceFact = Omit<CaseFact, 'sentence'> & CaseFactValue;

interface SentenceFacts {
  readonly facts: readonly SentenceFact[];
  readonly key: string;
}

type FactsAspect = (sentence: Sentence) => SentenceFacts;

const aspects = new WeakMap<CompiledProfile, FactsAspect>();

/** What one sentence says, an aspect of it; dates are read in the words of the profile. */
function factsIn(profile: CompiledProfile): FactsAspect {
  let aspect = aspects.get(profile);
  if (!aspect) {
    aspect = sentence => {
      const all = [...termFacts(sentence), ...personFacts(sentence), ...dateFacts(sentence, profile)];
      const facts = all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      return { facts, key: facts.map(keyOf).join(',') };
    };
    aspects.set(profile, aspect);
  }
  return aspect;
}

/** All of a fact but its place. */
function keyOf({ span: _span, ...value }: SentenceFact): string {
  const plain = value.kind === 'date' ? { ...value, day: value.day?.iso ?? null } : value;
  return Object.values(plain).join(' ');
}

function termFacts(sentence: Sentence): SentenceFact[] {
  const sides = new Map(
    sentence.of(sidesOf).flatMap(({ side, parts }) => parts.map(part => [`${part.id} ${part.start}`, side] as const)),
  );
  return sentence.of(termsOf).map(({ kind, id, start, end }) => {
    const place = { span: { start, end }, negated: isNegatedAt(sentence, start) };
    if (kind !== 'bodyPart') return { ...place, kind, id, course: courseAt(sentence, start, end) };
    return { ...place, kind, id, side: sides.get(`${id} ${start}`) ?? null };
  });
}

function personFacts(sentence: Sentence): SentenceFact[] {
  const facts: SentenceFact[] = [];
  for (const { span, years, whose } of sentence.of(agesOf)) {
    if (whose === 'worker') facts.push({ kind: 'age', years, span, negated: false });
  }
  for (const { span, sex, kind } of sentence.of(sexWordsOf)) {
    if (kind === 'noun') facts.push({ kind: 'sex', sex, span, negated: false });
  }
  return facts;
}

function dateFacts(sentence: Sentence, profile: CompiledProfile): SentenceFact[] {
  return sentence.of(datedFactsOf(profile)).map(({ day, meaning, span }) => {
    return { kind: 'date', day, meaning, span, negated: false };
  });
}
