import assert from 'node:assert/strict';
import { type Letter, parseLetter } from '../../../server/src/core/language/letter';
import type { PrintedBlock, Run } from '../../../server/src/core/printed/printed';
import { printedParts } from '../../../server/src/core/printed/printLetter';
import type { Policy } from '../../../server/src/core/privacy/policy';
import { commentsOf } from '../../../server/src/core/rules/comments';
import { redacted } from '../../../server/src/core/services/redact';
import type { Setup } from '../../../server/src/core/setup';
import { bare } from './words';

/** Each part prints every word that is no comment, in order, and no other. */
export function assertPrinted(text: string, { profile }: Setup): void {
  const letter = parseLetter(text, profile);
  const expected = wordsOfParts(letter);
  for (const [index, { part, blocks }] of printedParts(letter).entries()) {
    const printed = bare(blocks.map(wordsOfBlock).join(' '));
    // In the header a value may stand within its label.
    const compare = part.kind === 'header' ? sorted : (words: string) => words;
    assert.equal(compare(printed), compare(expected[index] ?? ''));
  }
}

/** A redacted copy has nothing that identifies a person, and stays as it is the second time. */
export function assertRedacted(text: string, setup: Setup): void {
  for (const policy of ['posted', 'safe-harbor'] as const) assertRedactedBy(text, policy, setup);
}

export function assertRedactedBy(text: string, policy: Policy, setup: Setup): void {
  const copy = redacted(parseLetter(text, setup.profile), setup, policy);
  assert.equal(copy.isComplete, true);
  const again = redacted(parseLetter(copy.text, setup.profile), setup, policy);
  assert.deepEqual(again, { text: copy.text, counts: {}, isComplete: true });
}

/** What each part says outside of comments. */
function wordsOfParts(letter: Letter): string[] {
  let text = letter.source.text;
  for (const { span } of commentsOf(letter)) {
    text = text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end);
  }
  return letter.parts.map(({ start, part }) => bare(text.slice(start, start + part.text.length)));
}

function textOf(list: readonly Run[]): string {
  return list.map(run => run.text).join('');
}

function wordsOfBlock(block: PrintedBlock): string {
  if (block.kind === 'header') return block.rows.map(row => row.label + textOf(row.value)).join('');
  if (block.kind === 'list') return block.items.map(textOf).join('');
  const label = block.kind === 'field' ? block.label : '';
  return label + textOf(block.runs) + (block.kind === 'title' ? textOf(block.decision) : '');
}

const sorted = (text: string) => [...text].sort().join('');
