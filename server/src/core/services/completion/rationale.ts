import type { ItemPart, Placed } from '../../language/tree';
import { fillTemplate } from '../../profile/template';
import { serviceOf } from '../../rules/standardText';
import { caseSentences } from './caseSentences';
import type { Place, Proposal, Proposals } from './proposal';
import { sentenceSoFar } from './sentenceSoFar';

/**
 * Where a sentence of the rationale begins: the sentences that state the finding for the item's decision, with its
 * service and quantity, and what is known of the worker.
 */
export function completeRationale(place: Place, item: Placed<ItemPart>): Proposals | null {
  const { offset } = place;
  const rationale = item.part.fields.find(f => f.definition.role === 'rationale');
  const at = offset - item.start;
  if (!rationale || at < rationale.label.end || at > rationale.value.end + place.lineEnd.length + 2) return null;
  const typed = sentenceSoFar(place, item.start + rationale.value.start);
  if (typed === null) return null;
  const items = [...conclusions(place, item, typed), ...caseSentences(place, 'rationale', typed)];
  const begun = typed.toLowerCase();
  return { items: items.filter(item => item.label.toLowerCase().startsWith(begun)), incomplete: false };
}

function conclusions({ offset, setup }: Place, { part }: Placed<ItemPart>, typed: string): Proposal[] {
  const decided = part.title.decision?.definition;
  const decisions = decided ? [decided] : setup.profile.profile.items.decisions;
  const span = { start: offset - typed.length, end: offset };
  const item = serviceOf(part, setup.profile);
  return decisions.flatMap(decision =>
    decision.conclusion.map(sentence => {
      const text = fillTemplate(sentence, { item });
      return { kind: 'sentence', label: text, description: decision.word, span, text, filter: text };
    }),
  );
}
