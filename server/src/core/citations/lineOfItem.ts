import type { ItemField, ItemPart } from '../language/tree';
import type { ItemFieldRole } from '../profile/schema';
import type { Setup } from '../setup';
import { RecentCache } from '../text/recentCache';
import type { GuidelineLine } from './model';
import { parseGuidelineLine } from './parse';

/** Guideline lines by role and text: typing in a rationale makes a new item whose lines are those of the old one. */
const known = new WeakMap<Setup, RecentCache<GuidelineLine>>();
const MOST = 2000;

/** The item's first field of this role, read as a guideline line; spans in it are those of the field's folded text. */
export function lineOfItem(item: ItemPart, role: ItemFieldRole, setup: Setup): GuidelineLine | null {
  const field = item.fields.find(f => f.definition.role === role);
  return field ? lineOfField(field, setup) : null;
}

/** The same of a field: one that an item has twice has two lines. */
export function lineOfField({ definition, text }: ItemField, setup: Setup): GuidelineLine | null {
  const { grammar } = setup;
  if (definition.kind !== 'guidelineLine' || !grammar) return null;
  let lines = known.get(setup);
  if (!lines) {
    lines = new RecentCache(MOST);
    known.set(setup, lines);
  }
  return lines.get(`${definition.role} ${text.text}`, () => parseGuidelineLine(text, definition, grammar));
}
