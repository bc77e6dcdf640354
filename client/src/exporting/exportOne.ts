import { CancellationError, l10n } from 'vscode';
import { unreadable } from '../convert/problems';
import type { Dialogs } from '../dialogs';
import type { Copies, Copy, MadeFile } from './copies';
import { tellDone } from './done';
import type { ExportFormat } from './formats';
import { fileName } from './names';
import { removedWords } from './removed';
import { replaceFile, type Target, writeProblem } from './replaceFile';
import { askTarget } from './targets';
import { confirmUnfinished, isUnfinished } from './unfinished';
import { missingWords } from './words';

/** Exports one letter, or a redacted copy of it, where the writer says. */
export async function exportOne(dialogs: Dialogs, copies: Copies, copy: Copy, format: ExportFormat): Promise<void> {
  const name = fileName(copy.letter);
  const unfinished = await copies.unfinished(copy);
  if (!unfinished) {
    await dialogs.tell('error', unreadable(name));
    return;
  }
  // What is to be worked on need not be finished.
  const asks = isUnfinished(unfinished) && format !== 'letter';
  if (asks && !(await confirmUnfinished(dialogs, name, unfinished))) return;
  const target = await askTarget(dialogs, copy, format);
  if (!target) return;
  const made = await makeAndWrite(dialogs, copies, copy, format, target);
  if (made === null) return;
  if (typeof made === 'string') {
    await dialogs.tell('error', made);
    return;
  }
  const missing = missingWords(made);
  const sentences = [
    l10n.t('Exported "{0}".', fileName(target.file)),
    ...(made.removed ? [removedWords(made.removed)] : []),
    ...(missing === '' ? [] : [missing]),
  ];
  await tellDone(dialogs, target.file, format, sentences, missing !== '' || made.removed?.isComplete === false);
}

/** The file as it was written, what went wrong, or null where it was cancelled. */
async function makeAndWrite(
  dialogs: Dialogs,
  copies: Copies,
  copy: Copy,
  format: ExportFormat,
  target: Target,
): Promise<MadeFile | string | null> {
  const title = l10n.t('Exporting "{0}"', fileName(copy.letter));
  return dialogs.during(title, async (_progress, token) => {
    try {
      const made = await copies.make(copy, format, token);
      if (typeof made !== 'string') await replaceFile(target, made.bytes, token);
      return made;
    } catch (error) {
      return error instanceof CancellationError ? null : writeProblem(target, error);
    }
  });
}
