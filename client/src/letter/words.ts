import { l10n } from 'vscode';
import type { LackResult, ReadinessPartResult, ReadinessResult } from '../../../server/src/lsp/viewMessages';

/** What the views say of a letter, in the writer's language. */

type Problems = ReadinessResult['problems'];
type Deadline = NonNullable<ReadinessResult['deadline']>;

export function itemsComplete({ complete, total }: ReadinessResult['items']): string {
  if (total === 0) return l10n.t('No items yet');
  if (total === 1) return complete === 1 ? l10n.t('The item is complete') : l10n.t('The item is not complete');
  return l10n.t('{0} of {1} items complete', complete, total);
}

/** "1 error, 2 warnings"; empty where nothing was found. */
export function problemCounts(problems: Problems): string {
  const { error, warning, information, hint } = problems;
  return [
    counted(error, l10n.t('1 error'), l10n.t('{0} errors', error)),
    counted(warning, l10n.t('1 warning'), l10n.t('{0} warnings', warning)),
    counted(information, l10n.t('1 remark'), l10n.t('{0} remarks', information)),
    counted(hint, l10n.t('1 suggestion'), l10n.t('{0} suggestions', hint)),
  ]
    .filter(words => words !== '')
    .join(', ');
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : count === 1 ? one : many;
}

export function lackWords({ kind, name }: LackResult): string {
  switch (kind) {
    case 'section':
      return l10n.t('The section is missing');
    case 'field':
      return l10n.t('Missing: {0}', name);
    case 'title':
      return l10n.t('Missing: the disputed service');
    case 'decision':
      return name === '' ? l10n.t('Missing: the decision') : l10n.t('Missing: {0}', name);
    case 'items':
      return l10n.t('Missing: the disputed items');
    case 'text':
      return l10n.t('Missing: the text below the standard words');
    case 'placeholder':
      return l10n.t('To be filled in: {0}', name);
  }
}

export function partName({ kind, name }: ReadinessPartResult): string {
  return kind === 'header' ? l10n.t('Header of the letter') : name;
}

/** How far a part is, in words: colours and icons say no more than that. */
export function partState(part: ReadinessPartResult): string {
  if (part.isMissing) return l10n.t('missing');
  const own = part.lacks.length;
  const parts = [
    counted(own, l10n.t('lacks 1 thing'), l10n.t('lacks {0} things', own)),
    problemCounts(part.problems),
  ].filter(words => words !== '');
  if (parts.length > 0) return parts.join(', ');
  return part.isComplete ? l10n.t('complete') : l10n.t('not complete');
}

/** "Due 11/13/2016" */
export function deadlineWords({ last, decided }: Deadline): string {
  return decided === null ? l10n.t('Due {0}', printed(last)) : l10n.t('Decided {0}', printed(decided));
}

/** "in 4 days", "3 days late" */
export function daysLeftWords({ daysLeft, decided, last }: Deadline): string {
  const late = -daysLeft;
  if (late > 0) return late === 1 ? l10n.t('1 day late') : l10n.t('{0} days late', late);
  if (decided !== null) return l10n.t('in time, due {0}', printed(last));
  if (daysLeft === 0) return l10n.t('today');
  return daysLeft === 1 ? l10n.t('tomorrow') : l10n.t('in {0} days', daysLeft);
}

export function deadlineSource({ from, days, workingDays }: Deadline): string {
  return workingDays ? l10n.t('{0} working days from "{1}"', days, from) : l10n.t('{0} days from "{1}"', days, from);
}

export function styleWords(style: ReadinessResult['style']): string {
  if (style === null) return '';
  return style === 'page' ? l10n.t('cites by page') : l10n.t('cites by section');
}

/** mm/dd/yyyy, as letters print it. */
function printed(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${month}/${day}/${year}`;
}
