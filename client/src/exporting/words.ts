import { l10n } from 'vscode';
import type { MadeFile } from './copies';

/** More of them nobody reads in a notification. */
const mostNamed = 10;

/** What is to be said of characters that the file lacks; empty where it has them all. */
export function missingWords({ missing }: Pick<MadeFile, 'missing'>): string {
  if (missing.length === 0) return '';
  const named = missing.slice(0, mostNamed).map(withCode).join(', ');
  const rest = missing.length - mostNamed;
  const all = rest > 0 ? `${named} ${l10n.t('and {0} more', rest)}` : named;
  return l10n.t('The font has no such characters, look for them in the file: {0}', all);
}

/** The character beside its code, for it may look like another one or like nothing. */
function withCode(code: string): string {
  const hexadecimal = /^U\+([0-9A-F]{4,6})$/.exec(code)?.[1];
  return hexadecimal ? `${String.fromCodePoint(Number.parseInt(hexadecimal, 16))} (${code})` : code;
}
