import { agesOf } from '../../facts/ages';
import { datedFactsOf } from '../../facts/dateMeaning';
import type { Passage } from '../../facts/passages';
import type { Sentence } from '../../facts/sentence';
import { sidesOf, termsOf } from '../../facts/terms';
import type { CompiledProfile } from '../../profile/compiled';
import { type Span, shift } from '../../text/span';
import type { MentionPlace, PartMention } from './mentions';

/** A fact within a sentence. */
type Said = Pick<PartMention, 'kind' | 'key' | 'spans' | 'value'>;

/** The facts of a passage that a letter may state more than once; spans are relative to the part. */
export function factsIn({ place, text, sentences }: Passage, profile: CompiledProfile): PartMention[] {
  // Names of guidelines are full of body parts and drugs that are no facts of the case.
  if (place === 'guidelineLine') return [];
  return sentences.flatMap(({ start, sentence }) => {
    const source = (span: Span) => {
      const placed = shift(span, start);
      return text.source(placed.start, placed.end);
    };
    return [...terms(sentence), ...ages(sentence), ...dates(sentence, profile)].map(said => ({
      ...said,
      spans: said.spans.map(source),
      value: said.value && source(said.value),
      place: placeOf(place),
    }));
  });
}

function placeOf(place: Passage['place']): MentionPlace {
  return place === 'header' || place === 'summary' || place === 'title' ? place : 'text';
}

function terms(sentence: Sentence): Said[] {
  const sides = sentence.of(sidesOf);
  return sentence.of(termsOf).map(({ kind, id, start, end }) => {
    const span = { start, end };
    const side =
      kind === 'bodyPart' ? sides.find(({ parts }) => parts.some(p => p.start === start && p.id === id)) : null;
    if (!side) return { kind, key: `${kind}:${id}`, spans: [span], value: null };
    const word = { start: side.start, end: side.end };
    return { kind, key: `${kind}:${id}:${side.side}`, spans: joined(sentence.text, word, span), value: word };
  });
}

/** Two stretches as one where at most a space or hyphen stands between them. */
function joined(text: string, a: Span, b: Span): Span[] {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const isOne = /^[ -]?$/.test(text.slice(first.end, second.start));
  return isOne ? [{ start: first.start, end: Math.max(first.end, second.end) }] : [first, second];
}

function ages(sentence: Sentence): Said[] {
  return sentence
    .of(agesOf)
    .filter(({ whose }) => whose === 'worker')
    .map(({ span, number, years }) => ({ kind: 'age', key: `age:${years}`, spans: [span], value: number }));
}

function dates(sentence: Sentence, profile: CompiledProfile): Said[] {
  return sentence.of(datedFactsOf(profile)).flatMap(({ day, span }) => {
    return day ? [{ kind: 'date', key: `date:${day.iso}`, spans: [span], value: span }] : [];
  });
}
