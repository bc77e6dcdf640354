import { l10n, type Uri } from 'vscode';
import type { ImportResult } from '../../../server/src/lsp/convertMessages';
import type { ReportLine } from '../reports';

type Unplaced = ImportResult['unplaced'][number];
type LeftOut = ImportResult['leftOut'][number];

/** What is said of a letter that was imported. */
export function importedWords(name: string, letter: ImportResult): string[] {
  const { notALetter, betterProfile, unplaced } = letter;
  const leftOut = letter.leftOut.filter(({ what }) => what !== 'pageNumber');
  return [
    notALetter
      ? l10n.t('"{0}" does not look like a letter: its text stands in the new document as it came.', name)
      : l10n.t('"{0}" was imported as a new letter. It is not saved yet.', name),
    ...(betterProfile === null
      ? []
      : [l10n.t('It looks more like a letter of the program "{0}", which the settings can choose.', betterProfile)]),
    counted(unplaced.length, l10n.t('1 passage needs a look.'), l10n.t('{0} passages need a look.', unplaced.length)),
    counted(
      leftOut.length,
      l10n.t('1 thing beside its text was left out.'),
      l10n.t('{0} things beside its text were left out.', leftOut.length),
    ),
  ].filter(words => words !== '');
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : many;
}

/** What needs a look in the new letter, and what is not in it. */
export function importLines(uri: Uri, { unplaced, leftOut }: ImportResult): ReportLine[] {
  return [
    ...unplaced.map(each => ({ text: unplacedWords(each), place: { uri, line: each.line } })),
    ...leftOut.map(each => ({ text: leftOutWords(each) })),
  ];
}

function unplacedWords({ line, text, why }: Unplaced): string {
  return l10n.t('Line {0}: {1}: {2}', line + 1, reasonWords(why), text);
}

function reasonWords(why: Unplaced['why']): string {
  switch (why) {
    case 'header':
      return l10n.t('before the first heading, and no field of the header');
    case 'heading':
      return l10n.t('a heading that letters of this program do not have');
    case 'items':
      return l10n.t('among the items, and part of none');
    case 'item':
      return l10n.t('in an item, under none of its labels');
    case 'label':
      return l10n.t('a label where no item stands');
  }
}

function leftOutWords({ what, page, text }: LeftOut): string {
  const kind = page === null ? kindWords(what) : l10n.t('{0}, page {1}', kindWords(what), page);
  return text === '' ? l10n.t('Left out: {0}', kind) : l10n.t('Left out: {0}: {1}', kind, text);
}

function kindWords(what: string): string {
  switch (what) {
    case 'letterhead':
      return l10n.t('letterhead');
    case 'runningHead':
      return l10n.t('head of a page');
    case 'runningFoot':
      return l10n.t('foot of a page');
    case 'pageNumber':
      return l10n.t('page number');
    case 'picture':
      return l10n.t('picture');
    case 'comment':
      return l10n.t('comment');
    case 'deleted':
      return l10n.t('deleted passage');
    case 'hidden':
      return l10n.t('hidden passage');
    case 'note':
      return l10n.t('footnote or endnote');
    case 'textBox':
      return l10n.t('text box');
    case 'attachment':
      return l10n.t('attached file');
    case 'field':
      return l10n.t('field of a form');
    default:
      return l10n.t('other');
  }
}
