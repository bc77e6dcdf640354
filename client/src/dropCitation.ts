import {
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  DocumentDropOrPasteEditKind,
  l10n,
  languages,
  type Position,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CitationParams,
  type CitationResult,
  citationRequest,
  readCitationRef,
} from '../../server/src/lsp/viewMessages';
import { ask } from './ask';
import { citationMime } from './guidelines/guidelinesView';
import { languageId } from './letters';

/** A citation that is dragged from the view of the guidelines is cited where it is dropped, in the letter's style. */
export function registerDropCitation(client: BaseLanguageClient): Disposable {
  if (typeof languages.registerDocumentDropEditProvider !== 'function') return Disposable.from();
  return languages.registerDocumentDropEditProvider({ language: languageId }, new DropCitation(client), {
    dropMimeTypes: [citationMime],
  });
}

class DropCitation implements DocumentDropEditProvider {
  constructor(private readonly client: BaseLanguageClient) {}

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    transfer: DataTransfer,
  ): Promise<DocumentDropEdit | undefined> {
    const citation = readCitationRef(parsed(await transfer.get(citationMime)?.asString()));
    if (!citation) return undefined;
    const params: CitationParams = {
      uri: this.client.code2ProtocolConverter.asUri(document.uri),
      citation,
      position: this.client.code2ProtocolConverter.asPosition(position),
    };
    const cited = await ask<CitationResult>(this.client, citationRequest, params);
    if (!cited) return undefined;
    const edit = cited.edit && this.client.protocol2CodeConverter.asTextEdit(cited.edit);
    const isHere = !edit || (edit.range.isEmpty && edit.range.start.isEqual(position));
    const drop = new DocumentDropEdit(isHere ? (edit?.newText ?? cited.text) : '', l10n.t('Cite here'));
    drop.kind = DocumentDropOrPasteEditKind.Empty.append('determinationLetter', 'citation');
    if (edit && !isHere) {
      // In a guideline line it has a place of its own.
      drop.additionalEdit = new WorkspaceEdit();
      drop.additionalEdit.replace(document.uri, edit.range, edit.newText);
    }
    return drop;
  }
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
