import { readsOtherwise } from '../language/format/layout';
import { LineFill } from '../language/format/lineFill';
import { endsInHyphen } from '../language/format/pieces';
import { parseLetter } from '../language/letter';
import type { CompiledProfile } from '../profile/compiled';
import { postedTable } from './postedTable';
import type { House, Printed, PrintedBlock, Run } from './printed';
import { printedParts } from './printLetter';

/** Columns of a line, and the column that headings are centred on. */
const WIDTH = 95;
const CENTRE = 40;

/**
 * The letter as plain text in the form that posted letters have: the header as a table, centred headings, lines of about
 * 95 columns. Read again, it is the same letter: no line is broken where its words would be read as something else, and
 * a heading or title that is known by its mark alone, as a draft may have one, keeps it.
 */
export function postedText(printed: Printed, profile: CompiledProfile): string {
  const text = linesOf(printed, profile, () => false);
  const known = new Map<string, number>();
  for (const { blocks } of printedParts(parseLetter(text, profile))) {
    for (const key of blocks.flatMap(openingKey)) known.set(key, (known.get(key) ?? 0) + 1);
  }
  const unknown = new Set<PrintedBlock>();
  for (const block of printed.blocks) {
    for (const key of openingKey(block)) {
      const left = known.get(key) ?? 0;
      if (left === 0) unknown.add(block);
      else known.set(key, left - 1);
    }
  }
  return unknown.size === 0 ? text : linesOf(printed, profile, block => unknown.has(block));
}

/** What a heading or title says. */
function openingKey(block: PrintedBlock): string[] {
  if (block.kind === 'heading') return [`# ${textOf(block.runs)}`];
  return block.kind === 'title' ? [`## ${lineOf(block)}`] : [];
}

function linesOf({ house, blocks }: Printed, profile: CompiledProfile, isMarked: (block: PrintedBlock) => boolean) {
  const lines: string[] = [];
  let before: PrintedBlock | null = null;
  let isInItem = false;
  for (const block of blocks) {
    if (before && !standsRightBelow(block, before, isInItem)) lines.push('');
    for (const line of isMarked(block) ? openingKey(block) : blockLines(block, house, profile)) lines.push(line);
    isInItem = block.kind === 'title' || (isInItem && block.kind !== 'heading');
    before = block;
  }
  return lines.map(line => `${line.trimEnd()}\n`).join('');
}

function blockLines(block: PrintedBlock, { table = [] }: House, profile: CompiledProfile): string[] {
  if (block.kind === 'header') return postedTable(block.rows, table);
  if (block.kind === 'heading') return [centred(textOf(block.runs))];
  if (block.kind === 'list') return block.items.flatMap(item => filled(`- ${textOf(item)}`, profile));
  return filled(lineOf(block), profile);
}

/** Text below a heading, and the reviewer's credentials below each other and below the words that introduce them. */
function standsRightBelow(block: PrintedBlock, before: PrintedBlock, isInItem: boolean): boolean {
  if (before.kind === 'heading') return block.kind !== 'heading' && block.kind !== 'title';
  if (block.kind !== 'field' || isInItem) return false;
  return before.kind === 'field' || (before.kind === 'paragraph' && textOf(before.runs).endsWith(':'));
}

function lineOf(block: Extract<PrintedBlock, { runs: unknown }>): string {
  const words = textOf(block.runs);
  if (block.kind === 'field') return `${block.label}: ${words}`;
  if (block.kind === 'title' && block.decision.length > 0) return `${words}: ${textOf(block.decision)}`;
  return words;
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(run => run.text).join('');
}

function centred(words: string): string {
  return ' '.repeat(Math.max(1, CENTRE - Math.ceil(words.length / 2))) + words;
}

function filled(text: string, profile: CompiledProfile): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const mayBreak = words.map((_, index) => !endsBroken(words[index - 1]));
  const isMisread = (line: string) => readsOtherwise(line, profile);
  const breaks = new LineFill(words, [], mayBreak, WIDTH, isMisread).breaks();
  const lines: string[] = [];
  let start = 0;
  for (const end of [...breaks, words.length]) {
    if (end > start) lines.push(words.slice(start, end).join(' '));
    start = end;
  }
  return lines;
}

/** A hyphen at the end of a line joins its word with the next. */
function endsBroken(word: string | undefined): boolean {
  return word !== undefined && endsInHyphen(word, word.length);
}
