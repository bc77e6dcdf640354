import { agesOf } from '../facts/ages';
import { datedFactsOf } from '../facts/dateMeaning';
import { quantitiesOf } from '../facts/quantities';
import type { Sentence } from '../facts/sentence';
import type { PlacedSentence } from '../facts/sentences';
import { sexWordsOf } from '../facts/sex';
import { strengthsOf } from '../facts/strengths';
import { sidesOf, termsOf } from '../facts/terms';
import type { CompiledProfile } from '../profile/compiled';
import type { Span } from '../text/span';
import type { FactKind } from './comparison';

/** A fact that a text states, to be compared. */
export interface StatedFact {
  readonly kind: FactKind;
  /** Equal for equal facts. */
  readonly key: string;
  /** What it is the value of: a fact that is gone and another of the same thing are one that changed. Null: of nothing. */
  readonly of: string | null;
  /** Counts in the folded text. */
  readonly span: Span;
}

/** The facts of some sentences of a passage, each where it stands first, by their keys. */
export function statedFacts(
  sentences: readonly PlacedSentence[],
  profile: CompiledProfile,
): ReadonlyMap<string, StatedFact> {
  const facts = new Map<string, StatedFact>();
  for (const { start, sentence } of sentences) {
    for (const { span, ...fact } of factsOf(sentence, profile)) {
      if (facts.has(fact.key)) continue;
      facts.set(fact.key, { ...fact, span: { start: start + span.start, end: start + span.end } });
    }
  }
  return facts;
}

function factsOf(sentence: Sentence, profile: CompiledProfile): StatedFact[] {
  return [...ofPerson(sentence), ...dates(sentence, profile), ...terms(sentence), ...amounts(sentence)];
}

function ofPerson(sentence: Sentence): StatedFact[] {
  const ages = sentence.of(agesOf).filter(({ whose }) => whose === 'worker');
  return [
    ...ages.map(({ years, span }) => fact('age', String(years), 'age', span)),
    ...sentence.of(sexWordsOf).map(({ sex, span }) => fact('sex', sex, 'sex', span)),
  ];
}

function dates(sentence: Sentence, profile: CompiledProfile): StatedFact[] {
  return sentence.of(datedFactsOf(profile)).map(({ day, meaning, span }) => {
    const written = sentence.text.slice(span.start, span.end).toLowerCase();
    return fact('date', day?.iso ?? written, meaning ?? '', span);
  });
}

const factKinds = { bodyPart: 'bodyPart', drug: 'drug', drugClass: 'drug', service: 'service' } as const;

function terms(sentence: Sentence): StatedFact[] {
  const sides = sentence.of(sidesOf).flatMap(({ side, start, end, parts }) =>
    parts.map(part => {
      const span = { start: Math.min(start, part.start), end: Math.max(end, part.end) };
      return fact('side', `${part.id} ${side}`, part.id, span);
    }),
  );
  const named = sentence.of(termsOf).map(({ kind, id, start, end }) => {
    return fact(factKinds[kind], id, null, { start, end });
  });
  return [...sides, ...named];
}

function amounts(sentence: Sentence): StatedFact[] {
  const strengths = sentence.of(strengthsOf).map(({ drugs, name, amounts: numbers, unit, perDay, span }) => {
    const drug = drugs.length > 0 ? drugs.join(',') : name;
    return fact('strength', `${drug} ${numbers.join('/')} ${unit} ${perDay}`, drug, span);
  });
  const quantities = sentence.of(quantitiesOf).map(({ low, high, unit, span }) => {
    return fact('quantity', `${low}-${high} ${unit}`, unit, span);
  });
  return [...strengths, ...quantities];
}

function fact(kind: FactKind, value: string, of: string | null, span: Span): StatedFact {
  return { kind, key: `${kind} ${value}`, of: of === null ? null : `${kind} ${of}`, span };
}
