import { Disposable, LanguageStatusSeverity, l10n, languages } from 'vscode';
import { languageId } from '../letters';
import type { LetterState } from './letterState';
import { daysLeftWords, deadlineWords, itemsComplete, problemCounts, styleWords } from './words';

/** What the language's entry of the status bar says of the letter: how far it is, and what it is read with. */
export function registerStatusItems(state: LetterState): Disposable {
  const selector = { language: languageId };
  const readiness = languages.createLanguageStatusItem('determinationLetters.readiness', selector);
  const program = languages.createLanguageStatusItem('determinationLetters.profile', selector);
  readiness.name = l10n.t('Readiness of the letter');
  program.name = l10n.t('Program of the letter');

  const tell = () => {
    const { document, readiness: found } = state;
    readiness.busy = document !== undefined && found === null;
    program.busy = readiness.busy;
    if (!found || !document) return;
    const { items, problems, deadline, lacks, profile, style } = found;
    const more = [problemCounts(problems), deadline && `${deadlineWords(deadline)}, ${daysLeftWords(deadline)}`];
    readiness.text = itemsComplete(items);
    readiness.detail = more.filter(Boolean).join(' · ');
    const isOpen = problems.error > 0 || (deadline !== null && deadline.daysLeft < 0);
    readiness.severity = isOpen ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    readiness.accessibilityInformation = {
      label: [
        readiness.text,
        ...more.filter(Boolean),
        ...(lacks.length === 0 ? [l10n.t('Nothing is missing')] : []),
      ].join(', '),
    };
    readiness.command = {
      command: 'determinationLetters.checkNow',
      title: l10n.t('Check Now'),
      arguments: [document.uri.toString()],
    };
    program.text = profile.title;
    program.detail = styleWords(style);
    program.command = {
      command: 'workbench.action.openSettings',
      title: l10n.t('Change'),
      arguments: ['determinationLetters.profile'],
    };
  };
  return Disposable.from(readiness, program, state.onDidChange(tell));
}
