import type { ItemPart, Placed, SectionPart } from '../../language/tree';
import type { Span } from '../../text/span';
import type { Place, Proposal, Proposals } from './proposal';

/** A label or a heading that is begun. */
const BEGUN = /^(?:#{1,2}\s*)?(?:[A-Za-z(][^:.]{0,60})?$/;

/** At the start of a line: the item's fields, the section's credentials and the section headings that are still missing. */
export function completeLabels(
  place: Place,
  item: Placed<ItemPart> | null,
  section: Placed<SectionPart> | null,
): Proposals | null {
  const { before, offset, atLineEnd } = place;
  const typed = before.trimStart();
  if (!atLineEnd || !BEGUN.test(typed)) return null;
  if (item && typed !== '' && !startsLabel(place, typed)) return null;
  const span = { start: offset - typed.length, end: offset };
  const items = [
    ...(item ? missingFields(place, item, span) : missingCredentials(place, section, span)),
    ...missingSections(place, span),
  ];
  return items.length > 0 ? { items, incomplete: false } : null;
}

/** Headings that the profile requires and the letter lacks, with their standard text. */
export function missingSections(place: Place, span: Span): Proposal[] {
  const { letter, setup, lineEnd } = place;
  const present = new Set(letter.sections.map(s => s.part.heading.match?.definition.heading));
  const { sections, organisation } = setup.profile.profile;
  return sections
    .filter(s => !present.has(s.heading))
    .map(s => {
      const leadIn = s.leadIn.replaceAll('{organisation}', organisation);
      const heading = `# ${s.heading}`;
      const text = leadIn === '' ? heading + lineEnd : `${heading}${lineEnd}${lineEnd}${leadIn}${lineEnd}${lineEnd}`;
      return {
        kind: 'section',
        label: s.heading,
        span,
        text,
        filter: `${heading} ${s.heading}`,
        about: { kind: 'text', text },
      };
    });
}

function missingFields(place: Place, item: Placed<ItemPart>, span: Span): Proposal[] {
  const present = new Set(item.part.fields.map(f => f.definition.role));
  return place.setup.profile.profile.items.fields
    .filter(f => !present.has(f.role))
    .map(f => ({ kind: 'field', label: f.label, span, text: `${f.label}: `, filter: f.label }));
}

function missingCredentials(place: Place, section: Placed<SectionPart> | null, span: Span): Proposal[] {
  if (section?.part.sectionKind !== 'how-made') return [];
  const present = new Set(section.part.fields.map(f => f.definition.role));
  return place.setup.profile.profile.credentials.fields
    .filter(c => !present.has(c.role))
    .map(c => ({ kind: 'field', label: c.label, span, text: `${c.label}: `, filter: c.label }));
}

/** Within an item a line of prose must not bring up labels: what is typed begins one of them. */
function startsLabel(place: Place, typed: string): boolean {
  const words = typed.replace(/^#+\s*/, '').toLowerCase();
  const { items, sections } = place.setup.profile.profile;
  return (
    words === '' ||
    items.fields.some(f => f.label.toLowerCase().startsWith(words)) ||
    sections.some(s => s.heading.toLowerCase().startsWith(words))
  );
}
