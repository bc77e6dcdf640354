import { compiled, type SideWord } from './compiled';
import type { TermMatch } from './matcher';
import type { PhraseIndex } from './phrases';
import type { Vocabulary } from './schema';
import { Gap, type Tokens, tokenize } from './tokens';

/** A side word in a text, and the body parts it speaks of. Offsets are UTF-16. */
export interface SideMatch {
  readonly start: number;
  readonly end: number;
  /** Id of the side in the vocabulary. */
  readonly side: string;
  /** At least one; several where they are joined: "left wrist/hand", "right hip and foot". */
  readonly parts: readonly TermMatch[];
}

/** A body part in the text; several matches where one term means several. */
interface Part {
  readonly first: number;
  readonly last: number;
  readonly matches: TermMatch[];
}

interface Occurrence extends SideWord {
  readonly first: number;
  readonly last: number;
}

/** How many words may stand between a side and its body part: "left transforaminal epidural steroid injection at L4". */
const wordsBefore = 5;
const wordsBehind = 3;
/** Words behind which a side no longer speaks of what follows: "right treatment for the knee". */
const breaks = new Set(
  'for that which who is was were are if when because but than with without and or as by'.split(' '),
);
/** Words that may follow a side that stands behind its body part: "knee left without contrast". */
const closings = new Set('side with without greater worse more only'.split(' '));

/**
 * The side words that belong to one of the body parts in `matches` (of the same text): before it, with at most five words
 * between ("left selective nerve root block at L4"), or behind it ("shoulder, right", "pain in the knee on the left").
 * "Right" in the sense of correct, and sides of nothing, are left out.
 */
export function matchSides(text: string, matches: readonly TermMatch[], vocabulary: Vocabulary): SideMatch[] {
  const tokens = tokenize(text);
  const bodyParts = compiled(vocabulary).bodyPartById();
  const parts = partsByWord(tokens, matches);
  const occurrences = occurrencesIn(tokens, compiled(vocabulary).sides(), parts);
  const starts = new Set(occurrences.map(({ first }) => first));
  const isPaired = (part: Part) => part.matches.some(({ id }) => bodyParts.get(id)?.unpaired !== true);

  const sided = new Set<Part>();
  const result: SideMatch[] = [];
  for (const occurrence of occurrences) {
    const part = sameOrAhead(tokens, occurrence, parts, starts) ?? behind(tokens, occurrence, parts, sided);
    if (!part) continue;
    const joined = part.first > occurrence.last ? joinedTo(tokens, part, parts, isPaired) : [];
    const all = [part, ...joined];
    for (const one of all) sided.add(one);
    result.push({
      start: tokens.starts[occurrence.first] ?? 0,
      end: tokens.ends[occurrence.last] ?? 0,
      side: occurrence.side.id,
      parts: all.flatMap(one => one.matches),
    });
  }
  return result;
}

/** Every word of a body part leads to it. */
function partsByWord(tokens: Tokens, matches: readonly TermMatch[]): ReadonlyMap<number, Part> {
  const byWord = new Map<number, Part>();
  let index = 0;
  let current: Part | undefined;
  for (const match of matches) {
    if (match.kind !== 'bodyPart') continue;
    const before = current?.matches[0];
    if (current && before?.start === match.start && before.end === match.end) {
      current.matches.push(match);
      continue;
    }
    while (index < tokens.starts.length && (tokens.starts[index] ?? 0) < match.start) index++;
    const first = index;
    while (index < tokens.ends.length && (tokens.ends[index] ?? 0) < match.end) index++;
    current = { first, last: index, matches: [match] };
    for (let word = first; word <= index; word++) byWord.set(word, current);
  }
  return byWord;
}

function occurrencesIn(tokens: Tokens, sides: PhraseIndex<SideWord>, parts: ReadonlyMap<number, Part>): Occurrence[] {
  const found: Occurrence[] = [];
  for (let first = 0; first < tokens.words.length; first++) {
    const match = sides.longestAt(tokens, first);
    if (!match) continue;
    const { last } = match;
    for (const word of match.values) if (isFree(parts, first, last)) found.push({ ...word, first, last });
    first = last;
  }
  return found;
}

/** A side inside the name of a body part is none, but the name can say the side itself: "RUE". */
function isFree(parts: ReadonlyMap<number, Part>, first: number, last: number): boolean {
  for (let word = first; word <= last; word++) {
    const part = parts.get(word);
    if (part && (part.first !== first || part.last !== last)) return false;
  }
  return true;
}

function sameOrAhead(
  tokens: Tokens,
  occurrence: Occurrence,
  parts: ReadonlyMap<number, Part>,
  starts: ReadonlySet<number>,
): Part | undefined {
  const same = parts.get(occurrence.first);
  if (same) return same;
  const reach = occurrence.isAdjacent ? 0 : wordsBefore;
  for (let word = occurrence.last + 1; word <= occurrence.last + 1 + reach; word++) {
    if (tokens.gaps[word] !== Gap.join || starts.has(word)) return undefined;
    const part = parts.get(word);
    if (part) return part;
    if (breaks.has(tokens.words[word] ?? '')) return undefined;
  }
  return undefined;
}

function behind(
  tokens: Tokens,
  occurrence: Occurrence,
  parts: ReadonlyMap<number, Part>,
  sided: ReadonlySet<Part>,
): Part | undefined {
  const { first, last, isAdjacent, isExact } = occurrence;
  const closes = tokens.gaps[last + 1] !== Gap.join || closings.has(tokens.words[last + 1] ?? '');
  if (!closes || (isAdjacent && !isExact)) return undefined;
  const reach = isAdjacent ? 0 : wordsBehind;
  for (let word = first - 1; word >= first - 1 - reach; word--) {
    if (tokens.gaps[word + 1] === Gap.stop) return undefined;
    const part = parts.get(word);
    if (part) return sided.has(part) ? undefined : part;
  }
  return undefined;
}

/** The body parts that follow with nothing but a comma, a slash or "and" between. */
function joinedTo(
  tokens: Tokens,
  part: Part,
  parts: ReadonlyMap<number, Part>,
  isPaired: (part: Part) => boolean,
): Part[] {
  const joined: Part[] = [];
  for (let last = part.last; ; ) {
    let word = last + 1;
    if (tokens.gaps[word] !== Gap.stop && (tokens.words[word] === 'and' || tokens.words[word] === 'or')) word++;
    const next = parts.get(word);
    if (!next || tokens.gaps[word] === Gap.stop || !isPaired(next)) return joined;
    joined.push(next);
    last = next.last;
  }
}
