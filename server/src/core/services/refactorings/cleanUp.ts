import { t } from '../../words/translate';
import { cleanUp } from '../cleanUp/cleanUp';
import { disabled, type Refactoring, type RefactoringPlace } from './refactoring';

/** Text that was copied from a printed letter becomes markup: what is selected, or all of it. */
export function cleanUpPasted({ letter, setup, span, isSourceAsked }: RefactoringPlace): Refactoring[] {
  const selected = letter.source.text.slice(span.start, span.end);
  const selection: Refactoring[] = /[\n\r\f]/.test(selected.trim())
    ? [
        {
          id: 'clean-up-selection',
          kind: 'rewrite',
          title: t('Clean up the selection, as text pasted from a PDF'),
          disabled: null,
          edits: () => cleanUp(letter, setup, span),
        },
      ]
    : [];
  if (!isSourceAsked) return selection;
  const offer = { id: 'clean-up', kind: 'source', title: t('Clean up text pasted from a PDF') } as const;
  const edits = cleanUp(letter, setup);
  const all = edits.length > 0 ? { ...offer, disabled: null, edits: () => edits } : null;
  return [...selection, all ?? disabled(offer, t('There is nothing to clean up.'))];
}
