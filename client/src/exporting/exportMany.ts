import { CancellationError, type CancellationToken, l10n, Uri, workspace } from 'vscode';
import { unreadable } from '../convert/problems';
import type { Dialogs, ShowProgress } from '../dialogs';
import type { ReportLine, Reports } from '../reports';
import type { Copies } from './copies';
import { showInFolder } from './done';
import type { ExportFormat } from './formats';
import { fileName } from './names';
import { replaceFile, type Target, writeProblem } from './replaceFile';
import { askExisting, type Existing, exportName, freeName, named } from './targets';
import { isUnfinished, unfinishedCounts } from './unfinished';
import { missingWords } from './words';

/** Exports several letters into one folder, and says which it did not export and why. */
export async function exportMany(
  dialogs: Dialogs,
  copies: Copies,
  reports: Reports,
  letters: readonly Uri[],
  format: ExportFormat,
): Promise<void> {
  const [folder] = (await dialogs.open(folderOptions(letters))) ?? [];
  if (!folder) return;
  const plan = await planned(dialogs, copies, letters, format, folder);
  if (!plan) return;
  const title = l10n.t('Exporting {0} letters', plan.steps.length);
  const done = await dialogs.during(title, (progress, token) => run(copies, plan, format, progress, token));
  const lines = [...plan.leftOut, ...done.lines];
  const message =
    done.written.length === 1
      ? l10n.t('Exported 1 of {0} letters.', letters.length)
      : l10n.t('Exported {0} of {1} letters.', done.written.length, letters.length);
  const showReport = l10n.t('Show Report');
  const showFolder = l10n.t('Show in Folder');
  const [first] = done.written;
  const answers = [...(lines.length > 0 ? [showReport] : []), ...(first ? [showFolder] : [])];
  const answer = await dialogs.tell(lines.length > 0 ? 'warning' : 'information', message, ...answers);
  if (answer === showReport) await reports.show(l10n.t('Export of letters'), [message], lines);
  if (answer === showFolder && first) await showInFolder(first);
}

function folderOptions([first]: readonly Uri[]) {
  return {
    canSelectFiles: false,
    canSelectFolders: true,
    ...(first && { defaultUri: Uri.joinPath(first, '..') }),
    title: l10n.t('Folder of the exported letters'),
    openLabel: l10n.t('Export Here'),
  };
}

interface Plan {
  readonly steps: readonly Step[];
  readonly leftOut: readonly ReportLine[];
}

interface Step extends Target {
  readonly letter: Uri;
}

/** Asks all there is to ask before anything is written; null where nothing is to be done. */
async function planned(
  dialogs: Dialogs,
  copies: Copies,
  letters: readonly Uri[],
  format: ExportFormat,
  folder: Uri,
): Promise<Plan | null> {
  const checked = await dialogs.during(l10n.t('Checking {0} letters', letters.length), (progress, token) =>
    check(copies, letters, progress, token),
  );
  if (!checked) return null;
  const withUnfinished = await askUnfinished(dialogs, checked, letters.length);
  if (withUnfinished === null) return null;
  const leftOut = [...checked.unreadable, ...(withUnfinished ? [] : checked.unfinished)];
  const dropped = new Set(leftOut.map(({ place }) => place?.uri.toString()));
  const going = letters.filter(letter => !dropped.has(letter.toString()));

  const names = new Set((await workspace.fs.readDirectory(folder).then(undefined, () => [])).map(([name]) => name));
  const inTheWay = going.map(letter => exportName({ letter }, format)).filter(name => names.has(name));
  const existing = await askExisting(dialogs, inTheWay, going.length);
  if (!existing) return null;
  return placed(going, format, folder, names, existing, leftOut);
}

function placed(
  letters: readonly Uri[],
  format: ExportFormat,
  folder: Uri,
  names: ReadonlySet<string>,
  existing: Existing,
  leftOut: readonly ReportLine[],
): Plan {
  const used = new Set<string>();
  const steps: Step[] = [];
  const skipped: ReportLine[] = [];
  for (const letter of letters) {
    const wanted = exportName({ letter }, format);
    if (existing === 'skip' && names.has(wanted)) {
      skipped.push({ text: l10n.t('"{0}" was there already.', wanted), place: { uri: letter, line: 0 } });
      continue;
    }
    // Letters of several folders may have one name.
    const name = freeName(wanted, each => used.has(each) || (existing === 'keep' && names.has(each)));
    used.add(name);
    steps.push({ letter, file: Uri.joinPath(folder, name), overwrite: existing === 'overwrite' && names.has(name) });
  }
  return { steps, leftOut: [...leftOut, ...skipped] };
}

interface Checked {
  readonly unfinished: readonly ReportLine[];
  readonly unreadable: readonly ReportLine[];
}

async function check(
  copies: Copies,
  letters: readonly Uri[],
  progress: ShowProgress,
  token: CancellationToken,
): Promise<Checked | null> {
  const unfinished: ReportLine[] = [];
  const lost: ReportLine[] = [];
  for (const letter of letters) {
    if (token.isCancellationRequested) return null;
    const name = fileName(letter);
    progress.report({ message: name, increment: 100 / letters.length });
    const found = await copies.unfinished({ letter });
    const place = { uri: letter, line: found?.errors[0]?.range.start.line ?? 0 };
    if (!found) lost.push({ text: unreadable(name), place });
    else if (isUnfinished(found)) {
      unfinished.push({ text: l10n.t('"{0}" is not finished: {1}.', name, unfinishedCounts(found)), place });
    }
  }
  return { unfinished, unreadable: lost };
}

/** Whether those that are not finished go along; null where nothing is to be exported. */
async function askUnfinished(dialogs: Dialogs, { unfinished }: Checked, all: number): Promise<boolean | null> {
  if (unfinished.length === 0) return false;
  const anyway = l10n.t('Export Anyway');
  const without = l10n.t('Leave Them Out');
  const message = l10n.t('{0} of {1} letters are not finished.', unfinished.length, all);
  const answers = unfinished.length < all ? [anyway, without] : [anyway];
  const answer = await dialogs.confirm(message, named(unfinished.map(({ text }) => text)), ...answers);
  return answer === anyway ? true : answer === without ? false : null;
}

interface Done {
  readonly written: readonly Uri[];
  readonly lines: readonly ReportLine[];
}

async function run(
  copies: Copies,
  { steps }: Plan,
  format: ExportFormat,
  progress: ShowProgress,
  token: CancellationToken,
): Promise<Done> {
  const written: Uri[] = [];
  const lines: ReportLine[] = [];
  for (const step of steps) {
    const { letter, file } = step;
    const place = { uri: letter, line: 0 };
    const name = fileName(file);
    progress.report({ message: name, increment: 100 / steps.length });
    try {
      if (token.isCancellationRequested) throw new CancellationError();
      const made = await copies.make({ letter }, format, token);
      if (typeof made === 'string') {
        lines.push({ text: made, place });
        continue;
      }
      await replaceFile(step, made.bytes, token);
      written.push(file);
      const missing = missingWords(made);
      if (missing !== '') lines.push({ text: `"${name}": ${missing}`, place });
    } catch (error) {
      const isCancelled = error instanceof CancellationError;
      lines.push({ text: isCancelled ? l10n.t('"{0}" was cancelled.', name) : writeProblem(step, error), place });
    }
  }
  return { written, lines };
}
