import { l10n, type QuickPickItem } from 'vscode';

/** What a letter can be exported as; also the ending of the file's name. A redacted copy can stay a letter. */
export type ExportFormat = 'pdf' | 'docx' | 'html' | 'txt' | 'letter';

export interface FormatItem extends QuickPickItem {
  readonly format: ExportFormat;
}

export function formatItems(): FormatItem[] {
  return [
    item('pdf', l10n.t('PDF'), l10n.t('To be sent: tagged, with bookmarks')),
    item('docx', l10n.t('Word'), l10n.t('To be edited elsewhere')),
    item('html', l10n.t('Web page'), l10n.t('One file, to be read anywhere')),
    item('txt', l10n.t('Plain text'), l10n.t('As letters are posted')),
  ];
}

export function letterItem(): FormatItem {
  return item('letter', l10n.t('Letter'), l10n.t('Its text as the editor has it, to be worked on'));
}

export function formatName(format: ExportFormat): string {
  return [...formatItems(), letterItem()].find(each => each.format === format)?.label ?? format;
}

function item(format: ExportFormat, label: string, detail: string): FormatItem {
  const description = `.${format}`;
  return { format, label, description, detail };
}
