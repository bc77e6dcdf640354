import type { GuidelineSection, GuidelineTopic } from '../catalogue/model';
import { matchTerms, type TermMatch } from '../vocabulary/matcher';
import type { Vocabulary } from '../vocabulary/schema';
import type { CaseFacts } from './caseFacts';
import { treatmentsOf } from './disputed';

type Entry = GuidelineSection | GuidelineTopic;
type Treatments = ReadonlySet<string>;

/** Something worked out of an object with a vocabulary, once for as long as the object lives. */
class Kept<K extends object, V> {
  private readonly known = new WeakMap<K, { readonly vocabulary: Vocabulary; readonly value: V }>();

  constructor(private readonly read: (from: K, vocabulary: Vocabulary) => V) {}

  of(from: K, vocabulary: Vocabulary): V {
    let kept = this.known.get(from);
    if (kept?.vocabulary !== vocabulary) {
      kept = { vocabulary, value: this.read(from, vocabulary) };
      this.known.set(from, kept);
    }
    return kept.value;
  }
}

const ofTopics = new Kept<Entry, Treatments | null>((entry, vocabulary) => {
  const named = treatmentTerms('name' in entry ? entry.name : entry.title, vocabulary);
  if (named.length === 0) return null;
  const more = [...entry.aliases, ...entry.terms].flatMap(text => treatmentTerms(text, vocabulary));
  return treatmentsOf([...named, ...more], vocabulary);
});

function treatmentTerms(text: string, vocabulary: Vocabulary): TermMatch[] {
  return matchTerms(text, vocabulary, ['drug', 'service']);
}

/**
 * Services, drugs and drug classes that a section of a guideline deals with, as `treatmentsOf` gives them; null where its
 * name says none: "Initial Care".
 */
export function treatmentsOfTopic(entry: Entry, vocabulary: Vocabulary): Treatments | null {
  return ofTopics.of(entry, vocabulary);
}

const ofCases = new Kept<CaseFacts, Treatments>(({ facts }, vocabulary) =>
  treatmentsOf(
    facts.flatMap(fact => ('id' in fact && fact.kind !== 'bodyPart' ? [fact] : [])),
    vocabulary,
  ),
);

/** Services, drugs and drug classes that the summary names, as `treatmentsOf` gives them. */
export function treatmentsOfCase(facts: CaseFacts, vocabulary: Vocabulary): Treatments {
  return ofCases.of(facts, vocabulary);
}
