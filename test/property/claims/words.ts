import assert from 'node:assert/strict';
import type { Letter } from '../../../server/src/core/language/letter';

/** Letters and digits alone: all that is neither a mark nor white space. */
export function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/**
 * Every letter and digit of a text is in what was made of it, or in what is said to be left out, and what was made of it
 * has no others; labels aside that the letter has in another spelling: they are written as its profile spells them.
 */
export function assertNothingLost(letter: Letter, after: string, leftOut: readonly string[]): void {
  const rest = counted(bare(letter.source.text));
  for (const character of bare(`${after} ${leftOut.join(' ')}`)) rest.set(character, (rest.get(character) ?? 0) - 1);
  const { as, instead } = labelsRespelled(letter);
  const [mayGo, mayCome] = [counted(bare(as)), counted(bare(instead))];
  const wrong = [...rest].filter(([character, count]) => {
    return count > (mayGo.get(character) ?? 0) || -count > (mayCome.get(character) ?? 0);
  });
  assert.deepEqual(wrong, [], 'letters and digits lost (above 0) or added');
}

/** The labels that are not as the profile spells them: as they stand, and as they are to be. */
function labelsRespelled(letter: Letter): { readonly as: string; readonly instead: string } {
  let [as, instead] = ['', ''];
  for (const { part } of letter.parts) {
    for (const { spelling, definition, label, labelRest } of part.fields) {
      if (spelling === 'exact') continue;
      for (const { start, end } of [label, ...(labelRest ? [labelRest] : [])]) as += part.text.slice(start, end);
      instead += definition.label;
    }
  }
  return { as, instead };
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
