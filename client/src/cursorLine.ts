import { Disposable, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CursorLineParams, cursorLine } from '../../server/src/lsp/messages';
import { isLetter } from './letters';

/** The cursor stands in no line of the letter. */
const nowhere = -1;

/** Tells the server when the cursor comes to another line, so that the line it left is checked at once. */
export function followCursor(client: BaseLanguageClient): Disposable {
  let last: CursorLineParams | undefined;

  const tell = (editor: TextEditor | undefined) => {
    const isHere = editor !== undefined && isLetter(editor.document);
    const uri = isHere ? client.code2ProtocolConverter.asUri(editor.document.uri) : undefined;
    if (last && last.uri !== uri) send({ uri: last.uri, line: nowhere });
    if (isHere && uri !== undefined) send({ uri, line: editor.selection.active.line });
  };
  const send = (params: CursorLineParams) => {
    if (last?.uri === params.uri && last.line === params.line) return;
    last = params.line === nowhere ? undefined : params;
    // A server that is starting or gone holds nothing back.
    if (client.isRunning())
      client.sendNotification(cursorLine, params).catch(error => client.error('cursor', error, false));
  };

  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) tell(textEditor);
    }),
    window.onDidChangeActiveTextEditor(tell),
  );
}
