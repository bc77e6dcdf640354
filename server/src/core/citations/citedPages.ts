import type { CitedPages } from './model';
import { numberAt, type Reading, skipSpaces, trimEnd, wordsAt } from './scan';

/**
 * Pages behind their label: numbers and ranges joined by commas or `and`. What stands between commas and is no number
 * is kept as such; `isOther` says where something else begins.
 */
export function readPages(
  reading: Reading,
  from: number,
  to: number,
  isOther: (at: number) => boolean,
): { readonly pages: CitedPages[]; readonly end: number } {
  const { text } = reading;
  const pages: CitedPages[] = [];
  const seen = new Set<string>();
  let at = skipSpaces(text, from, to);
  let end = from;
  while (at < to) {
    const range = readRange(reading, at, to);
    // A number before a comma is a page, whatever has a name that begins with it.
    const isPage = range && ',;'.includes(text.charAt(range.end));
    if (!isPage && isOther(at)) break;
    const stop = range?.end ?? pieceEnd(text, at, to);
    if (stop === at) break;
    const key = range ? `${range.first}-${range.last}` : '';
    pages.push({
      span: { start: at, end: stop },
      text: text.slice(at, stop),
      range: range && [range.first, range.last],
      problem: !range ? 'not-a-number' : range.first > range.last ? 'reversed' : seen.has(key) ? 'repeated' : null,
    });
    seen.add(key);
    end = stop;
    const next = joinerEnd(reading, stop, to);
    if (next === null) break;
    at = next;
  }
  return { pages, end };
}

function readRange(reading: Reading, at: number, to: number) {
  const { text } = reading;
  const first = numberAt(text, at, to);
  if (!first) return null;
  const dash = dashEnd(reading, first.end, to);
  const last = dash === null ? null : numberAt(text, dash, to);
  const end = last?.end ?? first.end;
  // A word that only begins with a number, and a range that lacks its end, are no pages.
  if ((dash !== null && !last) || (end < to && /[A-Za-z\d]/.test(text.charAt(end)))) return null;
  return { first: first.value, last: last?.value ?? first.value, end: totalEnd(reading, end, to) };
}

/** Where the number of all pages ends that may stand behind a page: "98 of 127". */
function totalEnd({ text, lower }: Reading, at: number, to: number): number {
  const of = skipSpaces(text, at, to);
  return wordsAt(lower, of, 'of') ? (numberAt(text, skipSpaces(text, of + 2, to), to)?.end ?? at) : at;
}

const DASHES = '-\u2010\u2011\u2012\u2013\u2014';

function dashEnd({ text, lower }: Reading, at: number, to: number): number | null {
  const i = skipSpaces(text, at, to);
  if (i >= to) return null;
  if (DASHES.includes(text.charAt(i))) return skipSpaces(text, i + 1, to);
  const word = ['through', 'to'].find(candidate => wordsAt(lower, i, candidate));
  return word ? skipSpaces(text, i + word.length, to) : null;
}

/** Where the next page begins, behind a comma, `and` or `&`; null if the list ends. */
function joinerEnd(reading: Reading, at: number, to: number): number | null {
  const { text, lower, problems } = reading;
  let i = skipSpaces(text, at, to);
  let joined = false;
  if (i < to && ',;'.includes(text.charAt(i))) {
    joined = true;
    if (numberAt(text, i + 1, to)) {
      problems.push({ kind: 'comma-without-space', span: { start: i, end: i + 1 }, replacement: `${text.charAt(i)} ` });
    }
    i = skipSpaces(text, i + 1, to);
  }
  if (text.charAt(i) === '&' || wordsAt(lower, i, 'and')) {
    const behind = skipSpaces(text, i + (text.charAt(i) === '&' ? 1 : 3), to);
    if (numberAt(text, behind, to)) return behind;
  }
  return joined ? i : null;
}

function pieceEnd(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && !',;'.includes(text.charAt(i))) i++;
  return trimEnd(text, at, i, '.');
}
