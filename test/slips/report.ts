import type { KindResult, Planted } from './run';
import { applyEdits, type Edit, inOrder } from './text';

export interface Share {
  readonly planted: number;
  readonly found: number;
  readonly unrelated: number;
}

/** How many of a hundred slips must be found. */
export const ENOUGH = 95;
/** How many unrelated findings a hundred letters may have. */
export const TOLERATED = 1;

export function shareOf(planted: readonly Planted[]): Share {
  return {
    planted: planted.length,
    found: planted.filter(one => one.found !== null).length,
    unrelated: planted.reduce((sum, one) => sum + one.unrelated.length, 0),
  };
}

/** Of a hundred, cut to one decimal, so that 94.99 is not 95. */
export function percent({ planted, found }: Share): number {
  return planted === 0 ? 0 : Math.floor((found / planted) * 1000) / 10;
}

/** The rules that slips are meant for, each with all slips of its kinds. */
export function byRule(results: readonly KindResult[]): Map<string, Planted[]> {
  const rules = new Map<string, Planted[]>();
  for (const { kind, planted } of results) {
    const rule = kind.rules[0] ?? '';
    rules.set(rule, [...(rules.get(rule) ?? []), ...planted]);
  }
  return rules;
}

/** What fails the run, in words. */
export function shortcomings(results: readonly KindResult[]): string[] {
  const low = [...byRule(results)].filter(([, planted]) => planted.length > 0 && percent(shareOf(planted)) < ENOUGH);
  const all = shareOf(results.flatMap(result => result.planted));
  const unrelated = all.planted === 0 ? 0 : (100 * all.unrelated) / all.planted;
  return [
    ...low.map(([rule, planted]) => `${rule}: ${percent(shareOf(planted))} of 100 found, ${ENOUGH} wanted`),
    ...(unrelated > TOLERATED
      ? [`${unrelated.toFixed(1)} unrelated findings in 100 letters, at most ${TOLERATED} wanted`]
      : []),
  ];
}

export function tables(results: readonly KindResult[]): string {
  const lines = ['| kind | eligible | planted | found | % | unrelated | rules |', '|---|--:|--:|--:|--:|--:|---|'];
  for (const { kind, eligible, planted } of results) {
    const share = shareOf(planted);
    const few = planted.length < 30 ? ` (only ${eligible} eligible)` : '';
    lines.push(`| ${kind.id}${few} | ${eligible} | ${cells(share)} | ${kind.rules.join(', ')} |`);
  }
  lines.push('', '| rule | planted | found | % | unrelated |', '|---|--:|--:|--:|--:|');
  for (const [rule, planted] of [...byRule(results)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`| ${rule} | ${cells(shareOf(planted))} |`);
  }
  lines.push(`| all | ${cells(shareOf(results.flatMap(result => result.planted)))} |`);
  return lines.join('\n');
}

function cells(share: Share): string {
  return `${share.planted} | ${share.found} | ${percent(share)} | ${share.unrelated}`;
}

/** Missed slips and unrelated findings with the words around them, for the terminal alone. */
export function examples({ kind, planted }: KindResult, most: number): string {
  const lines: string[] = [];
  for (const one of planted.filter(p => p.found === null).slice(0, most)) {
    lines.push(`missed  ${kind.id} (${kind.rules.join(', ')}) in ${one.letter}`);
    for (const edit of inOrder(one.edits).slice(0, 3)) lines.push(...excerpt(one, edit));
  }
  const withOthers = planted.filter(p => p.unrelated.length > 0).slice(0, most);
  for (const one of withOthers) {
    lines.push(`unrelated  ${kind.id} in ${one.letter}`);
    for (const edit of inOrder(one.edits).slice(0, 1)) lines.push(...excerpt(one, edit));
    for (const { rule, span, message } of one.unrelated.slice(0, 3)) {
      lines.push(`    ${rule}: "${folded(one.after.slice(span.start, span.end)).slice(0, 120)}"`, `      ${message}`);
    }
  }
  return lines.join('\n');
}

const AROUND = 110;

function excerpt({ before }: Planted, edit: Edit): string[] {
  const [from, to] = [Math.max(0, edit.start - AROUND), edit.end + AROUND];
  const piece = before.slice(from, to);
  const inPiece = { start: edit.start - from, end: edit.end - from, text: `⟪${edit.text}⟫` };
  return [`    - ${folded(piece)}`, `    + ${folded(applyEdits(piece, [inPiece]))}`];
}

function folded(text: string): string {
  const short = text.length > 700 ? `${text.slice(0, 340)} … ${text.slice(-340)}` : text;
  return short.replace(/\s+/g, ' ').trim();
}

/** The result for programs: no text of letters. */
export function json(results: readonly KindResult[], seed: number): string {
  const rules = [...byRule(results)].map(([rule, planted]) => ({ rule, ...shareOf(planted) }));
  const kinds = results.map(({ kind, eligible, planted }) => ({
    kind: kind.id,
    about: kind.about,
    rules: kind.rules,
    eligible,
    ...shareOf(planted),
    missedIn: planted.filter(one => one.found === null).map(one => one.letter),
    unrelatedRules: planted.flatMap(one => one.unrelated.map(finding => finding.rule)),
  }));
  return JSON.stringify({ version: 1, seed, kinds, rules, shortcomings: shortcomings(results) }, null, 2);
}
