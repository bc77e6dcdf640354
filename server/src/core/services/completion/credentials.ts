import type { Placed, SectionPart } from '../../language/tree';
import type { Place, Proposals } from './proposal';

/** States of licensure and specialties, those already given left out. */
export function completeCredentials(place: Place, section: Placed<SectionPart>): Proposals | null {
  const { lineStart, offset, before, setup } = place;
  const field = section.part.fields.find(f => {
    const start = section.start + f.label.start;
    return f.definition.kind === 'credential' && start >= lineStart && start <= offset;
  });
  if (!field) return null;
  const colon = before.indexOf(':');
  if (colon < 0) return null;
  const definition = setup.profile.profile.credentials.fields.find(c => c.role === field.definition.role);
  const list = before.slice(colon + 1);
  const comma = list.lastIndexOf(',');
  const typed = list.slice(comma + 1).trimStart();
  const given = new Set(field.text.text.split(',').map(value => value.trim().toLowerCase()));
  given.delete(typed.trim().toLowerCase());
  const gap = typed.length === list.slice(comma + 1).length ? ' ' : '';
  const span = { start: offset - typed.length, end: offset };
  return {
    items: (definition?.values ?? [])
      .filter(value => !given.has(value.toLowerCase()))
      .map(value => ({ kind: 'credential', label: value, span, text: gap + value, filter: value })),
    incomplete: false,
  };
}
