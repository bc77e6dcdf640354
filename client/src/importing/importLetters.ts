import { CancellationError, l10n, type Uri, window, workspace } from 'vscode';
import type { ImportResult } from '../../../server/src/lsp/convertMessages';
import type { Dialogs } from '../dialogs';
import { fileName } from '../exporting/names';
import { languageId } from '../letters';
import type { ReportLine, Reports } from '../reports';
import { type Importer, importable, sourceFile } from './importer';
import { importedWords, importLines } from './words';

/** Asks for files and opens a new letter of each; nothing is written before the writer saves. */
export class LetterImport {
  constructor(
    private readonly importer: Importer,
    private readonly dialogs: Dialogs,
    private readonly reports: Reports,
  ) {}

  async ask(): Promise<void> {
    const files = await this.dialogs.open({
      canSelectMany: true,
      filters: { [l10n.t('Letters to import')]: importable },
      title: l10n.t('Import letters'),
      openLabel: l10n.t('Import'),
    });
    if (files && files.length > 0) await this.open(files);
  }

  /** @returns why a file gave no letter, in the order of the files */
  async open(files: readonly Uri[]): Promise<readonly string[]> {
    const [first] = files;
    if (!first) return [];
    const title =
      files.length === 1 ? l10n.t('Importing "{0}"', fileName(first)) : l10n.t('Importing {0} letters', files.length);
    const imported: Imported[] = [];
    const problems: string[] = [];
    await this.dialogs.during(title, async (progress, token) => {
      for (const file of files) {
        if (token.isCancellationRequested) return;
        if (files.length > 1) progress.report({ message: fileName(file), increment: 100 / files.length });
        try {
          const letter = await this.importer.read(sourceFile(file), token);
          if (typeof letter === 'string') problems.push(letter);
          else imported.push({ name: fileName(file), letter, uri: await opened(letter.text) });
        } catch (error) {
          if (!(error instanceof CancellationError)) throw error;
        }
      }
    });
    this.tell(imported, problems);
    return problems;
  }

  private tell(imported: readonly Imported[], problems: readonly string[]): void {
    const [only] = imported;
    if (only && imported.length === 1 && problems.length === 0) this.tellOne(only);
    else if (imported.length === 0 && problems.length === 1) this.show('error', problems, []);
    else if (imported.length + problems.length > 0) this.tellMany(imported, problems);
  }

  private tellOne({ name, uri, letter }: Imported): void {
    const isFine = !letter.notALetter && letter.betterProfile === null && letter.unplaced.length === 0;
    this.show(isFine ? 'information' : 'warning', importedWords(name, letter), importLines(uri, letter));
  }

  private tellMany(imported: readonly Imported[], problems: readonly string[]): void {
    const message = l10n.t('Imported {0} of {1} letters.', imported.length, imported.length + problems.length);
    const lines = [
      ...problems.map(text => ({ text })),
      ...imported.flatMap(({ name, uri, letter }) => [
        { text: importedWords(name, letter).join(' '), place: { uri, line: 0 } },
        ...importLines(uri, letter),
      ]),
    ];
    this.show(problems.length > 0 ? 'warning' : 'information', [message], lines);
  }

  /** Does not wait for an answer: a notification may stay for long. */
  private show(how: 'information' | 'warning' | 'error', words: readonly string[], lines: readonly ReportLine[]): void {
    const showReport = l10n.t('Show Report');
    const answers = lines.length > 0 ? [showReport] : [];
    this.dialogs.tell(how, words.join(' '), ...answers).then(answer => {
      if (answer === showReport) return this.reports.show(l10n.t('Import of letters'), words, lines);
      return undefined;
    });
  }
}

interface Imported {
  readonly name: string;
  /** Of the new letter. */
  readonly uri: Uri;
  readonly letter: ImportResult;
}

async function opened(content: string): Promise<Uri> {
  const document = await workspace.openTextDocument({ language: languageId, content });
  await window.showTextDocument(document, { preview: false });
  return document.uri;
}
