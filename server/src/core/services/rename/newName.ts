import { matchDecision } from '../../language/names';
import type { CompiledProfile } from '../../profile/compiled';
import { foldSpaces } from '../../text/words';
import type { Vocabulary } from '../../vocabulary/schema';
import { t } from '../../words/translate';
import type { Refusal } from './target';

const LONGEST = 500;

/** The name on one line, or why a service cannot have it. */
export function readService(name: string, profile: CompiledProfile): string | Refusal {
  const service = foldSpaces(name).replace(/[,;:.]{1,20}$/, '');
  if (service === '') return { refused: t('Write the service.') };
  if (service.length > LONGEST) return { refused: t('A service has at most {0} characters.', LONGEST) };
  if (/^#|<!--|-->/.test(service)) return { refused: t('The service cannot hold a comment or begin with "#".') };
  const behindColon = service.slice(service.lastIndexOf(':') + 1);
  if (service.includes(':') && matchDecision(behindColon, profile)) {
    return { refused: t('The service must not end in a decision: that stands behind it already.') };
  }
  return service;
}

/**
 * The new name in the letter case in which a mention has the old one; `written` is how it stands where the writer renamed
 * it. Abbreviations and brands keep their capitals.
 */
export function inCaseOf(mention: string, written: string, name: string, vocabulary: Vocabulary): string {
  if (isAllCapitals(mention) && !isAllCapitals(written)) return name.toUpperCase();
  const first = name.charAt(0);
  if (startsUpper(mention) === startsUpper(written)) return name;
  if (startsUpper(mention)) return first.toUpperCase() + name.slice(1);
  const word = /^[^\s,;/(]{1,60}/.exec(name)?.[0] ?? '';
  const isName = /[\p{Lu}\d]/u.test(word.slice(1)) || word.length === 1 || brandsOf(vocabulary).has(word.toLowerCase());
  return isName ? name : first.toLowerCase() + name.slice(1);
}

function startsUpper(words: string): boolean {
  const first = words.charAt(0);
  return first !== first.toLowerCase();
}

function isAllCapitals(words: string): boolean {
  return words.length > 4 && /\p{Lu}{2}/u.test(words) && words === words.toUpperCase();
}

const brands = new WeakMap<Vocabulary, ReadonlySet<string>>();

/** The first words of the brand names of drugs, in lower case. */
function brandsOf(vocabulary: Vocabulary): ReadonlySet<string> {
  let known = brands.get(vocabulary);
  if (!known) {
    const names = vocabulary.drugs.flatMap(drug => drug.brands ?? []);
    known = new Set(names.map(name => name.split(' ', 1)[0]?.toLowerCase() ?? ''));
    brands.set(vocabulary, known);
  }
  return known;
}
