import { t } from './translate';
/** Words that messages share. */

/** In quotation marks. */
export function quote(words: string): string {
  return t('"{0}"', words);
}

/** "A and B" of two texts, and so on of more. */
export function allOf(words: readonly string[]): string {
  return words.reduce((said, word) => (said === '' ? word : t('{0} and {1}', said, word)), '');
}

/** "A or B" of two texts, and so on of more. */
export function eitherOf(words: readonly string[]): string {
  return words.reduce((said, word) => (said === '' ? word : t('{0} or {1}', said, word)), '');
}

/** "A or the B" of two names, and so on of more. */
export function orThe(names: readonly string[]): string {
  return names.reduce((said, name) => (said === '' ? name : t('{0} or the {1}', said, name)), '');
}

/** The same as text of the letter, which is in English: "A, B or C". */
export function choicesOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** "A"; "A" or "B"; "A", "B" or "C". */
export function anyOf(words: readonly string[]): string {
  const quoted = words.map(word => quote(word));
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : t('{0} or {1}', quoted.join(', '), last);
}
