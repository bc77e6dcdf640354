import { conclusionOf } from '../../facts/necessityFinding';
import { grantIn } from '../../facts/necessityGrant';
import type { Passage } from '../../facts/passages';
import { findTemplate } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import { anyOf } from '../../words/phrases';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: 'partial-approval',
  group: 'consistency',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale that grants a part of what the decision refuses, or only a part of what it grants.',
  fix: 'none',
  check(item, context, report) {
    const { decision } = item.title;
    const outcome = decision?.definition?.outcome;
    const passage = context.passage('rationale');
    if (!decision || !passage || (outcome !== 'uphold' && outcome !== 'overturn') || namesPortions(context)) return;
    const grant = grantIn(passage.sentences);
    if (!grant || (grant.isAmount && (outcome === 'overturn' || concludes(passage)))) return;
    const isRefused = outcome === 'uphold';
    report({
      span: passage.text.source(grant.span.start, grant.span.end),
      message: `${isRefused ? refused(decision.word) : whole(decision.word)} ${advice(isRefused, context)}`,
      related: [
        {
          span: decision.span,
          message: isRefused ? t('This decision refuses the whole item.') : t('This decision grants the whole item.'),
        },
      ],
    });
  },
};

/** Whether the rationale comes to a finding that grants: then an amount may be all that was requested. */
function concludes({ sentences }: Passage): boolean {
  return conclusionOf(sentences).finding?.necessity.polarity === 'necessary';
}

function refused(word: string): string {
  return t(
    'The rationale grants a part of the request here, but the decision "{0}" refuses all of it. Whoever carries the decision out reads the word alone, so the worker would lose what was granted.',
    word,
  );
}

function whole(word: string): string {
  return t(
    'The rationale grants only a part of the request here, but the decision "{0}" grants all of it. Whoever carries the decision out reads the word alone, so what was not found necessary would be provided.',
    word,
  );
}

/** Whether the title says what was granted before and what remains: then the rationale may speak of it. */
function namesPortions({ profile, title }: ItemContext): boolean {
  const lower = lowerCase(title.text.text);
  return profile.remaining?.authorised.some(template => findTemplate(template, lower)) ?? false;
}

function advice(isRefused: boolean, { profile }: ItemContext): string {
  const partial = profile.profile.items.decisions.filter(({ outcome }) => outcome === 'partial');
  const other = isRefused ? t('take the grant out') : t('grant all of it');
  if (partial.length > 0) return t('Decide {0}, or {1}.', anyOf(partial.map(({ word }) => word)), other);
  return t('Make two items of it, one for the part that is necessary and one for the rest, or {0}.', other);
}
