import { grantIn } from '../../facts/necessityGrant';
import { findTemplate } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import type { ItemContext } from '../context';
import type { ItemRule } from '../rule';
import { anyOf } from '../words';

export const rule: ItemRule = {
  id: 'partial-approval',
  group: 'consistency',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale that grants a part of what the decision refuses.',
  fix: 'none',
  check(item, context, report) {
    const { decision } = item.title;
    const passage = context.passage('rationale');
    if (decision?.definition?.outcome !== 'uphold' || !passage || namesPortions(context)) return;
    const grant = grantIn(passage.sentences);
    if (!grant) return;
    report({
      span: passage.text.source(grant.span.start, grant.span.end),
      message: `The rationale grants a part of the request here, but the decision "${decision.word}" refuses all of it. Whoever carries the decision out reads the word alone, so the worker would lose what was granted. ${advice(context)}`,
      related: [{ span: decision.span, message: 'This decision refuses the whole item.' }],
    });
  },
};

/** Whether the title says what was granted before and what remains: then the rationale may speak of it. */
function namesPortions({ profile, title }: ItemContext): boolean {
  const lower = lowerCase(title.text.text);
  return profile.remaining?.authorised.some(template => findTemplate(template, lower)) ?? false;
}

function advice({ profile }: ItemContext): string {
  const partial = profile.profile.items.decisions.filter(({ outcome }) => outcome === 'partial');
  if (partial.length > 0) return `Decide ${anyOf(partial.map(({ word }) => word))}, or take the grant out.`;
  return 'Make two items of it, one for the part that is necessary and one for the rest, or take the grant out.';
}
