import { compiled } from '../vocabulary/compiled';
import type { TermMatch } from '../vocabulary/matcher';
import { bodyPartsOf, drugClassesOf } from '../vocabulary/regions';
import type { Vocabulary } from '../vocabulary/schema';
import { type Region, regionsOf } from './regions';
import type { Sentence } from './sentence';
import { type LevelFact, levelsOf } from './spinalLevels';
import { termsOf } from './terms';

/** What a title says is in dispute. Offsets in the title, UTF-16. */
export interface Disputed {
  readonly terms: readonly TermMatch[];
  /** The first of each body part and side. */
  readonly regions: readonly Region[];
  /** Ids of the body parts that it names or implies. */
  readonly parts: readonly string[];
  readonly levels: readonly LevelFact[];
  /** Services and drugs that it names, as `treatmentsOf` gives them. */
  readonly treatments: ReadonlySet<string>;
}

/** What a title, taken as one sentence, says is in dispute. */
export function disputedOf(sentence: Sentence): Disputed {
  const terms = sentence.of(termsOf);
  return {
    terms,
    regions: firstOfEach(sentence.of(regionsOf)),
    parts: bodyPartsOf(sentence.vocabulary, terms),
    levels: sentence.of(levelsOf),
    treatments: withoutGeneral(treatmentsOf(terms, sentence.vocabulary)),
  };
}

function firstOfEach(regions: readonly Region[]): Region[] {
  const found = new Map<string, Region>();
  for (const region of regions) {
    const key = `${region.part} ${region.side?.side}`;
    if (!found.has(key)) found.set(key, region);
  }
  return [...found.values()];
}

/**
 * Services and drugs among the terms, and the classes of the drugs, each with its kind: "drug:naproxen". Every service is
 * there with its class too, as `of:imaging`; a word for the whole class ("imaging") as `any:imaging` and nothing else.
 */
export function treatmentsOf(terms: readonly Pick<TermMatch, 'kind' | 'id'>[], vocabulary: Vocabulary): Set<string> {
  const services = compiled(vocabulary).serviceById();
  const treatments = new Set<string>();
  for (const { kind, id } of terms) {
    if (kind === 'bodyPart') continue;
    const serviceClass = kind === 'service' ? services.get(id)?.class : undefined;
    if (serviceClass === id) {
      treatments.add(`${GENERAL}${id}`);
      continue;
    }
    treatments.add(`${kind}:${id}`);
    if (serviceClass !== undefined) treatments.add(`of:${serviceClass}`);
  }
  for (const id of drugClassesOf(vocabulary, terms)) treatments.add(`drugClass:${id}`);
  return treatments;
}

const GENERAL = 'any:';

/** The treatments without words for a whole class, where a service, drug or drug class is named: "traction therapy". */
export function withoutGeneral(treatments: ReadonlySet<string>): ReadonlySet<string> {
  const particular = [...treatments].filter(one => !one.startsWith(GENERAL));
  return particular.some(one => !one.startsWith('of:')) ? new Set(particular) : treatments;
}

/** Whether one and the same treatment can be meant: a service, a drug, or a class and one of its own, is in both. */
export function shareTreatment(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) {
    const id = one.slice(one.indexOf(':') + 1);
    if (one.startsWith('of:') ? others.has(`${GENERAL}${id}`) : others.has(one)) return true;
    if (one.startsWith(GENERAL) && others.has(`of:${id}`)) return true;
  }
  return false;
}
