import type { Field, ItemField, Part } from '../../language/tree';
import { shift } from '../../text/span';
import { insertion, lineEndOf } from '../edits';
import { perPart } from '../perPart';
import type { Fix, LetterRule } from '../rule';
import { fieldChunks } from './fieldChunks';
import { fieldsOf } from './labels';

export const rule: LetterRule = {
  id: 'duplicate-field',
  group: 'structure',
  scope: 'letter',
  severity: 'error',
  summary: 'A field that stands twice in the header, in the credentials or in one item.',
  fix: 'offered',
  check({ header, sections, items }, { profile }, report) {
    for (const { part, start } of [header, ...sections, ...items]) {
      for (const { first, again } of duplicatesOf(part, profile)) {
        report({
          span: shift(again.field.label, start),
          message: `"${again.field.printed}" stands here for the second time. A reader cannot tell which of the two counts. Keep one.`,
          related: [{ span: shift(first.field.label, start), message: 'The first one stands here.' }],
          fixes: () =>
            fixesOf(part, first, again).map(fix => ({
              ...fix,
              edits: fix.edits.map(edit => ({ ...edit, span: shift(edit.span, start) })),
            })),
        });
      }
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

const duplicatesOf = perPart((part: Part): readonly Duplicate[] => {
  const found: Duplicate[] = [];
  const seen = new Map<unknown, FieldAt>();
  for (const [index, field] of fieldsOf(part).entries()) {
    const first = seen.get(field.definition);
    if (first) found.push({ first, again: { field, index } });
    else seen.set(field.definition, { field, index });
  }
  return found;
});

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
    return [{ title: `Delete the second "${again.printed}"`, safe: false, edits: [deletion] }];
  }
  if (part.kind !== 'item') return [];
  const eol = lineEndOf(part.text);
  const isText = (again as ItemField).definition.kind === 'text';
  const gap = first.text.text === '' || !isText ? ' ' : eol + eol;
  const value = part.text.slice(again.value.start, placeAgain.end);
  const edits = [insertion(place.end, gap + value), deletion];
  return [{ title: `Join it to the first "${first.printed}"`, safe: false, edits }];
}
