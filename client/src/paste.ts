import {
  type DataTransfer,
  DataTransferItem,
  Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CleanPasteParams, type CleanPasteResult, cleanPasteRequest } from '../../server/src/lsp/pasteMessages';
import { ask } from './ask';
import { languageId } from './letters';

/** Goes with what is copied from a letter: that is markup already. */
const copiedMime = 'application/vnd.determination-letters.copied';
const textMime = 'text/plain';

/**
 * Text of a PDF or a page of the web that is pasted arrives as markup; the editor then offers to paste it as it is. An
 * editor that cannot be asked pastes as it always does.
 */
export function registerPaste(client: BaseLanguageClient): Disposable {
  if (typeof languages.registerDocumentPasteEditProvider !== 'function') return Disposable.from();
  return languages.registerDocumentPasteEditProvider({ language: languageId }, new PasteAsMarkup(client), {
    providedPasteEditKinds: [kind()],
    copyMimeTypes: [copiedMime],
    // With its own type too: VS Code hands over what goes with a copy only to those who say that they paste it.
    pasteMimeTypes: [textMime, copiedMime],
  });
}

/** Made when it is needed: an editor without pasting has no such class. */
function kind(): DocumentDropOrPasteEditKind {
  return DocumentDropOrPasteEditKind.Text.append('determinationLetter');
}

class PasteAsMarkup implements DocumentPasteEditProvider {
  constructor(private readonly client: BaseLanguageClient) {}

  prepareDocumentPaste(_document: TextDocument, _ranges: readonly Range[], transfer: DataTransfer): void {
    transfer.set(copiedMime, new DataTransferItem(''));
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    [range, ...others]: readonly Range[],
    transfer: DataTransfer,
  ): Promise<DocumentPasteEdit[] | undefined> {
    const isWanted = workspace.getConfiguration('determinationLetters', document).get('paste.cleanUp', true);
    if (!isWanted || !range || others.length > 0 || transfer.get(copiedMime)) return undefined;
    const text = await transfer.get(textMime)?.asString();
    if (!text) return undefined;
    const params: CleanPasteParams = {
      uri: this.client.code2ProtocolConverter.asUri(document.uri),
      range: this.client.code2ProtocolConverter.asRange(range),
      text,
    };
    const cleaned = await ask<CleanPasteResult>(this.client, cleanPasteRequest, params);
    if (cleaned === null || cleaned.text === null) return undefined;
    return [new DocumentPasteEdit(cleaned.text, l10n.t('Paste as letter text'), kind())];
  }
}
