import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { isObject } from '../../../server/src/lsp/messages';
import { previewsChanged } from '../../../server/src/lsp/previewMessages';
import { isLetter } from '../letters';
import { switchAppearance } from './appearance';
import { openPreviewToSide } from './commands';
import { isSame } from './documents';
import { PreviewPanel } from './previewPanel';

const viewType = 'determinationLetters.preview';

/** The previews of letters: one panel for each, which comes back when the window is loaded again. */
export function registerPreviews(client: BaseLanguageClient, extension: Uri): Disposable {
  const previews = new Set<PreviewPanel>();

  const add = (panel: WebviewPanel, uri: Uri) => {
    const preview = new PreviewPanel(panel, uri, extension, client);
    previews.add(preview);
    panel.onDidDispose(() => {
      previews.delete(preview);
      preview.dispose();
    });
    return preview;
  };
  const of = (uri: Uri) => [...previews].find(({ letter }) => isSame(letter, uri));
  const active = () => [...previews].find(({ panel }) => panel.active);
  const refresh = () => {
    for (const preview of previews) preview.askSoon();
  };

  /** Resolves when the letter is shown. */
  const open = async (given: unknown, viewColumn: ViewColumn) => {
    const uri = readUri(given) ?? letterInEditor();
    if (!uri) return;
    const known = of(uri);
    const preserveFocus = viewColumn === ViewColumn.Beside;
    known?.panel.reveal(undefined, preserveFocus);
    const make = () =>
      window.createWebviewPanel(viewType, '', { viewColumn, preserveFocus }, { enableFindWidget: true });
    await (known ?? add(make(), uri)).whenShown();
  };

  return Disposable.from(
    commands.registerCommand('determinationLetters.openPreview', (uri: unknown) => open(uri, ViewColumn.Active)),
    commands.registerCommand(openPreviewToSide, (uri: unknown) => open(uri, ViewColumn.Beside)),
    commands.registerCommand('determinationLetters.showPreviewSource', () => active()?.goToShown()),
    commands.registerCommand('determinationLetters.switchPreviewAppearance', async () => {
      const preview = active();
      if (preview) await switchAppearance(preview.letter);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const uri = isObject(state) ? readUri(state['uri']) : null;
        if (uri) add(panel, uri);
        else panel.dispose();
      },
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) of(oldUri)?.show(newUri);
    }),
    client.onNotification(previewsChanged, refresh),
    client.onDidChangeState(({ newState }) => newState === State.Running && refresh()),
    new Disposable(() => {
      // The panels stay: the editor brings them back with the window.
      for (const preview of previews) preview.dispose();
    }),
  );
}

function letterInEditor(): Uri | null {
  const document = window.activeTextEditor?.document;
  return document && isLetter(document) ? document.uri : null;
}

/** A URI as a menu gives it, or as text: from the server or from what a page kept. */
function readUri(value: unknown): Uri | null {
  if (value instanceof Uri) return value;
  try {
    return typeof value === 'string' ? Uri.parse(value, true) : null;
  } catch {
    return null;
  }
}
