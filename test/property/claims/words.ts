import assert from 'node:assert/strict';
import type { Letter } from '../../../server/src/core/language/letter';

/** Letters and digits alone: all that is neither a mark nor white space. */
export function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/**
 * Every letter and digit of a text is in what was made of it, or in what is said to be left out, and what was made of it
 * has no others; labels aside that the text has in another spelling: they are written as the profile spells them. What is said to be left
 * out may be there all the same, where it turned out to be a value.
 */
export function assertNothingLost(before: Letter, after: Letter, leftOut: readonly string[]): void {
  const rest = counted(bare(before.source.text));
  const made = `${after.source.text} ${leftOut.join(' ')}`;
  for (const character of bare(made)) rest.set(character, (rest.get(character) ?? 0) - 1);
  const { as, instead } = labelsRespelled(before, after);
  const [mayGo, mayCome] = [counted(bare(as)), counted(bare(`${instead} ${leftOut.join(' ')}`))];
  const wrong = [...rest].filter(([character, count]) => {
    return count > (mayGo.get(character) ?? 0) || -count > (mayCome.get(character) ?? 0);
  });
  assert.deepEqual(wrong, [], 'letters and digits lost (above 0) or added');
}

/** Labels that the text did not have so: as it may have had them, and as they are now. */
function labelsRespelled(before: Letter, after: Letter): { readonly as: string; readonly instead: string } {
  const exact = labels(before, true);
  let [as, instead] = ['', ''];
  for (const [definition, count] of labels(after, false)) {
    const times = Math.max(0, count - (exact.get(definition) ?? 0));
    as += ('aliases' in definition ? definition.aliases.join('') : '').repeat(times);
    instead += definition.label.repeat(times);
  }
  return { as, instead };
}

function labels(letter: Letter, onlyExact: boolean) {
  const counts = new Map<Letter['parts'][number]['part']['fields'][number]['definition'], number>();
  for (const { part } of letter.parts) {
    for (const { definition, spelling } of part.fields) {
      if (!onlyExact || spelling === 'exact') counts.set(definition, (counts.get(definition) ?? 0) + 1);
    }
  }
  return counts;
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
