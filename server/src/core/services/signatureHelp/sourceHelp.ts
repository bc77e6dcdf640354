import type { GuidelineGrammar } from '../../citations/grammar';
import { t } from '../../words/translate';
import { type SignatureHelp, signatureOf } from './signature';

function signature() {
  return signatureOf(t('A source outside the standard: what a reader needs to find it.'), [
    { name: t('organisation'), documentation: t('Who publishes it, or its name.') },
    ', ',
    { name: t('year'), documentation: t('The year or edition, where it has one.') },
    ', ',
    { name: t('chapter'), documentation: t('The chapter or topic.') },
    ', ',
    { name: t('section'), documentation: t('The section, or the heading that was looked up.') },
  ]);
}

/** Within the free text that names other sources; `text` is what stands behind the words that introduce it. */
export function sourceHelp(text: string, grammar: GuidelineGrammar): SignatureHelp | null {
  if (text.trimEnd().endsWith('.')) return null;
  const pieces = lastSource(text, grammar).split(',');
  return { signatures: [signature()], active: 0, activePart: partOf(pieces) };
}

/** What stands behind the words that join a further source. */
function lastSource(text: string, { andOther }: GuidelineGrammar): string {
  const lower = text.toLowerCase();
  const ends = andOther.map(words => {
    const at = lower.lastIndexOf(words);
    return at < 0 ? 0 : at + words.length;
  });
  return text.slice(Math.max(0, ...ends));
}

const YEAR = /\b(?:19|20)\d\d\b/;

/** Years are often left out: words in the place of one are the chapter already. */
function partOf(pieces: readonly string[]): number {
  const typed = pieces.at(-1)?.trim() ?? '';
  const before = pieces.slice(1, -1);
  if (pieces.length === 1) return 0;
  const hasYear = before.some(piece => YEAR.test(piece)) || YEAR.test(pieces[0] ?? '');
  const words = before.filter(piece => !YEAR.test(piece)).length;
  if (words > 0) return 3;
  return hasYear || /^\p{L}/u.test(typed) ? 2 : 1;
}
