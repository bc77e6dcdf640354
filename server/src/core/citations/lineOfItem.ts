import type { ItemPart } from '../language/tree';
import type { ItemFieldRole } from '../profile/schema';
import type { Setup } from '../setup';
import { RecentCache } from '../text/recentCache';
import type { GuidelineLine } from './model';
import { parseGuidelineLine } from './parse';

/** Guideline lines by role and text: typing in a rationale makes a new item whose lines are those of the old one. */
const known = new WeakMap<Setup, RecentCache<GuidelineLine>>();
const MOST = 2000;

/** The item's field of this role, read as a guideline line; spans in it are those of the field's folded text. */
export function lineOfItem(item: ItemPart, role: ItemFieldRole, setup: Setup): GuidelineLine | null {
  const { grammar } = setup;
  const field = item.fields.find(f => f.definition.role === role);
  if (field?.definition.kind !== 'guidelineLine' || !grammar) return null;
  let lines = known.get(setup);
  if (!lines) {
    lines = new RecentCache(MOST);
    known.set(setup, lines);
  }
  const { definition, text } = field;
  return lines.get(`${role} ${text.text}`, () => parseGuidelineLine(text, definition, grammar));
}
