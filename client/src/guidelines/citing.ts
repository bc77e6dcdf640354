import {
  commands,
  Disposable,
  env,
  l10n,
  Selection,
  type TextEditor,
  type TreeView,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CatalogueEntry } from '../../../server/src/core/services/catalogueTree';
import type { CitationRef } from '../../../server/src/core/services/citationText';
import { isObject } from '../../../server/src/lsp/messages';
import { readCitationRef } from '../../../server/src/lsp/viewMessages';
import type { LetterState } from '../letter/letterState';
import type { Catalogue } from './catalogue';
import { pickCitation } from './pickCitation';

/** The commands that cite: an entry of the view, or one that is picked. */
export function registerCiting(
  client: BaseLanguageClient,
  state: LetterState,
  catalogue: Catalogue,
  view: TreeView<CatalogueEntry>,
): Disposable {
  return Disposable.from(
    commands.registerCommand('determinationLetters.insertCitation', async (given: unknown) => {
      if (!state.editor) await state.now();
      if (!state.editor) return tell(l10n.t('Open a letter first.'));
      const ofView = given === 'view' ? (view.selection[0]?.citation ?? null) : citationOf(given);
      if (given === 'view' && !ofView) return tell(l10n.t('Select what to cite first: the space bar does it.'));
      const citation = ofView ?? (await pickCitation(catalogue));
      if (citation) await insertAt(state.editor, citation, client, catalogue);
    }),
    commands.registerCommand('determinationLetters.copyCitation', async (given: unknown) => {
      const citation = citationOf(given) ?? view.selection[0]?.citation;
      const cited = citation && (await catalogue.cite(citation));
      if (!cited) return;
      await env.clipboard.writeText(cited.text);
      window.setStatusBarMessage(l10n.t('Copied: {0}', cited.text), 5000);
    }),
  );
}

function tell(words: string): void {
  window.showInformationMessage(words);
}

/** Of an entry of the view, or a citation itself. */
function citationOf(given: unknown): CitationRef | null {
  return readCitationRef(isObject(given) && 'citation' in given ? given['citation'] : given);
}

async function insertAt(editor: TextEditor, citation: CitationRef, client: BaseLanguageClient, catalogue: Catalogue) {
  const { document, selection } = editor;
  const { version } = document;
  const cited = await catalogue.cite(citation, client.code2ProtocolConverter.asPosition(selection.active));
  if (!cited?.edit || document.version !== version) return;
  const edit = client.protocol2CodeConverter.asTextEdit(cited.edit);
  // Words that go where the cursor is take the place of what is selected, as typed ones do.
  const isTyped = edit.range.isEmpty && edit.range.start.isEqual(selection.active) && !selection.isEmpty;
  const { range, newText } = isTyped ? { range: selection, newText: cited.text } : edit;
  const change = new WorkspaceEdit();
  change.replace(document.uri, range, newText);
  if (!(await workspace.applyEdit(change))) return;
  const end = document.positionAt(document.offsetAt(range.start) + newText.length);
  const shown = await window.showTextDocument(document, editor.viewColumn);
  shown.selection = new Selection(end, end);
  shown.revealRange(shown.selection);
  window.setStatusBarMessage(l10n.t('Inserted: {0}', cited.text), 5000);
}
