import { commands, Disposable, FileType, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Policy } from '../../../server/src/core/privacy/policy';
import type { Dialogs } from '../dialogs';
import { isLetter } from '../letters';
import { lettersBelow } from '../listLetters';
import type { Reports } from '../reports';
import type { Copies } from './copies';
import { exportMany } from './exportMany';
import { exportOne } from './exportOne';
import { type ExportFormat, type FormatItem, formatItems, letterItem } from './formats';

/** The commands by which letters leave the editor. */
export function registerExporting(dialogs: Dialogs, copies: Copies, reports: Reports): Disposable {
  const exportLetter = async (letter: unknown) => {
    const uri = letterOf(letter);
    if (!uri) return tellNoLetter(dialogs);
    const format = await askFormat(dialogs, formatItems());
    if (format) await exportOne(dialogs, copies, { letter: uri }, format);
  };
  const exportRedacted = async (letter: unknown) => {
    const uri = letterOf(letter);
    if (!uri) return tellNoLetter(dialogs);
    const redact = await askPolicy(dialogs);
    const format = redact && (await askFormat(dialogs, [...formatItems(), letterItem()]));
    if (format) await exportOne(dialogs, copies, { letter: uri, redact }, format);
  };
  const exportLetters = async (clicked: unknown, selected: unknown) => {
    const letters = await lettersIn(dialogs, clicked, selected);
    if (!letters) return;
    if (letters.length === 0) {
      await dialogs.tell('information', l10n.t('There are no letters.'));
      return;
    }
    if (letters.length > mostLetters) {
      const message = l10n.t(
        'There are more than {0} letters. Select fewer, or export them with the command letters export.',
        mostLetters,
      );
      await dialogs.tell('warning', message);
      return;
    }
    const format = await askFormat(dialogs, formatItems());
    if (format) await exportMany(dialogs, copies, reports, letters, format);
  };
  return Disposable.from(
    commands.registerCommand('determinationLetters.exportLetter', exportLetter),
    commands.registerCommand('determinationLetters.exportRedacted', exportRedacted),
    commands.registerCommand('determinationLetters.exportLetters', exportLetters),
  );
}

/** The letter that was clicked, or else the one that is open. */
function letterOf(clicked: unknown): Uri | null {
  if (clicked instanceof Uri) return clicked;
  const document = window.activeTextEditor?.document;
  return document && isLetter(document) ? document.uri : null;
}

/** More letters are work for the command line. */
const mostLetters = 5000;

/** The letters that were selected, those of selected folders, or else the ones the writer picks. */
async function lettersIn(dialogs: Dialogs, clicked: unknown, selected: unknown): Promise<readonly Uri[] | null> {
  const chosen = Array.isArray(selected) ? selected : [clicked];
  const uris = chosen.filter(uri => uri instanceof Uri);
  if (uris.length === 0) {
    const [folder] = workspace.workspaceFolders ?? [];
    const picked = await dialogs.open({
      canSelectMany: true,
      filters: { [l10n.t('Letters')]: ['letter'] },
      ...(folder && { defaultUri: folder.uri }),
      title: l10n.t('Letters to export'),
    });
    return picked ?? null;
  }
  const letters: Uri[] = [];
  for (const uri of uris) {
    const isFolder = await isDirectory(uri);
    if (isFolder) letters.push(...(await lettersBelow([uri], mostLetters + 1 - letters.length)));
    else if (uri.path.endsWith('.letter')) letters.push(uri);
  }
  // A letter may be selected together with its folder.
  return [...new Map(letters.map(letter => [letter.toString(), letter])).values()];
}

async function isDirectory(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
}

async function askFormat(dialogs: Dialogs, items: readonly FormatItem[]): Promise<ExportFormat | undefined> {
  const placeHolder = l10n.t('The kind of file');
  return (await dialogs.pick(items, { placeHolder, matchOnDescription: true }))?.format;
}

async function askPolicy(dialogs: Dialogs): Promise<Policy | undefined> {
  const items: (QuickPickItem & { readonly policy: Policy })[] = [
    {
      policy: 'posted',
      label: l10n.t('As posted letters'),
      detail: l10n.t('Names, numbers and addresses are removed; ages and dates stay'),
    },
    {
      policy: 'safe-harbor',
      label: l10n.t('Safe harbor'),
      detail: l10n.t('Also dates finer than a year, ages over 89 and small places (45 CFR 164.514)'),
    },
  ];
  return (await dialogs.pick(items, { placeHolder: l10n.t('What the copy leaves out') }))?.policy;
}

async function tellNoLetter(dialogs: Dialogs): Promise<void> {
  await dialogs.tell('information', l10n.t('Open a letter first.'));
}
