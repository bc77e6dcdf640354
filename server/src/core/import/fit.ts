import type { Letter } from '../language/letter';
import type { SectionKind } from '../profile/schema';

/** What a heading of the profile counts, and one of its other forms, which may be ordinary words. */
const HEADING = 4;
const ALIAS = 2;
const ITEM_LABEL = 2;
/** The least that a letter has of its profile: one of its headings, or labels enough. */
const LEAST = 4;

/** How much of its profile a letter has: headings, labels, decided items. */
export function fitOf({ header, sections, items }: Letter): number {
  const headings = new Map<SectionKind, number>();
  for (const { part } of sections) {
    const { match } = part.heading;
    if (!match || match.spelling === 'near') continue;
    const points = match.spelling === 'exact' ? HEADING : ALIAS;
    headings.set(part.sectionKind, Math.max(points, headings.get(part.sectionKind) ?? 0));
  }
  const labels = new Set(items.flatMap(({ part }) => part.fields.map(field => field.definition.role)));
  const decided = items.filter(({ part }) => part.title.decision?.match === 'exact').length;
  const fields = new Set(header.part.fields.map(field => field.definition.role));
  const sectionFields = new Set(sections.flatMap(({ part }) => part.fields.map(field => field.definition.role)));
  const points = [...headings.values()].reduce((sum, each) => sum + each, 0);
  return points + labels.size * ITEM_LABEL + Math.min(decided, 2) + fields.size + sectionFields.size;
}

export function isLetterLike(letter: Letter): boolean {
  return fitOf(letter) >= LEAST;
}
