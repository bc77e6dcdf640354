import type { Field, ItemField, Part } from '../../language/tree';
import { t } from '../../words/translate';
import { insertion, lineEndOf } from '../edits';
import type { Fix, PartRule } from '../rule';
import { fieldChunks } from './fieldChunks';
import { fieldsOf } from './labels';

export const rule: PartRule = {
  id: 'duplicate-field',
  group: 'structure',
  scope: 'part',
  severity: 'error',
  summary: 'A field that stands twice in the header, in the credentials or in one item.',
  fix: 'offered',
  check(part, _context, report) {
    for (const { first, again } of duplicatesOf(part)) {
      report({
        span: again.field.label,
        message: t(
          '"{0}" stands here for the second time. A reader cannot tell which of the two counts. Keep one.',
          again.field.printed,
        ),
        related: [{ span: first.field.label, message: t('The first one stands here.') }],
        fixes: () => fixesOf(part, first, again),
      });
    }
  },
};

interface FieldAt {
  readonly field: Field<unknown>;
  /** Among the fields of its part that count. */
  readonly index: number;
}

interface Duplicate {
  readonly first: FieldAt;
  readonly again: FieldAt;
}

function duplicatesOf(part: Part): readonly Duplicate[] {
  const found: Duplicate[] = [];
  const seen = new Map<unknown, FieldAt>();
  for (const [index, field] of fieldsOf(part).entries()) {
    const first = seen.get(field.definition);
    if (first) found.push({ first, again: { field, index } });
    else seen.set(field.definition, { field, index });
  }
  return found;
}

/** An empty or equal one can go; of an item's fields the text of the second can follow that of the first. */
function fixesOf(part: Part, { field: first, index }: FieldAt, { field: again, index: indexAgain }: FieldAt): Fix[] {
  if (again.labelRest) return [];
  const chunks = part.kind === 'item' ? fieldChunks(part) : [];
  const place = chunks[index] ?? first.span;
  const placeAgain = chunks[indexAgain] ?? again.span;
  const deletion = {
    span: { start: part.text.slice(0, placeAgain.start).trimEnd().length, end: placeAgain.end },
    text: '',
  };
  if (again.text.text === '' || again.text.text === first.text.text) {
    return [{ title: t('Delete the second "{0}"', again.printed), safe: false, edits: [deletion] }];
  }
  if (part.kind !== 'item') return [];
  const eol = lineEndOf(part.text);
  const isText = (again as ItemField).definition.kind === 'text';
  const gap = first.text.text === '' || !isText ? ' ' : eol + eol;
  const value = part.text.slice(again.value.start, placeAgain.end);
  const edits = [insertion(place.end, gap + value), deletion];
  return [{ title: t('Join it to the first "{0}"', first.printed), safe: false, edits }];
}
