import { l10n } from 'vscode';
import type { CatalogueEntry } from '../../../server/src/core/services/catalogueTree';

/** What the view of the guidelines says of an entry, in the writer's language. */

type Certainty = NonNullable<CatalogueEntry['certainty']>;

export function entryName({ kind, name }: CatalogueEntry): string {
  return kind === 'page' ? pageWords(name) : name;
}

/** Chapter, edition, pages, how certain they are, and whether the letter may cite it. */
export function entryDetails({ kind, chapter, edition, pages, certainty, status, inForce }: CatalogueEntry): string[] {
  const force =
    kind !== 'guideline'
      ? ''
      : status === 'proposed'
        ? l10n.t('proposed, not in force')
        : inForce === false
          ? l10n.t('not in force for this letter')
          : inForce === null && status === 'superseded'
            ? l10n.t('superseded')
            : '';
  return [
    chapter === null ? '' : l10n.t('chapter {0}', chapter),
    kind === 'page' || pages === '' ? '' : pageWords(pages),
    certainty === null ? '' : certaintyWords(certainty),
    force,
    edition ?? '',
  ].filter(words => words !== '');
}

export function certaintyWords(certainty: Certainty): string {
  switch (certainty) {
    case 'published':
      return l10n.t('published');
    case 'partly-published':
      return l10n.t('published in part: look it up');
    case 'recall':
      return l10n.t('unverified: look it up');
    case 'other-edition':
      return l10n.t('known from another edition: look it up');
    case 'seen':
      return l10n.t('seen in posted letters');
    case 'none':
      return l10n.t('no page known');
  }
}

function pageWords(pages: string): string {
  return /[-,]/.test(pages) ? l10n.t('pages {0}', pages) : l10n.t('page {0}', pages);
}
