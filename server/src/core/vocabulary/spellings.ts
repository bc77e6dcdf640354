import { isDigit, tokenize } from './tokens';

/** Stands for any number in a phrase. */
export const anyNumber = '#';

/** Every list of words, in lower case, that a phrase of the vocabulary can be written as: a hyphen joins or parts. */
export function spellings(phrase: string): string[][] {
  let lists: string[][] = [[]];
  for (const piece of phrase.split(' ')) {
    if (piece === anyNumber) {
      for (const list of lists) list.push(anyNumber);
      continue;
    }
    const { text, starts, ends, words } = tokenize(piece);
    words.forEach((word, i) => {
      const isHyphened = i > 0 && text.slice(ends[i - 1], starts[i]) === '-';
      const joined = isHyphened ? lists.map(list => [...list.slice(0, -1), `${list.at(-1)}${word}`]) : [];
      for (const list of lists) list.push(word);
      lists = [...lists, ...joined];
    });
  }
  return lists;
}

/** The first words of all spellings, without making these. */
export function firstWords(phrase: string): string[] {
  const space = phrase.indexOf(' ');
  const piece = space < 0 ? phrase : phrase.slice(0, space);
  if (/^[a-z0-9]+$/i.test(piece)) return [piece.toLowerCase()];
  return [...new Set(spellings(piece).map(words => words[0] ?? ''))];
}

/** The words of a phrase in the letters in which it is written. */
export function writtenWords(phrase: string): string[] {
  const { text, starts, ends } = tokenize(phrase);
  return starts.map((start, i) => text.slice(start, ends[i]));
}

/** What a regular plural can be the plural of. Nothing for words of three letters or fewer: "has", "gas". */
export function singularsOf(word: string): readonly string[] {
  if (word.length <= 3 || word.charCodeAt(word.length - 1) !== 0x73 || word.endsWith('ss')) return none;
  const withoutS = word.slice(0, -1);
  if (word.endsWith('ies')) return [withoutS, `${word.slice(0, -3)}y`];
  // "patches", but not "toes": a short word must not come out of another.
  return hissing.some(ending => word.endsWith(ending)) ? [withoutS, word.slice(0, -2)] : [withoutS];
}

const hissing = ['ches', 'shes', 'xes', 'sses', 'zes'];
const none: readonly string[] = [];

export function isNumber(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (!isDigit(code) && code !== 0x2e) return false;
  }
  return word.length > 0;
}
