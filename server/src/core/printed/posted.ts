import { readsOtherwise } from '../language/format/layout';
import { LineFill } from '../language/format/lineFill';
import { endsInHyphen } from '../language/format/pieces';
import type { CompiledProfile } from '../profile/compiled';
import { postedTable } from './postedTable';
import type { Printed, PrintedBlock, Run } from './printed';

/** Columns of a line, and the column that headings are centred on. */
const WIDTH = 95;
const CENTRE = 40;

/**
 * The letter as plain text in the form that posted letters have: the header as a table, centred headings, lines of about
 * 95 columns. Read again, it is the same letter: no line is broken where its words would be read as something else.
 */
export function postedText({ house, blocks }: Printed, profile: CompiledProfile): string {
  const lines: string[] = [];
  let before: PrintedBlock | null = null;
  let isInItem = false;
  for (const block of blocks) {
    if (before && !standsRightBelow(block, before, isInItem)) lines.push('');
    if (block.kind === 'header') lines.push(...postedTable(block.rows, house.table ?? []));
    else if (block.kind === 'heading') lines.push(centred(textOf(block.runs)));
    else if (block.kind === 'list') for (const item of block.items) lines.push(...filled(`- ${textOf(item)}`, profile));
    else lines.push(...filled(lineOf(block), profile));
    isInItem = block.kind === 'title' || (isInItem && block.kind !== 'heading');
    before = block;
  }
  return lines.map(line => `${line.trimEnd()}\n`).join('');
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
