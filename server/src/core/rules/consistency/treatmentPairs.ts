import type { CaseFact, CaseFacts } from '../../facts/caseFacts';
import { compiled } from '../../vocabulary/compiled';
import type { TermMatch } from '../../vocabulary/matcher';
import { drugClassesOf, isNear } from '../../vocabulary/regions';
import type { Vocabulary } from '../../vocabulary/schema';

/** What the summary tells of a treatment or test, and of which body parts the same sentence speaks. */
export interface TreatmentReport {
  readonly fact: TreatmentFact;
  /** The number of the fact in the case. */
  readonly index: number;
  /** Ids. */
  readonly parts: readonly string[];
}

type TreatmentFact = Extract<CaseFact, { readonly course: unknown }>;

const known = new WeakMap<CaseFacts, readonly TreatmentReport[]>();

/** What the summary tells of treatments and tests, in order; what it says twice, once. */
export function treatmentReports(ofCase: CaseFacts): readonly TreatmentReport[] {
  let reports = known.get(ofCase);
  if (!reports) {
    reports = reportsIn(ofCase);
    known.set(ofCase, reports);
  }
  return reports;
}

function reportsIn({ facts }: CaseFacts): TreatmentReport[] {
  const parts = new Map<number, string[]>();
  for (const fact of facts) {
    if (fact.kind === 'bodyPart') parts.set(fact.sentence, [...new Set(parts.get(fact.sentence)).add(fact.id)]);
  }
  const reports = new Map<string, TreatmentReport>();
  for (const [index, fact] of facts.entries()) {
    if (!('course' in fact) || fact.course === null) continue;
    const ofSentence = parts.get(fact.sentence) ?? [];
    const key = [fact.kind, fact.id, fact.course, ...ofSentence].join(' ');
    if (!reports.has(key)) reports.set(key, { fact, index, parts: ofSentence });
  }
  return [...reports.values()];
}

/** Whether the report is of conservative care: of the class of services that are therapies. */
export function isConservative({ fact: { kind, id } }: TreatmentReport, vocabulary: Vocabulary): boolean {
  return kind === 'service' && compiled(vocabulary).serviceById().get(id)?.class === 'therapy';
}

/** Whether the report is of the treatment named, or of the kind that this names: a drug of a class, "therapy" for physical therapy. */
export function isInstance({ fact }: TreatmentReport, { kind, id }: TermMatch, vocabulary: Vocabulary): boolean {
  if (fact.kind === kind && fact.id === id) return true;
  if (kind === 'drugClass') return drugClassesOf(vocabulary, [fact]).has(id);
  return kind === 'service' && fact.kind === 'service' && isSameService(fact.id, id, vocabulary);
}

/** By its class where this is its name, "therapy"; else where the words of the one title are among those of the other. */
function isSameService(service: string, named: string, vocabulary: Vocabulary): boolean {
  const services = compiled(vocabulary).serviceById();
  const [one, other] = [services.get(service), services.get(named)];
  if (!one || !other) return false;
  if (other.id === other.class) return one.class === other.class;
  if (one.id === one.class) return false;
  const [words, otherWords] = [one.title.split(' '), other.title.split(' ')];
  return words.every(word => otherWords.includes(word)) || otherWords.every(word => words.includes(word));
}

/** Whether the report can be of one of these body parts: its sentence speaks of one, or of none. */
export function isOfParts({ parts: own }: TreatmentReport, parts: readonly string[], vocabulary: Vocabulary): boolean {
  return parts.length === 0 || own.length === 0 || own.some(one => parts.some(part => isNear(vocabulary, part, one)));
}
