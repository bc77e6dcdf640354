import type { Disputed } from '../../facts/disputed';
import type { Passage } from '../../facts/passages';
import { compiled } from '../../vocabulary/compiled';
import { bearsOn } from '../../vocabulary/regions';
import { orThe } from '../../words/phrases';
import { t } from '../../words/translate';
import { MOST } from '../citations/lines';
import type { ItemContext } from '../context';
import type { ItemRule, Related } from '../rule';
import { type PartMention, partsAskedFor, partsSpokenOf, strayLevelOf } from './partMentions';
import { straysIn } from './strays';
import { disputedIn, otherItemOf } from './subjects';

export const rule: ItemRule = {
  id: 'other-body-part',
  group: 'consistency',
  scope: 'item',
  sees: ['case', 'items'],
  severity: 'warning',
  summary: 'A rationale that speaks of another body part, or level of the spine, than the title.',
  fix: 'none',
  check(_item, context, report) {
    const disputed = disputedIn(context);
    if (disputed.parts.length === 0) return;
    const stray = strayLevelOf(disputed, context.vocabulary);
    if (stray) report({ span: context.title.text.source(stray.start, stray.end), message: strayMessage() });
    const rationale = context.passage('rationale');
    if (!rationale) return;
    const asked = partsAskedFor(rationale, disputed, context).slice(0, MOST);
    const related = titleRelated(disputed, context);
    for (const mention of asked) {
      if (mention.phrase && otherItemOf(mention.phrase, context) !== null) continue;
      report({ span: spanOf(mention, rationale), message: askedMessage(mention, disputed, context), related });
    }
    if (asked.length > 0 || straysIn(rationale, disputed, context).length > 0) return;
    const [first, ...more] = partsSpokenOf(rationale, disputed, part => isForeign(part, context), context.vocabulary);
    if (!first) return;
    report({
      span: spanOf(first, rationale),
      message: t(
        'The rationale speaks of the {0} and nowhere of the {1}, which the title names. It does not bear out a decision on another part of the body. Say what the records show of the {1}.',
        nameOf(first, context),
        titlesOf(disputed.parts, context),
      ),
      related: [...related, ...more.map(one => ({ span: spanOf(one, rationale), message: t('And here.') }))],
    });
  },
};

/** Whether the summary names body parts, and none that bears on this one. */
function isForeign(part: string, { case: { facts }, vocabulary }: ItemContext): boolean {
  const named = new Set(facts.flatMap(fact => (fact.kind === 'bodyPart' ? [fact.id] : [])));
  return named.size > 0 && ![...named].some(one => bearsOn(vocabulary, one, part));
}

function strayMessage(): string {
  return t(
    'This level lies in another stretch of the spine than the one that the title names. The letter must be clear about what it decides on. Correct the one that is wrong.',
  );
}

function askedMessage(mention: PartMention, { parts }: Disputed, context: ItemContext): string {
  const advice = t('The letter must be clear about what it decides on. Correct the one that is wrong.');
  if (mention.part === null) return t('This is another level of the spine than in the title. {0}', advice);
  const own = titlesOf(parts, context);
  return t('This asks about the {0}, and the title about the {1}. {2}', nameOf(mention, context), own, advice);
}

/** Where the title names its body part, or its level. */
function titleRelated({ regions, levels }: Disputed, { title }: ItemContext): Related[] {
  const [named] = levels.length > 0 ? levels : regions;
  return named
    ? [{ span: title.text.source(named.start, named.end), message: t('The title names its part here.') }]
    : [];
}

function spanOf({ start, end, sentence }: PartMention, rationale: Passage) {
  return rationale.text.source(sentence + start, sentence + end);
}

function nameOf({ part }: PartMention, context: ItemContext): string {
  return titlesOf(part === null ? [] : [part], context);
}

function titlesOf(parts: readonly string[], { vocabulary }: ItemContext): string {
  const byId = compiled(vocabulary).bodyPartById();
  return orThe(parts.map(id => byId.get(id)?.title ?? id));
}
