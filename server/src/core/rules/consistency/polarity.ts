import type { Necessity, Polarity } from '../../facts/necessity';
import type { Sentence } from '../../facts/sentence';
import { termsOf } from '../../facts/terms';
import type { DecisionDefinition } from '../../profile/schema';
import type { TermMatch } from '../../vocabulary/matcher';
import { drugClassesOf } from '../../vocabulary/regions';
import type { Vocabulary } from '../../vocabulary/schema';
import { t } from '../../words/translate';

/** What the decision makes of the item's necessity; null where it does not tell. */
export function polarityOf(decision: DecisionDefinition | null): Polarity | null {
  if (decision?.outcome === 'uphold') return 'not-necessary';
  return decision?.outcome === 'overturn' ? 'necessary' : null;
}

/** How a message says it. */
export function polarityWords(polarity: Polarity): string {
  return polarity === 'necessary' ? t('medically necessary') : t('not medically necessary');
}

/** Whether what the finding is said of can be what the title names: no other service, no other drug. */
export function canBeOf(finding: Necessity, sentence: Sentence, title: Sentence): boolean {
  if (finding.ofRequest) return true;
  const { start, end } = finding.subject;
  const named = sentence.of(termsOf).filter(term => term.start >= start && term.end <= end);
  const said = treatments(named, sentence.vocabulary);
  const own = treatments(title.of(termsOf), title.vocabulary);
  return said.size === 0 || own.size === 0 || [...said].some(one => own.has(one));
}

/** Classes of services and drugs, and the drugs themselves. */
function treatments(terms: readonly TermMatch[], vocabulary: Vocabulary): ReadonlySet<string> {
  const services = new Set(terms.filter(({ kind }) => kind === 'service').map(({ id }) => id));
  const classes = vocabulary.services.filter(({ id }) => services.has(id)).map(service => `service ${service.class}`);
  const drugs = terms.filter(({ kind }) => kind === 'drug').map(({ id }) => `drug ${id}`);
  const drugClasses = [...drugClassesOf(vocabulary, terms)].map(id => `class ${id}`);
  return new Set([...classes, ...drugs, ...drugClasses]);
}
