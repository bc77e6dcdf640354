import type { Disputed } from '../../facts/disputed';
import type { Passage } from '../../facts/passages';
import { isNear, sidesMeant } from '../../vocabulary/regions';
import { quote } from '../../words/phrases';
import { t } from '../../words/translate';
import { MOST } from '../citations/lines';
import type { ItemContext } from '../context';
import type { Fix, ItemRule, Reporter, ReportRelated } from '../rule';
import {
  isSamePart,
  isSided,
  oppositeOf,
  type SidedRegion,
  type SideMention,
  sideMentions,
  wordFor,
} from './sideMentions';
import { disputedIn, isOtherSide, otherItemOf, otherTitles, sidesIn } from './subjects';

export const rule: ItemRule = {
  id: 'other-side',
  group: 'consistency',
  scope: 'item',
  sees: ['case', 'items'],
  severity: 'warning',
  summary: 'A rationale, or a summary, that speaks of the other side than the title.',
  fix: 'offered',
  check(_item, context, report) {
    const disputed = disputedIn(context);
    const sided = disputed.regions.filter(isSided);
    if (sided.length === 0) return;
    const rationale = context.passage('rationale');
    const mentions = rationale ? sideMentions(rationale, disputed, context.vocabulary) : [];
    const wrong = wrongMentions(mentions, disputed, context);
    const odd = sided.find(region => oppositeInCase(region, context) >= 0);
    if (odd) reportTitle(odd, disputed, wrong, rationale, context, report);
    else if (rationale) for (const mention of wrong) reportMention(mention, sided, rationale, context, report);
  },
};

/** The places of the rationale that name the wrong side: all that say what is asked for, and else the first. */
function wrongMentions(mentions: readonly SideMention[], disputed: Disputed, context: ItemContext): SideMention[] {
  const asked = mentions.filter(mention => mention.asked).slice(0, MOST);
  if (asked.length > 0) return asked.filter(one => one.asked && otherItemOf(one.asked, context) === null);
  const plain = mentions.filter(mention => mention.isPlain);
  const isOnly = mentions.every(mention => mention.isOther);
  return plain.filter(mention => isOnly || isNowhereElse(mention, disputed, context)).slice(0, 1);
}

/** Whether nothing else in the letter speaks of this side of the part, while the summary speaks of the title's. */
function isNowhereElse({ region }: SideMention, disputed: Disputed, context: ItemContext): boolean {
  const { vocabulary } = context;
  const own = sidesIn(disputed, region.part, vocabulary);
  const meant = sidesMeant(vocabulary, region.side.side);
  const inCase = context.case.facts.flatMap(fact =>
    fact.kind === 'bodyPart' && fact.side && isNear(vocabulary, fact.id, region.part)
      ? sidesMeant(vocabulary, fact.side)
      : [],
  );
  if (!inCase.some(side => own.has(side)) || inCase.some(side => meant.includes(side))) return false;
  return !otherTitles(context).some(title => {
    const sides = sidesIn(title, region.part, vocabulary);
    return meant.some(side => sides.has(side));
  });
}

/** The first fact of the case that gives the part the other side, where no fact gives it that of the title; else -1. */
function oppositeInCase({ part, side }: SidedRegion, context: ItemContext): number {
  const { vocabulary } = context;
  const own = new Set(sidesMeant(vocabulary, side.side));
  let first = -1;
  for (const [index, fact] of context.case.facts.entries()) {
    if (fact.kind !== 'bodyPart' || !fact.side || !isSamePart(part, fact.id, vocabulary)) continue;
    if (!isOtherSide(fact.side, own, vocabulary)) return -1;
    if (first < 0) first = index;
  }
  return first;
}

function reportTitle(
  odd: SidedRegion,
  disputed: Disputed,
  wrong: readonly SideMention[],
  rationale: Passage | null,
  context: ItemContext,
  report: Reporter,
) {
  const { title, vocabulary } = context;
  const related: ReportRelated[] = [
    { caseFact: oppositeInCase(odd, context), message: t('The summary gives the other side here.') },
  ];
  for (const mention of rationale ? wrong : []) {
    related.push({ span: spanOf(mention, rationale as Passage), message: t('So does the rationale.') });
  }
  const side = oppositeOf(odd.side.side, vocabulary);
  report({
    span: title.text.source(odd.side.start, odd.side.end),
    message: t(
      'The title says {0}; the summary speaks only of the other side. A decision on the wrong side may be set aside. Look in the records which side is meant, and correct the other place.',
      nameOf(odd, context),
    ),
    related,
    fixes: () => (side === null ? [] : [titleFix(side, odd, disputed, context)]),
  });
}

/** Replaces the side wherever the title gives it to the part. */
function titleFix(side: string, odd: SidedRegion, { regions }: Disputed, { title, vocabulary }: ItemContext): Fix {
  const words = regions
    .filter(isSided)
    .filter(one => one.side.side === odd.side.side && isSamePart(one.part, odd.part, vocabulary))
    .map(one => one.side);
  const starts = [...new Set(words.map(word => word.start))];
  const edits = starts.flatMap(start => {
    const word = words.find(one => one.start === start);
    if (!word) return [];
    const written = title.text.text.slice(word.start, word.end);
    return [{ span: title.text.source(word.start, word.end), text: wordFor(side, written, word.side, vocabulary) }];
  });
  return { title: t('Replace by "{0}" in the title', edits[0]?.text ?? ''), safe: false, edits };
}

function reportMention(
  mention: SideMention,
  sided: readonly SidedRegion[],
  rationale: Passage,
  context: ItemContext,
  report: Reporter,
) {
  const { title, vocabulary } = context;
  const own = sided.find(region => isNear(vocabulary, region.part, mention.region.part));
  if (!own) return;
  const { start, end } = mention.region.side;
  const span = spanOf(mention, rationale);
  const written = rationale.text.text.slice(mention.start + start, mention.start + end);
  const isReplaceable = [own, mention.region].every(({ side }) => oppositeOf(side.side, vocabulary) !== null);
  const text = wordFor(own.side.side, written, mention.region.side.side, vocabulary);
  report({
    span,
    message: t(
      'This says {0}, and the title says {1}. The letter must be clear about the side that it decides on. Correct the one that is wrong.',
      nameOf(mention.region, context),
      nameOf(own, context),
    ),
    related: [{ span: title.text.source(own.side.start, own.side.end), message: t('The title gives this side.') }],
    fixes: () =>
      isReplaceable
        ? [{ title: t('Replace by "{0}", as in the title', text), safe: false, edits: [{ span, text }] }]
        : [],
  });
}

function spanOf({ start, region: { side } }: SideMention, rationale: Passage) {
  return rationale.text.source(start + side.start, start + side.end);
}

function nameOf({ side }: SidedRegion, { vocabulary }: ItemContext): string {
  return quote(vocabulary.sides.find(one => one.id === side.side)?.title ?? side.side);
}
