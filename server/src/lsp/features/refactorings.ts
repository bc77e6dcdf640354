import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Refactoring, Snippet } from '../../core/services/refactorings/refactoring';
import { addSnippet, snippetFile } from '../../core/services/refactorings/snippetFile';
import { t } from '../../core/words/translate';
import { toWorkspaceEdit } from '../actionData';
import { ClientText } from '../clientText';
import { toSpan, toTextEdit } from '../convert';
import { isObject } from '../messages';
import { type OpenLetter, openLetter, type Session } from '../session';

export const cleanUpKind = `${CodeActionKind.Source}.cleanUp.determinationLetters`;

const kinds: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  rewrite: CodeActionKind.RefactorRewrite,
  moveUp: 'refactor.move.up',
  moveDown: 'refactor.move.down',
  extract: CodeActionKind.RefactorExtract,
  source: cleanUpKind,
};

export const refactoringKinds = Object.values(kinds);

const languageId = 'determination-letter';
const snippetsPath = '.vscode/letters.code-snippets';

interface RefactoringData {
  readonly uri: string;
  readonly version: number;
  readonly refactoring: string;
  readonly start: number;
  readonly end: number;
}

/** What can be done at a place that is no fix; what cannot be done there, with its reason, for clients that show it. */
export async function refactoringActions(
  session: Session,
  open: OpenLetter,
  params: CodeActionParams,
  wants: (kind: CodeActionKind) => boolean,
): Promise<CodeAction[]> {
  const { client } = session;
  if (!refactoringKinds.some(wants)) return [];
  const span = toSpan(open.document.text, params.range);
  const isAsked = params.context.triggerKind !== CodeActionTriggerKind.Automatic;
  const isSourceAsked = params.context.only?.some(kind => kind.startsWith(CodeActionKind.Source)) ?? false;
  const { uri, version } = open.document;
  const actions: CodeAction[] = [];
  for (const found of session.service.refactorings({ ...open, span, isAsked, isSourceAsked })) {
    const kind = kinds[found.kind];
    if (!wants(kind)) continue;
    const data: RefactoringData = { uri, version, refactoring: found.id, ...span };
    const reason = found.disabled ?? cannotSave(session, open, found);
    if (reason !== null) {
      // Who asks for nothing of the kind wants no reasons.
      if (client.codeActionDisabled && params.context.only)
        actions.push({ title: found.title, kind, data, disabled: { reason } });
      continue;
    }
    const action: CodeAction = { title: found.title, kind, data };
    if (client.codeActionLiterals && !client.codeActionEditResolve) action.edit = await editOf(session, open, found);
    actions.push(action);
  }
  return actions;
}

/** The edit of such an action; null if the letter is not as it was when it was offered, or if it is another action. */
export async function refactoringEdit(session: Session, value: unknown): Promise<WorkspaceEdit | null> {
  const data = readData(value);
  const open = data && (await openLetter(session, data.uri));
  if (!open || open.document.version !== data.version) return null;
  const { start, end } = data;
  const isSourceAsked = data.refactoring === 'clean-up';
  const offered = session.service.refactorings({ ...open, span: { start, end }, isAsked: true, isSourceAsked });
  const found = offered.find(({ id, disabled }) => id === data.refactoring && disabled === null);
  return found ? editOf(session, open, found) : null;
}

async function editOf(session: Session, open: OpenLetter, found: Refactoring): Promise<WorkspaceEdit> {
  if (found.snippet) return saveSnippet(session, open, found.snippet);
  return toWorkspaceEdit(session.client, open, found.edits());
}

/** Why the snippet of a refactoring cannot be saved; null where it can, or where there is none. */
function cannotSave({ client, folders }: Session, { document }: OpenLetter, { snippet }: Refactoring): string | null {
  if (!snippet) return null;
  if (folders.placeOf(document.uri).root === null) return t('Open a folder first: the snippet is saved in it.');
  return client.createsFiles ? null : t('This editor cannot create the file of the snippet.');
}

async function saveSnippet(session: Session, { document }: OpenLetter, snippet: Snippet): Promise<WorkspaceEdit> {
  const { client, folders, readText } = session;
  const root = folders.placeOf(document.uri).root ?? '';
  const uri = `${root.replace(/\/$/, '')}/${snippetsPath}`;
  const file = await readText(uri);
  const textDocument = { uri, version: null };
  if (file === null || file.trim() === '') {
    const start = { line: 0, character: 0 };
    const edit = { range: { start, end: start }, newText: snippetFile(snippet, languageId) };
    const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
    return { documentChanges: [create, { textDocument, edits: [edit] }] };
  }
  const edit = addSnippet(file, snippet, languageId);
  const text = ClientText.create(uri, 'jsonc', 0, file, client.encoding);
  return { documentChanges: edit ? [{ textDocument, edits: [toTextEdit(text, edit)] }] : [] };
}

function readData(value: unknown): RefactoringData | null {
  if (!isObject(value)) return null;
  const { uri, version, refactoring, start, end } = value as Readonly<Record<keyof RefactoringData, unknown>>;
  if (typeof uri !== 'string' || typeof version !== 'number' || typeof refactoring !== 'string') return null;
  return typeof start === 'number' && typeof end === 'number' ? { uri, version, refactoring, start, end } : null;
}
