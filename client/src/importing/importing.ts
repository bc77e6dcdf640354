import { commands, Disposable, Uri, window } from 'vscode';
import type { Dialogs } from '../dialogs';
import { ImportEditor, importEditor } from './importEditor';
import type { Importer } from './importer';
import type { LetterImport } from './importLetters';
import { registerTakeFiles } from './takeFiles';

/** The ways by which files of other formats become letters. */
export function registerImporting(importer: Importer, letters: LetterImport, dialogs: Dialogs): Disposable {
  return Disposable.from(
    commands.registerCommand('determinationLetters.importLetter', async (clicked: unknown, selected: unknown) => {
      const chosen = Array.isArray(selected) ? selected : [clicked];
      const files = chosen.filter(uri => uri instanceof Uri);
      if (files.length > 0) await letters.open(files);
      else await letters.ask();
    }),
    window.registerCustomEditorProvider(importEditor, new ImportEditor(letters)),
    registerTakeFiles(importer, dialogs),
  );
}
