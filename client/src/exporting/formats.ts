import { l10n, type QuickPickItem } from 'vscode';

/** What a letter can be exported as; also the ending of the file's name. A redacted copy can stay a letter. */
export type ExportFormat = 'pdf' | 'docx' | 'html' | 'txt' | 'letter';

export interface FormatItem extends QuickPickItem {
  readonly format: ExportFormat;
}

export function formatItems(): FormatItem[] {
  return [
    { format: 'pdf', label: l10n.t('PDF'), description: '.pdf', detail: l10n.t('To be sent: tagged, with bookmarks') },
    { format: 'docx', label: l10n.t('Word'), description: '.docx', detail: l10n.t('To be edited elsewhere') },
    {
      format: 'html',
      label: l10n.t('Web page'),
      description: '.html',
      detail: l10n.t('One file, to be read anywhere'),
    },
    { format: 'txt', label: l10n.t('Plain text'), description: '.txt', detail: l10n.t('As letters are posted') },
  ];
}

export function letterItem(): FormatItem {
  const detail = l10n.t('Its text as the editor has it, to be worked on');
  return { format: 'letter', label: l10n.t('Letter'), description: '.letter', detail };
}

export function formatName(format: ExportFormat): string {
  return [...formatItems(), letterItem()].find(item => item.format === format)?.label ?? format;
}
