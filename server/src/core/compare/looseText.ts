import { passagesOf } from '../facts/passages';
import type { HeaderPart, ItemPart, Placed } from '../language/tree';
import type { Folded } from '../text/folded';
import type { Vocabulary } from '../vocabulary/schema';
import { change } from './changes';
import type { Change } from './comparison';
import { pairByKey } from './pairing';
import { saidWhole, wordsAlone } from './wording';

/** Texts that stand in no field of the part, and only in one of the letters; their marks are not compared. */
export function looseChanges(
  before: Placed<HeaderPart | ItemPart>,
  after: Placed<HeaderPart | ItemPart>,
  vocabulary: Vocabulary,
): Change[] {
  const [old, now] = [textsIn(before, vocabulary), textsIn(after, vocabulary)];
  const all = (texts: readonly LooseText[]) => texts.map(({ words }) => words).join(' ');
  // Where its lines are broken is no difference.
  if (all(old) === all(now)) return [];
  const pairing = pairByKey(old, now, ({ words }) => words);
  return [
    ...pairing.gone().map(index => change('text', saidWhole(old[index] as LooseText), null)),
    ...pairing.added().map(index => change('text', null, saidWhole(now[index] as LooseText))),
  ];
}

interface LooseText {
  readonly text: Folded;
  readonly start: number;
  readonly words: string;
}

function textsIn({ part, start }: Placed, vocabulary: Vocabulary): LooseText[] {
  return passagesOf(part, vocabulary).flatMap(({ place, text }) => {
    const words = place === 'loose' ? wordsAlone(text.text) : '';
    return words === '' ? [] : [{ text, start, words }];
  });
}
