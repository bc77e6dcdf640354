import * as l10n from '@vscode/l10n';

/** Texts in the reader's language, by what stands in the code; a text that is not among them stays English. */
export type Translations = Readonly<Record<string, string>>;

/** To be called before the first text is made: texts that are kept would stay as they are. */
export function useTranslations(translations: Translations): void {
  l10n.config({ contents: translations });
}

/**
 * A text in the reader's language; `{0}` stands for the first of `values`. It must be given as a plain literal, a whole
 * sentence wherever it can be one: other languages have other orders of words.
 */
export const t: (text: string, ...values: readonly (string | number)[]) => string = l10n.t;

/** The summary of a rule, or a text for the reader that a profile gives: those of the built-in ones have translations. */
export function ofData(text: string): string {
  return t(text);
}
