import { commands, Disposable, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CompareParams, type CompareResult, compareRequest } from '../../../server/src/lsp/compareMessages';
import { ask } from '../ask';
import type { Dialogs } from '../dialogs';
import { fileName } from '../exporting/names';
import { isLetter } from '../letters';
import { Comparisons, type Side } from './comparisons';
import { pickLetter } from './pickLetter';

/** The commands that compare letters: the editor's text diff, and beside it what they say differently. */
export function registerComparing(client: BaseLanguageClient, dialogs: Dialogs): Disposable {
  const comparisons = new Comparisons();
  const comparing = new Comparing(client, comparisons, dialogs);
  return Disposable.from(
    comparisons.disposable,
    commands.registerCommand('determinationLetters.compareWith', (clicked: unknown, selected: unknown) =>
      comparing.with(clicked, selected),
    ),
    commands.registerCommand('determinationLetters.compareWithSaved', (clicked: unknown) =>
      comparing.withSaved(clicked),
    ),
  );
}

class Comparing {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly comparisons: Comparisons,
    private readonly dialogs: Dialogs,
  ) {}

  /** Two letters that are selected in the explorer; or the one that is clicked or open, with another that is asked for. */
  async with(clicked: unknown, selected: unknown): Promise<void> {
    const chosen = Array.isArray(selected) ? selected.filter(uri => uri instanceof Uri) : [];
    if (chosen.length > 2) return this.tell(l10n.t('Select two letters to compare them, or one.'));
    const [first, second] = chosen;
    if (first && second) return this.compare(first, second);
    const letter = clicked instanceof Uri ? clicked : openLetter();
    if (!letter) return this.tell(l10n.t('Open a letter first.'));
    const other = await pickLetter(letter, this.dialogs);
    if (other) await this.compare(other, letter);
  }

  /** The letter as it stands with what is in its file. */
  async withSaved(clicked: unknown): Promise<void> {
    const uri = clicked instanceof Uri ? clicked : openLetter();
    if (!uri) return this.tell(l10n.t('Open a letter first.'));
    const saved = await savedText(uri);
    if (saved === null) return this.tell(l10n.t('"{0}" is not saved yet.', fileName(uri)));
    const text = await textOf(uri);
    if (text === null) return this.tell(l10n.t('"{0}" cannot be read.', fileName(uri)));
    const before: Side = { uri, name: l10n.t('{0} (saved)', fileName(uri)), isOpen: false };
    const after: Side = { uri, name: fileName(uri), isOpen: true };
    await this.show({ ...before, text: saved }, { ...after, text }, () =>
      commands.executeCommand('workbench.files.action.compareWithSaved', uri),
    );
  }

  private async compare(before: Uri, after: Uri): Promise<void> {
    const [was, is] = [await textOf(before), await textOf(after)];
    const unread = was === null ? before : is === null ? after : null;
    if (was === null || is === null) {
      return this.tell(l10n.t('"{0}" cannot be read.', unread ? fileName(unread) : ''));
    }
    const [name, otherName] = names(before, after);
    await this.show(
      { uri: before, name, isOpen: true, text: was },
      { uri: after, name: otherName, isOpen: true, text: is },
      () => commands.executeCommand('vscode.diff', before, after, `${name} ↔ ${otherName}`, { preview: false }),
    );
  }

  private async show(before: ComparedSide, after: ComparedSide, showTexts: () => Thenable<unknown>): Promise<void> {
    const uriOf = ({ uri }: Side) => this.client.code2ProtocolConverter.asUri(uri);
    const params: CompareParams = {
      before: { uri: uriOf(before), text: before.text },
      after: { uri: uriOf(after), text: after.text },
    };
    const result = await ask<CompareResult | null>(this.client, compareRequest, params);
    await showTexts();
    if (!result) {
      await this.dialogs.tell('error', l10n.t('The language server does not answer. "Restart Server" may help.'));
      return;
    }
    const uri = this.comparisons.documentOn(before, after, result);
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
  }

  private async tell(words: string): Promise<void> {
    await this.dialogs.tell('information', words);
  }
}

interface ComparedSide extends Side {
  readonly text: string;
}

function openLetter(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document && isLetter(document) ? document.uri : undefined;
}

/** The text as the editor has it; null where there is none. */
async function textOf(uri: Uri): Promise<string | null> {
  try {
    return (await workspace.openTextDocument(uri)).getText();
  } catch {
    return null;
  }
}

async function savedText(uri: Uri): Promise<string | null> {
  if (uri.scheme === 'untitled') return null;
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Files of one name are called by their paths. */
function names(before: Uri, after: Uri): [string, string] {
  const [name, other] = [fileName(before), fileName(after)];
  return name === other ? [workspace.asRelativePath(before), workspace.asRelativePath(after)] : [name, other];
}
