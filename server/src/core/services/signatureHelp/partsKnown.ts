import type { Catalogue } from '../../catalogue/catalogue';
import type { Guideline } from '../../catalogue/model';
import type { Citation } from '../../citations/model';
import { type Day, printDay } from '../../text/dates';

/** What is known of the parts of a citation, in plain words. */
export interface PartsKnown {
  readonly guideline: string;
  readonly year: string;
  readonly section: string;
  readonly page: string;
  readonly topic: string;
}

/** So many sections are named; the completion offers all. */
const MOST = 8;

/** `cited` is the citation so far, `day` the one whose edition counts. */
export function partsKnown(cited: Citation | null, day: Day | null, catalogue: Catalogue): PartsKnown {
  const guideline = cited?.guideline ?? null;
  const editions = cited?.nameKnown ? cited.candidates : [];
  return {
    guideline: 'The name of the guideline.',
    year: sentences('The year of the edition.', yearsOf(editions), inForceOn(day, editions, catalogue)),
    section: sentences('A section, or several with commas between them.', sectionsOf(guideline)),
    page: sentences(
      'A page, or the first and the last one with a hyphen; several with commas between them.',
      pagesOf(guideline),
    ),
    topic: 'The topic of the guideline that stands on the page.',
  };
}

function yearsOf(editions: readonly Guideline[]): string {
  const years = [...new Set(editions.flatMap(({ year }) => year ?? []))].sort();
  return years.length > 0 ? `Known: ${years.join(', ')}.` : '';
}

function inForceOn(day: Day | null, editions: readonly Guideline[], catalogue: Catalogue): string {
  const valid = day && editions.find(edition => edition.year !== null && catalogue.inForceAt(edition, day.iso));
  return valid ? `In force on ${printDay(day)}: ${valid.year}.` : '';
}

function sectionsOf(guideline: Guideline | null): string {
  const names = guideline?.sections.map(({ name }) => name) ?? [];
  if (names.length === 0) return '';
  const more = names.length > MOST ? `; and ${names.length - MOST} more` : '';
  return `Known: ${names.slice(0, MOST).join('; ')}${more}.`;
}

function pagesOf(guideline: Guideline | null): string {
  return guideline?.pages ? `This guideline has the pages ${guideline.pages.range.join('-')}.` : '';
}

function sentences(...all: readonly string[]): string {
  return all.filter(sentence => sentence !== '').join(' ');
}
