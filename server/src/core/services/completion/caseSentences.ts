import { caseFacts } from '../../facts/caseFacts';
import type { Placed, SectionPart } from '../../language/tree';
import { fillTemplate } from '../../profile/template';
import type { Place, Proposal, Proposals } from './proposal';
import { sentenceSoFar } from './sentenceSoFar';

/** Where a sentence of the summary begins: the profile's sentences about the case, filled from the header and the summary. */
export function completeSummary(place: Place, section: Placed<SectionPart>): Proposals | null {
  if (section.part.sectionKind !== 'summary') return null;
  const typed = sentenceSoFar(place, section.start + section.part.heading.span.end);
  if (typed === null) return null;
  const begun = typed.toLowerCase();
  const items = caseSentences(place, 'summary', typed).filter(item => item.label.toLowerCase().startsWith(begun));
  return items.length > 0 ? { items, incomplete: false } : null;
}

/**
 * The profile's sentences for a place. What is not known is left as a placeholder in the summary, where it is told first;
 * in a rationale a sentence is offered only when all of it is known.
 */
export function caseSentences(place: Place, where: 'summary' | 'rationale', typed: string): Proposal[] {
  const { setup, offset } = place;
  const values = knownValues(place);
  const span = { start: offset - typed.length, end: offset };
  return setup.profile.profile.caseSentences[where].flatMap(template => {
    const names = [...template.matchAll(/\{([A-Za-z]+)\}/g)].map(match => match[1] ?? '');
    const unknown = names.filter(name => values[name] === undefined);
    if (where === 'rationale' && unknown.length > 0) return [];
    const text = fillTemplate(template, { ...placeholders(place), ...values });
    return [{ kind: 'sentence' as const, label: text, span, text, filter: text }];
  });
}

/** For values of the header that are not known, in the words of their labels. */
function placeholders({ setup }: Place): Record<string, string> {
  const { fields } = setup.profile.profile.header;
  return Object.fromEntries(fields.map(field => [field.role, `[[${field.label}]]`]));
}

/** What the summary and the header say, by the names that the sentences use. */
function knownValues({ letter, setup }: Place): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { definition, text } of letter.header.part.fields) {
    if (definition.role && text.text !== '') values[definition.role] ??= text.text;
  }
  const { facts } = caseFacts(letter, setup.vocabulary);
  const age = agreed(facts.flatMap(fact => (fact.kind === 'age' ? [String(fact.years)] : [])));
  const sex = agreed(facts.flatMap(fact => (fact.kind === 'sex' ? [fact.sex] : [])));
  return { ...values, ...(age && { age }), ...(sex && { sex }) };
}

/** The one value, where all say the same. */
function agreed(values: readonly string[]): string | null {
  const [first] = values;
  return first !== undefined && values.every(value => value === first) ? first : null;
}
