import { parseLetter } from '../../language/letter';
import { lineEndOf } from '../../rules/edits';
import { applyEdits, type TextEdit } from '../../text/span';
import { t } from '../../words/translate';
import { itemBlocks } from './itemBlocks';
import { askedItemAt, disabled, type Refactoring, type RefactoringPlace } from './refactoring';

/** The item moves up or down past the one beside it, whole; the cursor stays in it. */
export function moveItem(place: RefactoringPlace): Refactoring[] {
  const at = askedItemAt(place);
  if (!at || place.letter.items.length < 2) return [];
  return [move(place, at.index, -1), move(place, at.index, 1)];
}

function move(place: RefactoringPlace, index: number, by: -1 | 1): Refactoring {
  const { letter } = place;
  const way = by < 0 ? 'up' : 'down';
  const kind = by < 0 ? 'moveUp' : 'moveDown';
  const title = by < 0 ? t('Move this item up') : t('Move this item down');
  const offer = { id: `move-item-${way}`, kind, title } as const;
  if (!letter.items[index + by]) {
    return disabled(offer, by < 0 ? t('This is the first item.') : t('This is the last item.'));
  }
  const edits = swap(place, index, index + by);
  const moved = edits && parseLetter(applyEdits(letter.source.text, edits), letter.profile);
  const names = letter.items.map(({ part }) => part.title.text.text);
  const swapped = names.with(index, names[index + by] ?? '').with(index + by, names[index] ?? '');
  const isWhole = moved?.items.every(({ part }, k) => part.title.text.text === swapped[k]) ?? false;
  if (!edits || !isWhole || moved?.items.length !== names.length) {
    return disabled(offer, t('The items are not parted clearly enough. Format the letter first.'));
  }
  return { ...offer, disabled: null, edits: () => edits };
}

/** The item beside it is taken out and put in on its other side. */
function swap({ letter }: RefactoringPlace, index: number, other: number): TextEdit[] | null {
  const { text } = letter.source;
  const blocks = itemBlocks(letter);
  const item = blocks[index];
  const beside = blocks[other];
  if (!item || !beside || !blocks[Math.max(index, other)]?.follows) return null;
  const words = text.slice(beside.start, beside.end);
  const isAbove = other < index;
  const gap = isAbove ? text.slice(beside.end, item.start) : text.slice(item.end, beside.start);
  const parting = /[\r\n]/.test(gap) ? gap : lineEndOf(text).repeat(2);
  return isAbove
    ? [
        { span: { start: beside.start, end: item.start }, text: '' },
        { span: { start: item.end, end: item.end }, text: parting + words },
      ]
    : [
        { span: { start: item.start, end: item.start }, text: words + parting },
        { span: { start: item.end, end: beside.end }, text: '' },
      ];
}
