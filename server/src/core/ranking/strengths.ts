import type { Subject, TermKey } from './subject';
import type { GuidelineTopics, RankedTopic, TermSet, Terms } from './topics';

/** What a term that a section deals with is worth, against one that its name says. */
const FURTHER = 0.5;

export type TopicKind = 'sections' | 'topics';

/** A section, topic or whole guideline that has a term. */
interface Owner {
  readonly of: GuidelineTopics;
  /** Null for the guideline as a whole. */
  readonly topic: RankedTopic | null;
  readonly kind: TopicKind;
  readonly terms: Terms;
}

/** A term set with whose it is. */
interface Entry {
  readonly owner: Owner;
  readonly set: TermSet;
}

/** Where the terms of a catalogue stand: a title has few, and most sections have none of them. */
interface TermIndex {
  readonly byKey: ReadonlyMap<TermKey, readonly Entry[]>;
  /** By the first word of the term. */
  readonly byWord: ReadonlyMap<string, readonly { readonly word: string; readonly entry: Entry }[]>;
  /** The first words' lengths: a title's word may go on behind the term. */
  readonly lengths: readonly number[];
}

/** How directly a title names what sections, topics and guidelines are about, 0 to 1; those that it does not name are left out. */
export interface Strengths {
  of(terms: Terms): number;
  /** The sections and topics that are named, by guideline. */
  readonly named: ReadonlyMap<GuidelineTopics, Readonly<Record<TopicKind, readonly RankedTopic[]>>>;
}

export function strengthsOf(catalogue: readonly GuidelineTopics[], subject: Subject): Strengths {
  const index = indexOf(catalogue);
  const strengths = new Map<TermSet, number>();
  const owners = new Set<Owner>();
  const raise = ({ set, owner }: Entry, strength: number) => {
    owners.add(owner);
    if (strength > (strengths.get(set) ?? 0)) strengths.set(set, strength);
  };
  for (const [key, weight] of subject.terms) for (const entry of index.byKey.get(key) ?? []) raise(entry, weight);
  // A general word ("evaluation") says little beside a service that the vocabulary knows.
  const general = subject.terms.size > 0 ? 0.4 : 0.9;
  for (const entry of entriesIn(subject.words, index)) raise(entry, general);
  const named = new Map<GuidelineTopics, Record<TopicKind, RankedTopic[]>>();
  for (const { of, topic, kind } of owners) {
    if (!topic) continue;
    const topics = named.get(of) ?? { sections: [], topics: [] };
    topics[kind].push(topic);
    named.set(of, topics);
  }
  const strengthOf = (set: TermSet) => strengths.get(set) ?? 0;
  return { named, of: terms => Math.max(strengthOf(terms.named), FURTHER * strengthOf(terms.further)) };
}

/** Those with a term that the words, in lower case, have at the beginning of a word. */
function* entriesIn(words: string, { byWord, lengths }: TermIndex): Generator<Entry> {
  for (let at = words.indexOf(' ') + 1; at > 0; at = words.indexOf(' ', at) + 1) {
    for (const length of lengths) {
      for (const { word, entry } of byWord.get(words.slice(at, at + length)) ?? []) {
        if (words.startsWith(word, at)) yield entry;
      }
    }
  }
}

const indexes = new WeakMap<readonly GuidelineTopics[], TermIndex>();

function indexOf(catalogue: readonly GuidelineTopics[]): TermIndex {
  let index = indexes.get(catalogue);
  if (!index) {
    index = makeIndex(catalogue);
    indexes.set(catalogue, index);
  }
  return index;
}

function makeIndex(catalogue: readonly GuidelineTopics[]): TermIndex {
  const byKey = new Map<TermKey, Entry[]>();
  const byWord = new Map<string, { word: string; entry: Entry }[]>();
  for (const owner of catalogue.flatMap(ownersIn)) {
    for (const set of [owner.terms.named, owner.terms.further]) {
      const entry = { owner, set };
      for (const key of set.keys) push(byKey, key, entry);
      for (const word of set.words) push(byWord, firstWord(word), { word, entry });
    }
  }
  return { byKey, byWord, lengths: [...new Set([...byWord.keys()].map(({ length }) => length))] };
}

function ownersIn(of: GuidelineTopics): Owner[] {
  const owners = (['sections', 'topics'] as const).flatMap(kind =>
    of[kind].map((topic): Owner => ({ of, topic, kind, terms: topic.terms })),
  );
  return [...owners, { of, topic: null, kind: 'topics', terms: of.terms }];
}

function firstWord(word: string): string {
  const end = word.indexOf(' ');
  return end < 0 ? word : word.slice(0, end);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
