import {
  type Diagnostic,
  languages,
  type Position,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { waitFor } from './letters';

/** The text of an example letter that has no problems. */
export async function cleanLetter(): Promise<string> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The suites need a workspace folder');
  const uri = Uri.joinPath(folder.uri, '2016-section-style.letter');
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** The clean letter with one mistake: the first `right` in it is made `wrong`. */
export async function letterWith(right: string, wrong: string): Promise<string> {
  const text = await cleanLetter();
  if (!text.includes(right)) throw new Error(`The example does not say ${right}`);
  return text.replace(right, () => wrong);
}

/** Waits for a problem that this rule finds. */
export function waitForProblem(document: TextDocument, rule: string): Promise<Diagnostic> {
  return waitFor(`a problem ${rule}`, () => problemsOf(document.uri).find(problem => ruleOf(problem) === rule));
}

/** Waits until this rule finds nothing. Have it find something before. */
export async function waitUntilMended(document: TextDocument, rule: string): Promise<void> {
  await waitFor(`an end of ${rule}`, () =>
    problemsOf(document.uri).every(problem => ruleOf(problem) !== rule) ? true : undefined,
  );
}

/** Waits until the document, whoever changes it, holds this text. */
export async function waitForText(document: TextDocument, text: string): Promise<void> {
  await waitFor(`the text ${text}`, () => (document.getText().includes(text) ? true : undefined));
}

/** What the extension says of a file; other extensions may have their say too. */
export function problemsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'letter');
}

/** The rule that found a problem. */
export function ruleOf({ code }: Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : code?.toString();
}

/** The place behind the first occurrence of a text. */
export function behind(document: TextDocument, text: string): Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`The letter does not say ${text}`);
  return document.positionAt(at + text.length);
}

/** Replaces a range of the letter in the active editor, as a writer would. */
export async function edit(change: { at: Range | Position; text: string }): Promise<void> {
  const editor = window.activeTextEditor;
  const isDone = await editor?.edit(builder => builder.replace(change.at, change.text));
  if (!isDone) throw new Error('The editor took no edit');
}
