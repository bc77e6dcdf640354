import { commands, Disposable, l10n, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isObject } from '../../../server/src/lsp/messages';
import type { LackResult, ReadinessResult } from '../../../server/src/lsp/viewMessages';
import type { LetterState } from './letterState';
import { daysLeftWords, deadlineWords, itemsComplete, lackWords, problemCounts } from './words';

/** The commands that lead to what a letter lacks, and that say it. */
export function registerGoTo(client: BaseLanguageClient, state: LetterState): Disposable {
  const go = (lack: LackResult, uri: Uri) => show(uri, client.protocol2CodeConverter.asRange(lack.range));
  return Disposable.from(
    commands.registerCommand('determinationLetters.goToPart', async (uri: unknown, range: unknown) => {
      if (typeof uri === 'string' && isRange(range)) await show(Uri.parse(uri), toRange(range));
    }),
    commands.registerCommand('determinationLetters.goToNextMissing', async () => {
      const readiness = await state.now();
      const { document, editor } = state;
      if (!readiness || !document) return tellNoLetter();
      const next = nextLack(readiness, editor?.selection.start);
      if (next) await go(next, document.uri);
      else tell(l10n.t('Nothing is missing'), problemCounts(readiness.problems));
    }),
    commands.registerCommand('determinationLetters.sayReadiness', async () => {
      const readiness = await state.now();
      const { document } = state;
      if (!readiness || !document) return tellNoLetter();
      const [first] = readiness.lacks;
      const goThere = l10n.t('Go to the First');
      const chosen = await window.showInformationMessage(summary(readiness), ...(first ? [goThere] : []));
      if (chosen === goThere && first) await go(first, document.uri);
    }),
  );
}

/** The first lack behind the cursor, or else the first of the letter. */
function nextLack({ lacks }: ReadinessResult, at: { line: number; character: number } | undefined) {
  const behind = lacks.find(({ range: { start } }) => {
    if (!at) return true;
    return start.line > at.line || (start.line === at.line && start.character > at.character);
  });
  return behind ?? lacks[0];
}

const mostSaid = 5;

function summary({ items, lacks, problems, deadline }: ReadinessResult): string {
  const said = lacks.slice(0, mostSaid).map(lackWords);
  const rest = lacks.length - said.length;
  return [
    itemsComplete(items),
    ...said,
    ...(rest > 0 ? [l10n.t('and {0} more', rest)] : []),
    ...(lacks.length === 0 ? [l10n.t('Nothing is missing')] : []),
    problemCounts(problems) || l10n.t('No problems'),
    ...(deadline ? [`${deadlineWords(deadline)}, ${daysLeftWords(deadline)}`] : []),
  ].join('. ');
}

async function show(uri: Uri, range: Range): Promise<void> {
  const editor = await window.showTextDocument(uri, { preview: false });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function tell(...sentences: readonly string[]): void {
  window.showInformationMessage(sentences.filter(words => words !== '').join('. '));
}

function tellNoLetter(): void {
  tell(l10n.t('Open a letter first.'));
}

interface RangeLike {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function isRange(value: unknown): value is RangeLike {
  return isObject(value) && isObject(value['start']) && isObject(value['end']);
}

function toRange({ start, end }: RangeLike): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
