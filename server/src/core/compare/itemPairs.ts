import { type Disputed, disputedOf, shareTreatment } from '../facts/disputed';
import { sentenceOf } from '../facts/sentence';
import type { Letter } from '../language/letter';
import type { ItemPart } from '../language/tree';
import { related } from '../vocabulary/regions';
import type { Vocabulary } from '../vocabulary/schema';
import { Pairing } from './pairing';
import { distinctWords, wordingOf } from './wording';

/** More words of a title do not make it more like another. */
const MOST_WORDS = 40;
/** A word in more titles than this tells none from another. */
const MOST_TITLES = 6;
/** How much of two titles, or two texts, must be the same words, from 0 to 1. */
const ALIKE = 0.5;
/** Words of a text that are looked at. */
const MOST_TEXT = 400;

const SMALL = new Set('a an and at by for from in is of on or the to was with'.split(' '));

/** An item as far as it tells whether it is another one. */
class Known {
  private words: ReadonlySet<string> | null = null;
  private said: ReadonlySet<string> | null = null;

  constructor(
    private readonly item: ItemPart,
    private readonly vocabulary: Vocabulary,
  ) {}

  get title(): string {
    return wordingOf(this.item.title.text.text).toLowerCase();
  }

  get titleWords(): ReadonlySet<string> {
    this.words ??= new Set([...distinctWords(this.item.title.text.text, MOST_WORDS)].filter(word => !SMALL.has(word)));
    return this.words;
  }

  /** All that the item says; of one that says nothing, that it is there. */
  get whole(): string {
    return ['item', this.title, ...this.item.fields.map(({ text }) => wordingOf(text.text))].join('\n');
  }

  get rationale(): string {
    const field = this.item.fields.find(({ definition }) => definition.role === 'rationale');
    return field ? wordingOf(field.text.text) : '';
  }

  get text(): ReadonlySet<string> {
    this.said ??= distinctWords(this.rationale, MOST_TEXT);
    return this.said;
  }

  get disputed(): Disputed {
    return sentenceOf(this.item.title.text.text, this.vocabulary).of(disputedOf);
  }

  /** Services, body parts and sides that the title names; empty where it names no service. */
  get service(): string {
    const { treatments, regions } = this.disputed;
    if (treatments.size === 0) return '';
    return [...treatments, ...regions.map(({ part, side }) => `${part} ${side?.side ?? ''}`)].sort().join(',');
  }

  get treatment(): string {
    return [...this.disputed.treatments].sort().join(',');
  }
}

/**
 * Which items of two letters are the same: by all they say, by title, by titles of much the same words, by the service and
 * body part, by the rationale; and last by place, where what they say is alike. Its cost follows the number of items.
 */
export function pairItems(before: Letter, after: Letter, vocabulary: Vocabulary): Pairing {
  const old = before.items.map(({ part }) => new Known(part, vocabulary));
  const now = after.items.map(({ part }) => new Known(part, vocabulary));
  const pairing = new Pairing(old.length, now.length);
  const by = (keyOf: (item: Known) => string) =>
    pairing.byKey(
      index => keyOf(old[index] as Known),
      index => keyOf(now[index] as Known),
    );
  by(item => item.whole);
  by(item => item.title);
  byTitleWords(pairing, old, now, vocabulary);
  by(item => item.service);
  by(item => item.treatment);
  by(item => item.rationale);
  byPlace(pairing, old, now);
  return pairing;
}

interface Candidate {
  readonly before: number;
  readonly after: number;
  readonly likeness: number;
}

/** The likest first; of those that are alike, the ones that stand next to each other. */
function byTitleWords(pairing: Pairing, old: readonly Known[], now: readonly Known[], vocabulary: Vocabulary): void {
  const oldTitles = titlesByWord(pairing.gone(), old);
  const nowTitles = titlesByWord(pairing.added(), now);
  const candidates = new Map<number, Candidate>();
  for (const [word, befores] of oldTitles) {
    const afters = nowTitles.get(word) ?? [];
    if (befores.length > MOST_TITLES || afters.length > MOST_TITLES) continue;
    for (const before of befores) {
      for (const after of afters) {
        const key = before * now.length + after;
        if (candidates.has(key)) continue;
        const [one, other] = [old[before] as Known, now[after] as Known];
        const likeness = contradict(one.disputed, other.disputed, vocabulary)
          ? 0
          : likenessOf(one.titleWords, other.titleWords);
        candidates.set(key, { before, after, likeness });
      }
    }
  }
  const far = ({ before, after }: Candidate) => Math.abs(before - after);
  const likest = [...candidates.values()]
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || far(a) - far(b) || a.before + a.after - b.before - b.after);
  for (const { before, after } of likest) {
    if (pairing.after(before) === undefined && pairing.before(after) === undefined) pairing.add(before, after);
  }
}

function titlesByWord(indexes: readonly number[], items: readonly Known[]): Map<string, number[]> {
  const titles = new Map<string, number[]>();
  for (const index of indexes) {
    for (const word of items[index]?.titleWords ?? []) {
      const list = titles.get(word);
      if (list) list.push(index);
      else titles.set(word, [index]);
    }
  }
  return titles;
}

/** Whether the titles name services, or body parts, that cannot be the same. */
function contradict(a: Disputed, b: Disputed, vocabulary: Vocabulary): boolean {
  const isOtherService = a.treatments.size > 0 && b.treatments.size > 0 && !shareTreatment(a.treatments, b.treatments);
  if (isOtherService) return true;
  if (a.parts.length === 0 || b.parts.length === 0) return false;
  return !a.parts.some(part => b.parts.some(other => related(vocabulary, part, other)));
}

/** From 0, where the sets share nothing, to 1. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** Items that follow the same one, if their texts are alike. */
function byPlace(pairing: Pairing, old: readonly Known[], now: readonly Known[]): void {
  const runs = new Map<number, number[]>();
  let follows = -1;
  for (let index = 0; index < now.length; index++) {
    if (pairing.before(index) !== undefined) follows = index;
    else if (runs.has(follows)) runs.get(follows)?.push(index);
    else runs.set(follows, [index]);
  }
  let partner = -1;
  let place = 0;
  const found: Candidate[] = [];
  for (let index = 0; index < old.length; index++) {
    const after = pairing.after(index);
    if (after !== undefined) {
      partner = after;
      place = 0;
      continue;
    }
    const other = runs.get(partner)?.[place++];
    if (other === undefined) continue;
    const likeness = likenessOf((old[index] as Known).text, (now[other] as Known).text);
    if (likeness >= ALIKE) found.push({ before: index, after: other, likeness });
  }
  for (const { before, after } of found) pairing.add(before, after);
}
