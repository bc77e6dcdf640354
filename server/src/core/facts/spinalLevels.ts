import type { TermMatch } from '../vocabulary/matcher';
import type { Sentence } from './sentence';
import { termsOf } from './terms';

/** A spinal level, or a row of them, as it stands in a text: "L4", "L4-5", "L5-S1", "L3 to L5". */
export interface LevelFact {
  /** Offsets in the text, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** The vertebrae named, those between the ends of a row among them: `L4`. */
  readonly vertebrae: readonly string[];
  /** The spaces between them: `L4-L5`; none where a single vertebra is named. */
  readonly spaces: readonly string[];
}

/** The levels that the sentence names. */
export function levelsOf(sentence: Sentence): readonly LevelFact[] {
  return levelsIn(sentence.text, sentence.of(termsOf));
}

/** The levels in a text; `terms` are what the vocabulary finds in it. */
export function levelsIn(text: string, terms: readonly TermMatch[]): LevelFact[] {
  const levels: LevelFact[] = [];
  let last = -1;
  for (const { kind, basis, start, end } of terms) {
    // A row that crosses from one stretch of the spine to the next is found once for each.
    if (kind !== 'bodyPart' || basis !== 'level' || start === last) continue;
    last = start;
    const row = rowOf(text.slice(start, end));
    if (row.length > 0) levels.push({ start, end, ...row.reduce(joined, NONE) });
  }
  return levels;
}

interface Row {
  readonly vertebrae: readonly string[];
  readonly spaces: readonly string[];
}

const NONE: Row = { vertebrae: [], spaces: [] };

/** The stretches of the spine from above, each with its last vertebra. The eighth cervical root leaves below the seventh. */
const STRETCHES: readonly (readonly [letter: string, count: number])[] = [
  ['C', 7],
  ['T', 12],
  ['L', 5],
  ['S', 5],
];
const COLUMN = STRETCHES.flatMap(([letter, count]) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`));

/** The vertebrae as written, a letter that is not repeated supplied: L4, L5 of "L4-5". */
function rowOf(words: string): string[] {
  const row: string[] = [];
  let letter = '';
  for (const [, own, number] of words.matchAll(/([a-z])?-?(\d{1,2})/gi)) {
    letter = own?.toUpperCase() ?? letter;
    const name = `${letter}${Number(number)}`;
    row.push(name === 'C8' ? 'C7' : name);
  }
  return row;
}

/** The row so far with the next vertebra, and all between: "L3 to L5" names L4 too. */
function joined({ vertebrae, spaces }: Row, next: string): Row {
  const from = COLUMN.indexOf(vertebrae.at(-1) ?? '');
  const to = COLUMN.indexOf(next);
  if (from < 0 || to <= from) return { vertebrae: [...vertebrae, next], spaces };
  const between = COLUMN.slice(from + 1, to + 1);
  return {
    vertebrae: [...vertebrae, ...between],
    spaces: [...spaces, ...between.map((lower, i) => `${COLUMN[from + i]}-${lower}`)],
  };
}
