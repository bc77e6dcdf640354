import {
  Disposable,
  type InputBox,
  InputBoxValidationSeverity,
  l10n,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode';

/** What a step of a dialogue ended with: an answer, the wish to go back, or the end of it all. */
export type Answer<T> = { readonly value: T } | 'back' | 'end';

export interface Step {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
  readonly prompt: string;
  /** What was answered before, where the writer came back. */
  readonly value: string;
}

export interface Problem {
  readonly message: string;
  /** An error must be mended before the dialogue goes on. */
  readonly isError: boolean;
}

export interface CheckedText {
  readonly value: string;
  readonly problem: Problem | null;
}

/** Milliseconds without a key after which a text is checked. */
const pause = 250;

/** Asks for a text, which is checked while it is typed. */
export function askText(
  step: Step & { readonly placeholder: string },
  check: (text: string) => Promise<CheckedText>,
): Promise<Answer<string>> {
  const box = window.createInputBox();
  Object.assign(box, { title: step.title, step: step.step, totalSteps: step.totalSteps, prompt: step.prompt });
  box.placeholder = step.placeholder;
  box.value = step.value;
  // A date is often looked up in another window.
  box.ignoreFocusOut = true;
  box.buttons = step.step > 1 ? [QuickInputButtons.Back] : [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const checked = async () => {
    clearTimeout(timer);
    const asked = ++turn;
    const result = await check(box.value);
    if (asked === turn) showProblem(box, result.problem);
    return result;
  };
  return new Promise<Answer<string>>(resolve => {
    box.onDidChangeValue(() => {
      clearTimeout(timer);
      timer = setTimeout(checked, pause);
    });
    box.onDidAccept(async () => {
      box.busy = true;
      const { value, problem } = await checked();
      box.busy = false;
      if (!problem?.isError) resolve({ value });
    });
    box.onDidTriggerButton(() => resolve('back'));
    box.onDidHide(() => resolve('end'));
    box.show();
    if (step.value !== '') checked();
  }).finally(() => {
    clearTimeout(timer);
    box.dispose();
  });
}

function showProblem(box: InputBox, problem: Problem | null): void {
  const severity = problem?.isError ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Warning;
  box.validationMessage = problem ? { message: problem.message, severity } : undefined;
}

/** Asks for one of a few words, or none. */
export function askWord(step: Step, words: readonly string[]): Promise<Answer<string>> {
  const pick = window.createQuickPick<QuickPickItem & { readonly value: string }>();
  Object.assign(pick, { title: step.title, step: step.step, totalSteps: step.totalSteps, placeholder: step.prompt });
  pick.items = [
    ...words.map(word => ({ label: word, value: word })),
    { label: l10n.t('Leave it open'), description: l10n.t('to be filled in later'), value: '' },
  ];
  pick.activeItems = pick.items.filter(({ value }) => value === step.value);
  pick.ignoreFocusOut = true;
  pick.buttons = step.step > 1 ? [QuickInputButtons.Back] : [];
  return new Promise<Answer<string>>(resolve => {
    const listeners = Disposable.from(
      pick.onDidAccept(() => {
        const [item] = pick.activeItems;
        if (item) resolve({ value: item.value });
      }),
      pick.onDidTriggerButton(() => resolve('back')),
      pick.onDidHide(() => {
        listeners.dispose();
        resolve('end');
      }),
    );
    pick.show();
  }).finally(() => pick.dispose());
}
