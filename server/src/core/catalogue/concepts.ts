import { compiled } from '../vocabulary/compiled';
import { matchTerms, type TermMatch } from '../vocabulary/matcher';
import type { Vocabulary } from '../vocabulary/schema';

/** One thing that a query asks for: words that stand for it, or concepts of the vocabulary with their weight. */
export interface QueryUnit {
  readonly words: readonly string[];
  readonly concepts: ReadonlyMap<string, number>;
}

/** The concepts named in the texts, as `kind:id`. */
export function conceptsOf(texts: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const found = matchTerms(texts.join(' ; '), vocabulary);
  return [...new Set(found.map(({ kind, id }) => `${kind}:${id}`))];
}

/** Letters and digits in lower case, single spaces between words; a number such as 3.3.9 or 8-8 is one word. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.-]+|[.-](?!\d)|(?<!\d)[.-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A query taken apart: every term of the vocabulary is one unit with its words, every other word a unit of its own. */
export function queryUnits(query: string, vocabulary: Vocabulary): QueryUnit[] {
  const matches = matchTerms(query, vocabulary);
  const units: QueryUnit[] = [];
  let at = 0;
  const addWords = (text: string) => {
    for (const word of wordsOf(text).split(' ')) {
      if (word !== '' && !FILLERS.has(word)) units.push({ words: [word], concepts: new Map() });
    }
  };
  for (const match of matches) {
    if (match.start < at) continue;
    addWords(query.slice(at, match.start));
    const same = matches.filter(other => other.start < match.end && other.end > match.start);
    const end = Math.max(...same.map(other => other.end));
    const words = wordsOf(query.slice(match.start, end)).split(' ');
    units.push({ words, concepts: new Map(same.flatMap(other => weightedConcepts(other, vocabulary))) });
    at = end;
  }
  addWords(query.slice(at));
  return units;
}

const FILLERS = new Set(['of', 'the', 'for', 'and', 'to', 'in', 'a', 'an', 'with', 'page', 'pages', 'p']);

/** The concept itself, and what it is a part or kind of with less weight. */
function weightedConcepts({ kind, id }: TermMatch, vocabulary: Vocabulary): (readonly [string, number])[] {
  const index = compiled(vocabulary);
  const own = [`${kind}:${id}`, 1.5] as const;
  if (kind === 'bodyPart') {
    return [
      own,
      ...[...(index.within().get(id) ?? [])]
        .filter(wider => wider !== id)
        .map(wider => [`bodyPart:${wider}`, 0.7] as const),
    ];
  }
  if (kind === 'drug') {
    const classes = index.drugById().get(id)?.classes ?? [];
    return [own, ...classes.map(name => [`drugClass:${name}`, 1] as const)];
  }
  return [own];
}
