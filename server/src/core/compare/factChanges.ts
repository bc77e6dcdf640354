import type { Passage } from '../facts/passages';
import type { PlacedSentence } from '../facts/sentences';
import type { CompiledProfile } from '../profile/compiled';
import { change } from './changes';
import type { Change } from './comparison';
import { type StatedFact, statedFacts } from './facts';
import { said } from './wording';

/** A passage of a part that stands at this offset of the letter. */
export interface PlacedPassage {
  readonly passage: Passage;
  readonly start: number;
  readonly profile: CompiledProfile;
}

/**
 * The facts that only one of two passages states; `label` is the one behind which they stand. A fact that is gone and
 * another of the same thing are one change; so are a new fact and one that left its sentence, though it is stated elsewhere.
 */
export function factChanges(before: PlacedPassage, after: PlacedPassage, label: string): Change[] {
  const old = factsOf(before, after);
  const now = factsOf(after, before);
  const changes: { readonly at: number; readonly change: Change }[] = [];
  const add = (was: StatedFact | null, is: StatedFact | null) => {
    const fact = (is ?? was)?.kind ?? null;
    const made = change('fact', was && saidIn(before, was), is && saidIn(after, is), { label, fact });
    changes.push({ at: (is ?? was)?.span.start ?? 0, change: made });
  };
  const left = byThing([...old.gone, ...old.moved]);
  const come = byThing(now.moved);
  const paired = new Set<StatedFact>();
  for (const fact of now.gone) {
    const was = partner(left, fact);
    if (was) paired.add(was);
    add(was, fact);
  }
  for (const fact of old.gone) if (!paired.has(fact)) add(fact, partner(come, fact));
  return changes.sort((a, b) => a.at - b.at).map(each => each.change);
}

function saidIn({ passage, start }: PlacedPassage, { span }: StatedFact) {
  return said({ text: passage.text, start }, span);
}

interface OwnFacts {
  /** Those that the other passage does not state. */
  readonly gone: readonly StatedFact[];
  /** Those that it states, but in none of the sentences that changed. */
  readonly moved: readonly StatedFact[];
}

function factsOf(own: PlacedPassage, other: PlacedPassage): OwnFacts {
  const ofOther = statedFacts(other.passage.sentences, other.profile);
  const ofChanged = statedFacts(changedSentences(other.passage, own.passage), other.profile);
  const facts = [...statedFacts(changedSentences(own.passage, other.passage), own.profile).values()];
  return {
    gone: facts.filter(({ key }) => !ofOther.has(key)),
    moved: facts.filter(({ key }) => ofOther.has(key) && !ofChanged.has(key)),
  };
}

/** The sentences of a passage that the other one does not have as often. */
function changedSentences(own: Passage, other: Passage): PlacedSentence[] {
  const counts = new Map<string, number>();
  for (const { sentence } of other.sentences) counts.set(sentence.text, (counts.get(sentence.text) ?? 0) + 1);
  return own.sentences.filter(({ sentence: { text } }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}

/** Facts by what they are the value of, the last of each first. */
function byThing(facts: readonly StatedFact[]): Map<string, StatedFact[]> {
  const things = new Map<string, StatedFact[]>();
  for (const fact of [...facts].reverse()) {
    if (fact.of === null) continue;
    const list = things.get(fact.of);
    if (list) list.push(fact);
    else things.set(fact.of, [fact]);
  }
  return things;
}

/** Takes the next fact of the same thing. */
function partner(things: ReadonlyMap<string, StatedFact[]>, { of }: StatedFact): StatedFact | null {
  return (of !== null && things.get(of)?.pop()) || null;
}
