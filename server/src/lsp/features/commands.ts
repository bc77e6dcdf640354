import type { ExecuteCommandParams, ServerCapabilities } from 'vscode-languageserver';
import { t } from '../../core/words/translate';
import { editsOf, toWorkspaceEdit } from '../actionData';
import { answered } from '../guard';
import { type OpenLetter, openLetter, type Session } from '../session';
import type { Diagnostics } from './diagnostics';
import { refactoringEdit } from './refactorings';
import type { WorkspaceDiagnostics } from './workspaceDiagnostics';

/** Shows every problem of the letter whose URI is given, also those on the line being typed. */
const checkNow = 'determinationLetters.checkNow';
/** Makes every safe fix in the letter whose URI is given. */
const fixAll = 'determinationLetters.fixAll';
/** Makes markup of the letter whose URI is given, as of text that was copied from a PDF. */
const cleanUp = 'determinationLetters.cleanUp';
/** Checks all letters of the workspace, now and whenever they change. */
const checkWorkspace = 'determinationLetters.checkWorkspace';
/** Makes the edits of a code action, for clients that cannot hold them: its data is given. */
export const applyAction = 'determinationLetters.applyAction';

export function commands(session: Session, reporting: Diagnostics, checking: WorkspaceDiagnostics): ServerCapabilities {
  const { connection, client, configurations, quiet, service, log } = session;

  const apply = async (label: string, open: OpenLetter, edits: Parameters<typeof toWorkspaceEdit>[2]) => {
    if (edits.length === 0) return;
    await connection.workspace.applyEdit({ label, edit: toWorkspaceEdit(client, open, edits) });
  };

  const run = async (command: string, argument: unknown): Promise<void> => {
    if (command === applyAction) {
      const refactored = await refactoringEdit(session, argument);
      if (refactored) await connection.workspace.applyEdit({ label: t('Refactoring'), edit: refactored });
      if (refactored) return;
      const found = await editsOf(session, argument);
      if (found) await apply(t('Fix'), found.open, found.edits);
      return;
    }
    if (command === checkWorkspace) checking.checkAll();
    const open = typeof argument === 'string' ? await openLetter(session, argument) : null;
    if (!open) return;
    const { document, setup, letter } = open;
    if (command === fixAll) await apply(t('Fix all safe problems'), open, service.fixAll(letter, setup).edits);
    if (command === cleanUp) await apply(t('Clean up text from a PDF'), open, service.cleanUp(letter, setup));
    if (command !== checkNow) return;
    await configurations.reload([document.uri]);
    quiet.end(document.uri);
    reporting.changed(document, 'configuration');
  };

  connection.onExecuteCommand(
    answered<[ExecuteCommandParams, ...unknown[]], null>('command', log, null, async params => {
      await run(params.command, params.arguments?.[0]);
      return null;
    }),
  );
  const making = client.appliesEdits ? [fixAll, cleanUp, applyAction] : [];
  return { executeCommandProvider: { commands: [checkNow, checkWorkspace, ...making] } };
}
