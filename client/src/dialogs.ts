import {
  type CancellationToken,
  type OpenDialogOptions,
  type Progress,
  ProgressLocation,
  type QuickPickItem,
  type QuickPickOptions,
  type SaveDialogOptions,
  type Uri,
  window,
} from 'vscode';

export type Told = 'information' | 'warning' | 'error';
/** `increment` in hundredths of the whole. */
export type ShowProgress = Progress<{ readonly message?: string; readonly increment?: number }>;

/** What the writer is asked and told, in one place, so that a test can answer instead. */
export interface Dialogs {
  pick<T extends QuickPickItem>(items: readonly T[], options: QuickPickOptions): Promise<T | undefined>;
  /** Asks by itself before a file is chosen that exists already. */
  save(options: SaveDialogOptions): Promise<Uri | undefined>;
  open(options: OpenDialogOptions): Promise<readonly Uri[] | undefined>;
  /** Nothing goes on until one of the answers, or none, is chosen. */
  confirm(message: string, detail: string, ...answers: readonly string[]): Promise<string | undefined>;
  tell(how: Told, message: string, ...answers: readonly string[]): Promise<string | undefined>;
  /** Shows what goes on, with a way to cancel it. */
  during<T>(title: string, work: (progress: ShowProgress, token: CancellationToken) => Promise<T>): Promise<T>;
}

export function shownDialogs(): Dialogs {
  return {
    async pick(items, options) {
      return window.showQuickPick(items, options);
    },
    async save(options) {
      return window.showSaveDialog(options);
    },
    async open(options) {
      return window.showOpenDialog(options);
    },
    async confirm(message, detail, ...answers) {
      return window.showWarningMessage(message, { modal: true, detail }, ...answers);
    },
    async tell(how, message, ...answers) {
      if (how === 'error') return window.showErrorMessage(message, ...answers);
      if (how === 'warning') return window.showWarningMessage(message, ...answers);
      return window.showInformationMessage(message, ...answers);
    },
    async during(title, work) {
      return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, work);
    },
  };
}
