import { isDoubleSpaced, type Letter } from '../language/letter';
import type { Part, Placed } from '../language/tree';
import type { Setup } from '../setup';
import { shift } from '../text/span';
import { houseOf } from './house';
import { type PartReading, partBlocks } from './partBlocks';
import type { Printed, PrintedBlock } from './printed';

/** What a part of the letter prints. */
export interface PrintedPart {
  /** Offset of the part in the letter. */
  readonly start: number;
  readonly part: Part;
  /** Their spans are relative to the part. The same array for as long as the part is not edited. */
  readonly blocks: readonly PrintedBlock[];
}

/** The letter as it is sent. Never fails; linear in the letter, and after an edit in the parts it touched. */
export function printLetter(letter: Letter, setup: Setup): Printed {
  const blocks = printedParts(letter).flatMap(({ start, blocks }) => blocks.map(block => placedBlock(block, start)));
  return { ...printedFrame(letter, setup), blocks };
}

/** What is printed around the letter, and how. */
export function printedFrame(letter: Letter, { profile: { profile } }: Setup): Omit<Printed, 'blocks'> {
  const house = houseOf(profile);
  const caseNumber = caseNumberOf(letter);
  const title = [caseNumber, house.organisation].filter(Boolean).join(', ');
  return { house, language: profile.house.language, title, caseNumber };
}

/** What each part of the letter prints, in order; parts that an edit did not touch keep their blocks by identity. */
export function printedParts(letter: Letter): readonly PrintedPart[] {
  const doubleSpaced = isDoubleSpaced(letter);
  const lastClose = letter.source.opening > 0 ? letter.source.text.lastIndexOf('-->') : -1;
  return letter.parts.map(placed => {
    const { start, part } = placed;
    const commentGoesOn = lastClose >= start + part.text.length && opensComment(placed);
    return { start, part, blocks: blocksOf(part, { doubleSpaced, commentGoesOn }) };
  });
}

function opensComment({ part: { text } }: Placed): boolean {
  return text.lastIndexOf('<!--') > text.lastIndexOf('-->');
}

const known = new WeakMap<Part, PartReading & { readonly blocks: readonly PrintedBlock[] }>();

function blocksOf(part: Part, reading: PartReading): readonly PrintedBlock[] {
  const kept = known.get(part);
  if (kept?.doubleSpaced === reading.doubleSpaced && kept.commentGoesOn === reading.commentGoesOn) return kept.blocks;
  const blocks = partBlocks(part, reading);
  known.set(part, { ...reading, blocks });
  return blocks;
}

/** A block of a part in the letter's offsets; the part stands at `by`. */
function placedBlock(block: PrintedBlock, by: number): PrintedBlock {
  if (by === 0) return block;
  const span = shift(block.span, by);
  if (block.kind !== 'header') return { ...block, span };
  return { ...block, span, rows: block.rows.map(row => ({ ...row, span: shift(row.span, by) })) };
}

function caseNumberOf({ header: { part } }: Letter): string {
  const number = part.fields.find(({ definition }) => definition.role === 'caseNumber')?.text.text ?? '';
  return number.includes('[[') ? '' : number;
}
