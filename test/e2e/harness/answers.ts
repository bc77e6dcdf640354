import { CancellationTokenSource, extensions, type Uri } from 'vscode';
import type { Activated } from '../../../client/src/activate';
import type { Dialogs } from '../../../client/src/dialogs';
import { extensionId, waitFor } from './letters';

/** How a writer would answer what the extension asks; what is left out is cancelled. */
export interface Answers {
  /** The label of what is picked, one after the other. */
  readonly pick?: readonly string[];
  readonly save?: Uri;
  readonly open?: readonly Uri[];
  /** What is chosen of a modal question, one after the other. */
  readonly confirm?: readonly string[];
  /** What is chosen of a notification. */
  readonly tell?: string;
  /** Cancels what goes on before it begins. */
  readonly cancels?: boolean;
}

/** What the extension has asked and told meanwhile. */
export interface Heard {
  /** Suggested names of files. */
  readonly suggested: string[];
  /** Modal questions, with their details and answers. */
  readonly confirmed: { readonly message: string; readonly detail: string; readonly answers: readonly string[] }[];
  readonly told: { readonly how: string; readonly message: string; readonly answers: readonly string[] }[];
}

/** Runs a command while a test answers. */
export async function answering(answers: Answers, run: () => Thenable<unknown>): Promise<Heard> {
  const dialogs = await theDialogs();
  const shown = { ...dialogs };
  const heard: Heard = { suggested: [], confirmed: [], told: [] };
  const picks = [...(answers.pick ?? [])];
  const confirms = [...(answers.confirm ?? [])];
  const standIns: Dialogs = {
    async pick(items) {
      const label = picks.shift();
      return items.find(item => item.label === label);
    },
    async save({ defaultUri }) {
      heard.suggested.push(defaultUri?.path.split('/').at(-1) ?? '');
      return answers.save;
    },
    async open() {
      return answers.open;
    },
    async confirm(message, detail, ...offered) {
      heard.confirmed.push({ message, detail, answers: offered });
      return confirms.shift();
    },
    async tell(how, message, ...offered) {
      heard.told.push({ how, message, answers: offered });
      return offered.find(answer => answer === answers.tell);
    },
    async during(title, work) {
      if (!answers.cancels) return shown.during(title, work);
      const source = new CancellationTokenSource();
      source.cancel();
      return work({ report: () => undefined }, source.token);
    },
  };
  Object.assign(dialogs, standIns);
  try {
    await run();
    return heard;
  } finally {
    Object.assign(dialogs, shown);
  }
}

async function theDialogs(): Promise<Dialogs> {
  const extension = await waitFor('the extension', () => extensions.getExtension<Activated>(extensionId));
  return (await extension.activate()).dialogs;
}
