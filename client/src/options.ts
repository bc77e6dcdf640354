import { l10n, Uri, window } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../../server/src/lsp/messages';
import { languageId } from './letters';
import { showPlaces } from './places';
import { openPreviewToSide } from './preview/commands';
import type { Supervisor } from './supervision/supervisor';

/** The folder with the pages of the rules. */
export function rulePagesFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'docs', 'rules');
}

/** `builtIn` is asked for the text of the built-in data at every start of the server. */
export function clientOptions(
  extension: Uri,
  builtIn: () => string | null,
  supervisor: Supervisor,
): LanguageClientOptions {
  const initializationOptions = (): ClientOptions => ({
    builtIn: builtIn(),
    translations: l10n.bundle ?? null,
    rulePages: `${rulePagesFolder(extension).toString()}/`,
    readsFiles: true,
    listsLetters: true,
    layersSettings: true,
    showsDiagnosticsInHover: true,
    suggestCommand: 'editor.action.triggerSuggest',
    showPlaceCommand: 'determinationLetters.goToPart',
    showPlacesCommand: showPlaces,
    previewCommand: openPreviewToSide,
    ...supervisor.options,
  });
  return {
    // By language alone: a letter may be a file, remote, virtual, or not saved yet.
    documentSelector: [{ language: languageId }],
    initializationOptions,
    errorHandler: supervisor.errorHandler,
    initializationFailedHandler: () => false,
    middleware: {
      ...supervisor.middleware,
      // The commands of the server are about a letter: from the palette, the one that is open.
      executeCommand: (command, args, next) => {
        const document = window.activeTextEditor?.document;
        return next(command, args.length > 0 || !document ? args : [document.uri.toString()]);
      },
    },
  };
}
