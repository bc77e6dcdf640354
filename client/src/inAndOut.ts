import { Disposable, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StartThread, ThreadConverter } from './convert/converter';
import { FontFiles } from './convert/fonts';
import type { Dialogs } from './dialogs';
import { Copies } from './exporting/copies';
import { registerExporting } from './exporting/exporting';
import { Importer } from './importing/importer';
import { registerImporting } from './importing/importing';
import { LetterImport } from './importing/importLetters';
import { Reports } from './reports';

/** Letters go out as files of other formats, and come in from them. */
export function registerInAndOut(
  client: BaseLanguageClient,
  { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
  startThread: StartThread,
  dialogs: Dialogs,
): Disposable {
  const converter = new ThreadConverter(startThread);
  const reports = new Reports();
  const copies = new Copies(client, converter, new FontFiles(extensionUri));
  const importer = new Importer(client, converter);
  return Disposable.from(
    converter,
    reports.disposable,
    registerExporting(dialogs, copies, reports),
    registerImporting(importer, new LetterImport(importer, dialogs, reports), dialogs),
  );
}
