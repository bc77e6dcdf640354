import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { FindingAction } from '../../core/services/codeActions';
import { t } from '../../core/words/translate';
import { type ActionData, editsOf, toWorkspaceEdit } from '../actionData';
import { toDiagnostic, toSpan } from '../convert';
import { answered, contentModified } from '../guard';
import { shownFindings } from '../reports';
import { type OpenLetter, openLetter, type Session } from '../session';
import { applyAction } from './commands';
import { refactoringActions, refactoringEdit, refactoringKinds } from './refactorings';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.determinationLetters`;

/** Nobody reads through more; whole letters are mended by fix-all. */
const maxActions = 200;

export function codeActions(session: Session): ServerCapabilities {
  const { connection, client, quiet, log } = session;
  connection.onCodeAction(
    answered<[CodeActionParams, ...unknown[]], (CodeAction | Command)[] | null>(
      'code actions',
      log,
      null,
      async params => {
        const { uri } = params.textDocument;
        // Whoever asks wants to see it all; the light bulb asks by itself.
        const isAsked = params.context.triggerKind !== CodeActionTriggerKind.Automatic;
        const open = await openLetter(session, uri);
        if (!open) return null;
        if (isAsked && wants(params, CodeActionKind.QuickFix)) quiet.end(uri);
        const actions = [
          ...(wants(params, CodeActionKind.QuickFix) ? quickFixes(session, open, params) : []),
          ...(wants(params, fixAllKind) ? fixAllAction(session, open, params) : []),
          ...(await refactoringActions(session, open, params, kind => wants(params, kind))),
        ];
        if (client.codeActionLiterals) return actions;
        // The only other way to make edits.
        if (!client.appliesEdits) return [];
        const enabled = actions.filter(action => action.disabled === undefined);
        return enabled.map(({ title, data }) => ({ title, command: applyAction, arguments: [data] }));
      },
    ),
  );
  const edits = answered('code actions', log, null, editsOf);
  const refactoring = answered('refactorings', log, null, refactoringEdit);
  connection.onCodeActionResolve(async action => {
    const refactored = await refactoring(session, action.data);
    if (refactored) return { ...action, edit: refactored };
    const found = await edits(session, action.data);
    if (!found) throw contentModified();
    return { ...action, edit: toWorkspaceEdit(client, found.open, found.edits) };
  });
  return {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, ...refactoringKinds],
      resolveProvider: true,
    },
  };
}

/** Whether actions of this kind are asked for: all are, where nothing is said. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only?.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}

function quickFixes(session: Session, open: OpenLetter, { range }: CodeActionParams): CodeAction[] {
  const { service, quiet } = session;
  const { document, setup, letter } = open;
  const span = toSpan(document.text, range);
  const shown = new Set(shownFindings(document, setup, quiet.lineOf(document.uri)));
  return service
    .actions(letter, document.findings(setup), span)
    .map((action, index) => ({ action, data: { ...dataOf(open), start: span.start, end: span.end, index } }))
    .filter(({ action }) => shown.has(action.finding))
    .slice(0, maxActions)
    .map(({ action, data }) => quickFix(session, open, action, data));
}

function quickFix(session: Session, open: OpenLetter, action: FindingAction, data: ActionData): CodeAction {
  const { title, kind, preferred, finding, edits } = action;
  const made: CodeAction = {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(open.document.text, finding, session)],
    data: { ...data, title },
  };
  if (kind === 'fix' && preferred) made.isPreferred = true;
  if (!session.client.codeActionEditResolve) made.edit = toWorkspaceEdit(session.client, open, edits);
  return made;
}

function fixAllAction(session: Session, open: OpenLetter, { context }: CodeActionParams): CodeAction[] {
  const { client, service } = session;
  const { document, setup, letter } = open;
  const title = t('Fix all safe problems');
  const action: CodeAction = { title, kind: fixAllKind, data: { ...dataOf(open), title } };
  if (!service.hasSafeFix(document.findings(setup))) {
    const isAskedFor = context.only !== undefined && client.codeActionDisabled;
    return isAskedFor ? [{ ...action, disabled: { reason: t('No problem of this letter has a safe fix.') } }] : [];
  }
  if (!client.codeActionEditResolve) action.edit = toWorkspaceEdit(client, open, service.fixAll(letter, setup).edits);
  return [action];
}

function dataOf({ document }: OpenLetter): { readonly uri: string; readonly version: number } {
  return { uri: document.uri, version: document.version };
}
