import { type CustomDocument, type CustomReadonlyEditorProvider, l10n, type Uri, type WebviewPanel } from 'vscode';
import { fileName } from '../exporting/names';
import type { LetterImport } from './importLetters';

export const importEditor = 'determinationLetters.import';

/** Opens a file of another format as a new letter, and goes; where it cannot, it stays to say why. */
export class ImportEditor implements CustomReadonlyEditorProvider {
  constructor(private readonly letters: LetterImport) {}

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    panel.webview.html = page(l10n.t('Importing "{0}"', fileName(uri)));
    // The editor waits for this method before it shows anything.
    setTimeout(() => this.run(uri, panel), 0);
  }

  private async run(uri: Uri, panel: WebviewPanel): Promise<void> {
    const [problem] = await this.letters.open([uri]);
    if (problem === undefined) panel.dispose();
    else panel.webview.html = page(problem);
  }
}

/** Words alone: no script, no style of its own, nothing from elsewhere. */
function page(words: string): string {
  const escaped = words.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body><p>${escaped}</p></body></html>`;
}
