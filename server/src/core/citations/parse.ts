import type { ItemFieldDefinition } from '../profile/schema';
import type { Folded } from '../text/folded';
import type { GuidelineGrammar } from './grammar';
import type { GuidelineLine } from './model';

/** Reads the text of a guideline line. Never fails; what is not understood is a sentence or citation of its own. */
export function parseGuidelineLine(
  folded: Folded,
  field: ItemFieldDefinition,
  grammar: GuidelineGrammar,
): GuidelineLine {
  void field;
  void grammar;
  const all = { start: 0, end: folded.text.length };
  const form = folded.text === '' ? 'empty' : 'unknown';
  return {
    form,
    sentences: form === 'empty' ? [] : [{ kind: 'unknown', span: all, body: all }],
    citations: [],
    other: null,
    problems: [],
  };
}
