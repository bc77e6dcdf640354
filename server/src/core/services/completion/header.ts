import type { HeaderPart, Placed } from '../../language/tree';
import { missingSections } from './labels';
import { NONE, type Place, type Proposals } from './proposal';

/** A label or a heading that is begun. */
const BEGUN = /^#?[^:#]*$/;

/** Header labels still missing, the values of a labelled word, and the section headings. */
export function completeHeader(place: Place, header: Placed<HeaderPart>): Proposals {
  const { before, lineStart, offset, setup } = place;
  const definitions = setup.profile.profile.header.fields;
  const colon = before.lastIndexOf(':');
  if (colon >= 0) {
    const field = header.part.fields.findLast(f => header.start + f.label.start <= lineStart + colon);
    const typed = before.slice(colon + 1).trimStart();
    const span = { start: offset - typed.length, end: offset };
    const gap = before.length - typed.length === colon + 1 ? ' ' : '';
    const values = field?.definition.values ?? [];
    return {
      items: values.map(value => ({ kind: 'value', label: value, span, text: gap + value })),
      incomplete: false,
    };
  }
  const typed = before.trimStart();
  if (!BEGUN.test(typed)) return NONE;
  const span = { start: offset - typed.length, end: offset };
  const present = new Set(header.part.fields.map(f => f.printed));
  const labels = definitions
    .filter(d => !present.has(d.label))
    .map(d => ({ kind: 'field' as const, label: d.label, span, text: `${d.label}: `, filter: d.label }));
  return { items: [...labels, ...missingSections(place, span)], incomplete: false };
}
