import type { Part } from '../../language/tree';
import type { Span } from '../../text/span';

const NONE: readonly Span[] = [];

interface Run extends Span {
  readonly endsSentence: boolean;
}

/**
 * Where more than one space stands between two words of a line; spans are relative to the part. Empty where that is not
 * a slip: in text pasted from a page, whose lines end in spaces or often have such gaps; where columns are aligned; behind
 * sentences, if the writer parts them so.
 */
export function doubleSpacesIn({ text, blocks }: Part): readonly Span[] {
  if (!text.includes('  ')) return NONE;
  const runs: Run[] = [];
  let lines = 0;
  let trailing = 0;
  let gapped = 0;
  for (const { kind, span } of blocks) {
    if (kind === 'heading' || kind === 'comment' || kind === 'blank') continue;
    for (const { line, start } of linesIn(text, span)) {
      if (line.trim() === '') continue;
      lines++;
      if (line.endsWith(' ')) trailing++;
      const found = runsIn(line, start);
      if (found.length > 0) gapped++;
      for (const run of found) runs.push(run);
    }
  }
  const isPasted = trailing * 2 > lines || (lines >= MANY && gapped * 3 > lines);
  return isPasted ? NONE : withoutHabit(runs, text);
}

const MANY = 6;

function* linesIn(text: string, { start, end }: Span): Iterable<{ readonly line: string; readonly start: number }> {
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\r\n\f]+/g)) {
    yield { line, start: start + index };
  }
}

/** So many spaces are no slip but part what stands in columns. */
const COLUMN = 4;

function runsIn(line: string, start: number): Run[] {
  const indent = line.length - line.trimStart().length;
  const words = line.trim();
  if (words.includes('\t') || words.includes('<!--') || words.includes('-->')) return [];
  const runs = [...words.matchAll(/ {2,}/g)].map(({ 0: { length }, index }) => ({
    start: start + indent + index,
    end: start + indent + index + length,
    endsSentence: '.?!'.includes(words.charAt(index - 1)),
  }));
  return runs.some(run => run.end - run.start >= COLUMN) ? [] : runs;
}

/** Without those behind sentences, if these are parted so more often than not. */
function withoutHabit(runs: readonly Run[], text: string): readonly Span[] {
  const behind = runs.filter(run => run.endsSentence).length;
  const single = text.match(/[.?!] (?=[^ ])/g)?.length ?? 0;
  return behind >= 2 && behind >= single ? runs.filter(run => !run.endsSentence) : runs;
}

/** Where no-break spaces part two words of a line, other spaces beside them included. */
export function noBreakSpacesIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: spaces, index } of text.matchAll(/[\u00a0\u202f\u2007]+/g)) {
    const start = isPlainSpace(text, index - 1) ? index - 1 : index;
    const behind = index + spaces.length;
    const end = isPlainSpace(text, behind) ? behind + 1 : behind;
    if (/\S/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(end))) found.push({ start, end });
  }
  return found;
}

function isPlainSpace(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32;
}
