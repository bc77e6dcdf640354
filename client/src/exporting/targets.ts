import { l10n, Uri, workspace } from 'vscode';
import type { Dialogs } from '../dialogs';
import type { Copy } from './copies';
import { type ExportFormat, formatName } from './formats';
import { fileName, folderOf, letterName } from './names';
import { exists, type Target } from './replaceFile';

/** Asks where one file is to be written; null where nowhere. */
export async function askTarget(
  dialogs: Pick<Dialogs, 'save' | 'confirm'>,
  copy: Copy,
  format: ExportFormat,
): Promise<Target | null> {
  const folder = copy.letter.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : folderOf(copy.letter);
  const chosen = await dialogs.save({
    ...(folder && { defaultUri: Uri.joinPath(folder, exportName(copy, format)) }),
    filters: { [formatName(format)]: [format] },
    title: l10n.t('Export "{0}"', fileName(copy.letter)),
    saveLabel: l10n.t('Export'),
  });
  if (!chosen) return null;
  // The dialogue has asked about the file that was chosen.
  if (chosen.path.toLowerCase().endsWith(`.${format}`)) return { file: chosen, overwrite: true };
  const file = chosen.with({ path: `${chosen.path}.${format}` });
  if (!(await exists(file))) return { file, overwrite: false };
  const overwrite = l10n.t('Overwrite');
  const message = l10n.t('There is a file "{0}" already.', fileName(file));
  const answer = await dialogs.confirm(message, l10n.t('Its content will be lost.'), overwrite);
  return answer === overwrite ? { file, overwrite: true } : null;
}

/** What is done about files that exist already. */
export type Existing = 'overwrite' | 'keep' | 'skip';

/** Asks once what is to be done about all files that exist already; null where nothing at all. */
export async function askExisting(
  dialogs: Pick<Dialogs, 'confirm'>,
  existing: readonly string[],
  all: number,
): Promise<Existing | null> {
  if (existing.length === 0) return 'keep';
  const answers = new Map<string, Existing>([
    [l10n.t('Overwrite'), 'overwrite'],
    [l10n.t('Keep Both'), 'keep'],
    [l10n.t('Skip These'), 'skip'],
  ]);
  const message =
    existing.length === 1
      ? l10n.t('There is a file "{0}" already.', existing[0] ?? '')
      : l10n.t('{0} of the {1} files are there already.', existing.length, all);
  const answer = await dialogs.confirm(message, named(existing), ...answers.keys());
  return answers.get(answer ?? '') ?? null;
}

/** More of them nobody reads in a dialogue. */
const mostNamed = 8;

export function named(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(rest > 0 ? [l10n.t('and {0} more', rest)] : [])].join('\n');
}

export function exportName({ letter, redact }: Copy, format: ExportFormat): string {
  return `${letterName(letter)}${redact ? '.redacted' : ''}.${format}`;
}

/** A name like this that none of `taken` has: "letter 2.pdf". */
export function freeName(name: string, taken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let count = 2; taken(free); count++) free = `${name.slice(0, dot)} ${count}${name.slice(dot)}`;
  return free;
}
