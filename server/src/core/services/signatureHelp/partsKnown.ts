import type { Catalogue } from '../../catalogue/catalogue';
import type { Guideline } from '../../catalogue/model';
import type { Citation } from '../../citations/model';
import { type Day, printDay } from '../../text/dates';
import { t } from '../../words/translate';

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
    guideline: t('The name of the guideline.'),
    year: sentences(t('The year of the edition.'), yearsOf(editions), inForceOn(day, editions, catalogue)),
    section: sentences(t('A section, or several with commas between them.'), sectionsOf(guideline)),
    page: sentences(
      t('A page, or the first and the last one with a hyphen; several with commas between them.'),
      pagesOf(guideline),
    ),
    topic: t('The topic of the guideline that stands on the page.'),
  };
}

function yearsOf(editions: readonly Guideline[]): string {
  const years = [...new Set(editions.flatMap(({ year }) => year ?? []))].sort();
  return years.length > 0 ? t('Known: {0}.', years.join(', ')) : '';
}

function inForceOn(day: Day | null, editions: readonly Guideline[], catalogue: Catalogue): string {
  const valid = day && editions.find(edition => edition.year !== null && catalogue.inForceAt(edition, day.iso));
  return valid ? t('In force on {0}: {1}.', printDay(day), valid.year ?? '') : '';
}

function sectionsOf(guideline: Guideline | null): string {
  const names = guideline?.sections.map(({ name }) => name) ?? [];
  if (names.length === 0) return '';
  const shown = names.slice(0, MOST).join('; ');
  return names.length > MOST ? t('Known: {0}; and {1} more.', shown, names.length - MOST) : t('Known: {0}.', shown);
}

function pagesOf(guideline: Guideline | null): string {
  return guideline?.pages ? t('This guideline has the pages {0}.', guideline.pages.range.join('-')) : '';
}

function sentences(...all: readonly string[]): string {
  return all.filter(sentence => sentence !== '').join(' ');
}
