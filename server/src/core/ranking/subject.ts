import type { Letter } from '../language/letter';
import type { ItemPart } from '../language/tree';
import { matchTerms, type TermMatch } from '../vocabulary/matcher';
import { bodyPartsOf } from '../vocabulary/regions';
import type { Drug, Vocabulary } from '../vocabulary/schema';

/** What an item is about, in the words of the vocabulary. */
export interface Subject {
  /** What the vocabulary knows of the title. */
  readonly matches: readonly TermMatch[];
  /** Body parts that the title names or implies. */
  readonly bodyParts: readonly string[];
  /** Body parts that the case summary names, with how often. */
  readonly summaryParts: ReadonlyMap<string, number>;
  /** Drugs, drug classes, services and service classes of the title, each with how directly it is named (0 to 1). */
  readonly terms: ReadonlyMap<TermKey, number>;
  /** The title in lower case, for terms that no vocabulary knows. */
  readonly words: string;
}

/** Kind and id of a vocabulary entry: "drug:naproxen". */
export type TermKey = string;

const BY_CLASS = 0.85;
const BY_SERVICE_CLASS = 0.4;

/** `letter` is null where only the item is at hand: then nothing is known of the summary. */
export function subjectOf(item: ItemPart, letter: Letter | null, vocabulary: Vocabulary): Subject {
  const title = item.title.text.text;
  const matches = matchTerms(title, vocabulary);
  return {
    matches,
    bodyParts: bodyPartsOf(vocabulary, matches),
    summaryParts: letter ? summaryParts(letter, vocabulary) : new Map(),
    terms: termsOf(matches, vocabulary),
    words: ` ${title.toLowerCase()} `,
  };
}

/** Everything the matches name or belong to, each with how directly. */
export function termsOf(matches: readonly TermMatch[], vocabulary: Vocabulary): Map<TermKey, number> {
  const terms = new Map<TermKey, number>();
  const add = (key: TermKey, weight: number) => terms.set(key, Math.max(weight, terms.get(key) ?? 0));
  const addDrug = (drug: Drug, weight: number) => {
    add(`drug:${drug.id}`, weight);
    for (const id of drug.classes) addClass(id, weight * BY_CLASS);
    for (const id of drug.ingredients ?? []) {
      const ingredient = vocabulary.drugs.find(d => d.id === id);
      if (ingredient) addDrug({ ...ingredient, ingredients: [] }, weight * BY_CLASS);
    }
  };
  const addClass = (id: string, weight: number) => {
    add(`drugClass:${id}`, weight);
    const parent = vocabulary.drugClasses.find(c => c.id === id)?.parent;
    if (parent) addClass(parent, weight * BY_CLASS);
  };
  for (const { kind, id } of matches) {
    if (kind === 'drug') {
      const drug = vocabulary.drugs.find(d => d.id === id);
      if (drug) addDrug(drug, 1);
    } else if (kind === 'drugClass') addClass(id, 1);
    else if (kind === 'service') {
      add(`service:${id}`, 1);
      const service = vocabulary.services.find(s => s.id === id);
      if (service) add(`serviceClass:${service.class}`, BY_SERVICE_CLASS);
    }
  }
  return terms;
}

const counted = new WeakMap<object, { readonly vocabulary: Vocabulary; readonly parts: ReadonlyMap<string, number> }>();

function summaryParts(letter: Letter, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const summary = letter.sections.find(s => s.part.sectionKind === 'summary')?.part;
  if (!summary) return new Map();
  const known = counted.get(summary);
  if (known?.vocabulary === vocabulary) return known.parts;
  const parts = new Map<string, number>();
  for (const match of matchTerms(summary.body.text, vocabulary)) {
    if (match.kind === 'bodyPart') parts.set(match.id, (parts.get(match.id) ?? 0) + 1);
  }
  counted.set(summary, { vocabulary, parts });
  return parts;
}
