import { formatJson } from '../lib/generated.mjs';
import { translatedTexts } from './translated';

/** Every text of the client and the server, in the order of the alphabet: what a translator starts from. */
export function outputs(): Record<string, string> {
  const texts = [...new Set(translatedTexts())].sort();
  return { 'l10n/bundle.l10n.json': formatJson(Object.fromEntries(texts.map(text => [text, text]))) };
}
