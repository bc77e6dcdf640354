/*
 * Pieces of regular expressions (Oniguruma). Each is linear: no nested quantifiers, and no two alternatives of a
 * repeated group begin alike. A form feed ends a line of a letter, but not a line of the editor.
 */

/** Start of a line of the letter, behind its leading spaces. */
export const lineStart = '(?:^|(?<=\\f))[ \\t\\f]*';

/** End of a line of the letter, trailing spaces included, or of its text before a comment. */
export const lineEnd = '[ \\t]*(?:$|\\f|(?=<!--))';

/** What may follow a heading. */
export const headingEnd = `[ \\t]*:?${lineEnd}`;

/** Emphasis marks around a heading or label. */
export const marks = '[*_]{0,3}';

/** A heading's number signs: one, or more than the two of an item. */
export const headingSign = '#(?:##+)?(?=[ \\t]|$)';

/**
 * Words of the letter, in any case, with any run of spaces, or none, between them.
 *
 * @param {string} words
 */
export function phrase(words) {
  return words.trim().split(/\s+/).map(literal).join('[ \\t]*');
}

/** @param {string} word */
function literal(word) {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/'/g, "['’]");
}

/**
 * Any of these phrases, the longest first, in any case.
 *
 * @param {Iterable<string>} phrases
 */
export function anyOf(phrases) {
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?i:${sorted.map(phrase).join('|')})`;
}

/**
 * A heading without a number sign: in capitals, or, where it has several words, in any case with a capital first.
 *
 * @param {readonly string[]} headings
 */
export function plainHeading(headings) {
  const several = headings.filter(heading => /\s/.test(heading));
  const single = headings.filter(heading => !/\s/.test(heading)).map(heading => heading.toUpperCase());
  return `(?:${[...single, `(?=\\p{Lu})${anyOf(several)}`].join('|')})${marks}`;
}

/**
 * The ways a phrase of several words is broken over two lines of a letter.
 *
 * @param {string} words
 * @returns {{ first: string, second: string }[]}
 */
export function breaks(words) {
  const all = words.split(/\s+/);
  return all.slice(1).map((_, i) => ({ first: all.slice(0, i + 1).join(' '), second: all.slice(i + 1).join(' ') }));
}
