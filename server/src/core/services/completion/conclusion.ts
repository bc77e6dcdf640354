import type { ItemPart, Placed } from '../../language/tree';
import { fillTemplate } from '../../profile/template';
import { endsSentence } from '../../text/words';
import type { Place, Proposals } from './proposal';

const SENTENCE_START = /(?:^|[.!?:]["')\]]?\s+)([^.!?:]{0,60})$/;

/** Where a sentence of the rationale begins: the sentences that state the finding for the item's decision. */
export function completeConclusion(place: Place, item: Placed<ItemPart>): Proposals | null {
  const { offset, before, setup, atLineEnd } = place;
  const rationale = item.part.fields.find(f => f.definition.role === 'rationale');
  const at = offset - item.start;
  if (!rationale || !atLineEnd || at < rationale.label.end || at > rationale.value.end + place.lineEnd.length + 2)
    return null;
  const typed = SENTENCE_START.exec(before)?.[1];
  if (typed === undefined) return null;
  const soFar = item.part.text.slice(rationale.value.start, Math.max(rationale.value.start, at - typed.length));
  if (soFar.trim() !== '' && !endsSentence(soFar)) return null;
  const decided = item.part.title.decision?.definition;
  const decisions = decided ? [decided] : setup.profile.profile.items.decisions;
  const span = { start: offset - typed.length, end: offset };
  const name = item.part.title.text.text.replace(/[,\s]+(?:is)?$/, '') || '[[item]]';
  const items = decisions.flatMap(d =>
    d.conclusion.map(sentence => {
      const text = fillTemplate(sentence, { item: name });
      return { kind: 'conclusion' as const, label: text, description: d.word, span, text, filter: text };
    }),
  );
  const begun = typed.toLowerCase();
  return { items: items.filter(item => item.label.toLowerCase().startsWith(begun)), incomplete: false };
}
