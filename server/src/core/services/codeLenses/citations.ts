import type { Guideline } from '../../catalogue/model';
import { lineOfField } from '../../citations/lineOfItem';
import type { Letter } from '../../language/letter';
import type { ItemField, ItemPart, Placed } from '../../language/tree';
import type { Setup } from '../../setup';
import { type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import type { Lens, LensGuideline } from './lens';

/** Above one line nobody would read more. */
const MOST = 3;

/** Above each guideline line one for each of its guidelines. */
export function citationLenses(letter: Letter, setup: Setup): Lens[] {
  return letter.items.flatMap(item => item.part.fields.flatMap(field => lensesOf(field, item, setup)));
}

/** What such a lens says where so many letters beside this one cite its guideline. */
export function citedElsewhere({ name }: LensGuideline, others: number): string {
  if (name === '') {
    if (others === 0) return t('Cited in no other letter');
    return others === 1 ? t('Cited in 1 other letter') : t('Cited in {0} other letters', others);
  }
  if (others === 0) return t('{0}: cited in no other letter', name);
  return others === 1 ? t('{0}: cited in 1 other letter', name) : t('{0}: cited in {1} other letters', name, others);
}

function lensesOf(field: ItemField, { start, part }: Placed<ItemPart>, setup: Setup): Lens[] {
  const cited = [...citedOn(field, part, setup)].slice(0, MOST);
  return cited.map(([{ id, title }, at]) => ({
    kind: 'citation',
    span: shift(field.label, start),
    text: '',
    target: shift(at, start),
    guideline: { id, name: cited.length > 1 ? title : '' },
  }));
}

/** The guidelines of a line, each with the first place of the item where it is cited. */
function citedOn(field: ItemField, item: ItemPart, setup: Setup): ReadonlyMap<Guideline, Span> {
  const cited = new Map<Guideline, Span>();
  const line = lineOfField(field, setup);
  // Of two fields of one role the first is the line.
  if (!line || item.fields.find(one => one.definition.role === field.definition.role) !== field) return cited;
  for (const { guideline, span } of [...line.citations, ...(line.other?.sources ?? [])]) {
    if (guideline && !cited.has(guideline)) cited.set(guideline, field.text.source(span.start, span.end));
  }
  return cited;
}
