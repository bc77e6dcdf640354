import type { Beside } from '../messages';
import { type Line, lineText } from './extractLines';

/** So many lines at the top and at the foot of a page may be the same on every page. */
const RUNNING_LINES = 3;
/** They stand at the same height, give or take so many points. */
const SAME_HEIGHT = 4;
/** On at least this share of the pages, and on two. */
const SHARE = 0.4;

interface Edge {
  readonly page: number;
  readonly line: Line;
  readonly words: string;
  readonly numbers: readonly number[];
}

/**
 * Takes out the lines that stand at the head or foot of pages again and again, where no page has other text. The first
 * head stays: it may be the letter's own; one that counts the pages does not.
 */
export function takeRunningLines(pages: readonly (readonly Line[])[]): {
  readonly pages: readonly (readonly Line[])[];
  readonly taken: readonly Beside[];
} {
  const left = pages.map(lines => [...lines]);
  const kept = new Map<number, Line[]>();
  const taken: Beside[] = [];
  const take = (what: 'runningHead' | 'runningFoot', group: readonly Edge[]) => {
    for (const { page, line } of group) taken.push({ what, page, text: lineText(line) });
  };
  for (let round = 0; round < RUNNING_LINES; round++) {
    for (const group of runningLines(left.map(lines => lines[0]))) {
      for (const { page } of group) left[page - 1]?.shift();
      const [first, ...others] = group;
      take('runningHead', counts(group) ? group : others);
      if (first && !counts(group)) kept.set(first.page, [...(kept.get(first.page) ?? []), first.line]);
    }
    for (const group of runningLines(left.map(lines => lines.at(-1)))) {
      for (const { page } of group) left[page - 1]?.pop();
      take('runningFoot', group);
    }
  }
  return { pages: left.map((lines, index) => [...(kept.get(index + 1) ?? []), ...lines]), taken };
}

/** Those of the pages' first or last lines that come again. */
function runningLines(lines: readonly (Line | undefined)[]): readonly (readonly Edge[])[] {
  const edges = lines.flatMap((line, index) => edgeOf(line, index + 1));
  const groups: Edge[][] = [];
  const byWords = new Map<string, Edge[][]>();
  for (const edge of edges) {
    const known = byWords.get(edge.words) ?? [];
    const group = known.find(([first]) => first && isAgain(first, edge));
    if (group) {
      group.push(edge);
      continue;
    }
    const fresh = [edge];
    groups.push(fresh);
    byWords.set(edge.words, [...known, fresh]);
  }
  return groups.filter(group => {
    if (group.length < Math.max(2, lines.length * SHARE)) return false;
    const own = new Set(group);
    // Where other pages have text at this height it is that of the letter.
    return edges.every(edge => own.has(edge) || !isAsHigh(edge, group[0] as Edge));
  });
}

function edgeOf(line: Line | undefined, page: number): Edge[] {
  if (!line) return [];
  const text = lineText(line);
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  return [{ page, line, words: text.replace(/\d+/g, '#'), numbers }];
}

/** The same line on another page: its numbers stay, or count the pages. */
function isAgain(first: Edge, edge: Edge): boolean {
  if (!isAsHigh(first, edge)) return false;
  return edge.numbers.every((number, index) => {
    const before = first.numbers[index] ?? 0;
    return number === before || number === before + edge.page - first.page;
  });
}

function isAsHigh(one: Edge, other: Edge): boolean {
  return Math.abs(one.line.base - other.line.base) <= SAME_HEIGHT;
}

function counts([first, second]: readonly Edge[]): boolean {
  return first !== undefined && second !== undefined && first.numbers.join() !== second.numbers.join();
}
