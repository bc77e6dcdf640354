import { l10n } from 'vscode';
import type { ConvertProblem } from '../../../server/src/convert/messages';

/** Why a file gave no letter, and what to do. */
export function importProblem(name: string, problem: ConvertProblem): string {
  switch (problem) {
    case 'scanned':
      return l10n.t(
        '"{0}" holds pictures of pages and no text. Have its text recognized (OCR) by another program, then import the result.',
        name,
      );
    case 'password':
      return l10n.t('"{0}" is protected by a password. Save a copy without one, then import that.', name);
    case 'damaged':
      return l10n.t('"{0}" is damaged and cannot be read. Get another copy of it.', name);
    case 'tooLarge':
      return l10n.t('"{0}" is larger than a letter can be. Import only the pages of the letter.', name);
    case 'otherFormat':
      return l10n.t('"{0}" is not what its name says. Import a PDF, a Word file (.docx) or plain text.', name);
    case 'oldWord':
      return l10n.t('"{0}" is of an old version of Word. Save it there as .docx, then import that.', name);
    case 'failed':
      return l10n.t(
        '"{0}" could not be converted. Save it anew in the program it comes from, or paste its text.',
        name,
      );
  }
}

export function renderProblem(name: string): string {
  return l10n.t('"{0}" could not be converted. Try once more, or export it in another format.', name);
}

export function unreadable(name: string): string {
  return l10n.t('"{0}" cannot be read. Look whether the file is still there, or restart the language server.', name);
}
