import { parseGuidelineLine } from '../../citations/parse';
import type { ItemField, ItemPart, Placed } from '../../language/tree';
import { fold } from '../../text/folded';
import { completeCitations } from './citations';
import { completeForms } from './forms';
import { NONE, type Place, type Proposals } from './proposal';
import { completeReferences } from './references';
import { completeSources } from './sources';

/** What a guideline line says up to the cursor, its white space folded; the end of it that is being typed varies. */
export interface LineSoFar {
  readonly place: Place;
  readonly item: Placed<ItemPart>;
  readonly field: ItemField;
  readonly text: string;
}

/** Within a guideline line: its forms, then citations, then their pages or sections, or other sources. */
export function completeGuidelineLine(place: Place, item: Placed<ItemPart>): Proposals | null {
  const line = lineSoFar(place, item);
  if (!line) return null;
  return completeForms(line) ?? completeSources(line) ?? completeReferences(line) ?? completeCitations(line) ?? NONE;
}

/** The guideline line that the cursor stands in, or null. */
export function lineSoFar(place: Place, item: Placed<ItemPart>): LineSoFar | null {
  const at = place.offset - item.start;
  const field = item.part.fields.findLast(f => f.label.start <= at);
  if (field?.definition.kind !== 'guidelineLine' || at <= field.label.end || !place.setup.grammar) return null;
  const valueStart = item.part.text.indexOf(':', field.label.end) + 1;
  if (at < valueStart || at > field.value.end + blanksBehind(item.part.text, field.value.end)) return null;
  const text = fold(item.part.text, valueStart, at).text + (/\s$/.test(place.before) ? ' ' : '');
  return { place, item, field, text: text.trimStart() };
}

/** The citations that stand on the line before the cursor. */
export function citedSoFar({ field, place, text }: LineSoFar) {
  const grammar = place.setup.grammar;
  return grammar ? parseGuidelineLine(fold(text), field.definition, grammar).citations : [];
}

/** The part of the line that belongs to the last sentence that begins with the opening words, behind these; or null. */
export function behindOpening({ text, place }: LineSoFar, introduction: string): string | null {
  const opening = place.setup.grammar?.opening ?? '';
  const lower = text.toLowerCase();
  const start = lower.lastIndexOf(opening);
  if (start < 0) return null;
  const rest = text.slice(start + opening.length).trimStart();
  if (!rest.toLowerCase().startsWith(`${introduction} `)) return null;
  return rest.slice(introduction.length + 1);
}

/** Blanks and the one line end that may stand between a value and a cursor that still belongs to it. */
function blanksBehind(text: string, end: number): number {
  let at = end;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t')) at++;
  return at - end;
}
