import assert from 'node:assert/strict';
import type { Letter } from '../../../server/src/core/language/letter';

/** Letters and digits alone: all that is neither a mark nor white space. */
export function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/**
 * Every letter and digit of a text is in what was made of it, or in what is said to be left out. What was made of it has
 * no others but those of words that may be added.
 */
export function assertNothingLost(before: string, after: string, leftOut: readonly string[], mayAdd: string): void {
  const rest = counted(bare(before));
  for (const character of bare(`${after} ${leftOut.join(' ')}`)) rest.set(character, (rest.get(character) ?? 0) - 1);
  const added = counted(bare(mayAdd));
  const wrong = [...rest].filter(([character, count]) => count > 0 || -count > (added.get(character) ?? 0));
  assert.deepEqual(wrong, [], 'letters and digits lost (above 0) or added');
}

/** The words of labels that a letter has in another spelling: they are written as its profile spells them. */
export function labelsRespelled(letter: Letter): string {
  const labels: string[] = [];
  for (const { part } of letter.parts) {
    for (const { spelling, definition } of part.fields) if (spelling !== 'exact') labels.push(definition.label);
  }
  return labels.join(' ');
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
