import type { GuidelineLine, NamedSource } from '../../citations/model';
import type { ItemPart } from '../../language/tree';
import { compileTemplate, findTemplate } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { ItemRule, Reporter } from '../rule';
import { type ItemLine, lineOf } from './lines';
import { type Mention, mentionsIn } from './mentions';

export const rule: ItemRule = {
  id: 'mtus-first',
  group: 'citations',
  scope: 'item',
  waits: true,
  severity: 'warning',
  summary: 'Only sources outside the standard, and no word why it does not decide; or the standard, said to be silent.',
  fix: 'none',
  check(item, context, report) {
    const { standard } = context.profile.profile;
    const line = lineOf(item, 'reviewerGuideline', context);
    const rationale = context.field('rationale')?.text.text ?? '';
    if (standard === null || !line || rationale === '') return;
    const mentions = mentionsIn(item, context).filter(mention => mention.ofStandard);
    if (line.line.form === 'other') {
      const why = namesStandard(line.line) || saysWhy(rationale, mentions, context);
      if (!why) reportOthersOnly(standard, line, item, context, report);
    } else if (isContradicted(line.line, mentions)) {
      reportSilent(standard, line, mentions, context, report);
    }
  },
};

/** Whether what stands among the other sources is, by its name, of the standard after all. */
function namesStandard({ other }: GuidelineLine): boolean {
  const isOfStandard = ({ kind, guideline }: NamedSource) =>
    kind === 'standard' || (kind === 'guideline' && guideline?.status !== 'standing');
  return other?.sources.some(isOfStandard) ?? false;
}

const NEGATION =
  /\b(?:not|no|none|nor|neither|never|nothing|cannot|without|lacks?|silent|absent|absence|outside|beyond|fails?|failed)\b|n't\b/i;

/** Whether the rationale says, in any way, that the standard does not decide the item. */
function saysWhy(rationale: string, mentions: readonly Mention[], { profile }: ItemContext): boolean {
  const sentences = [...new Set(mentions.map(mention => mention.sentence))];
  if (sentences.some(({ start, end }) => NEGATION.test(rationale.slice(start, end)))) return true;
  const lower = lowerCase(rationale);
  const phrases = profile.profile.guidelineLine?.silent ?? [];
  return phrases.some(phrase => findTemplate(compileTemplate(phrase), lower));
}

function reportOthersOnly(standard: string, line: ItemLine, item: ItemPart, context: ItemContext, report: Reporter) {
  const [first] = line.line.sentences;
  const claims = lineOf(item, 'claimsGuideline', context);
  const cited = claims?.line.citations[0];
  report({
    span: line.span(first?.span ?? { start: 0, end: line.text.length }),
    message: t(
      'Only sources outside the {0} are cited, and the rationale does not say why the {0} does not decide. Other sources count only where it gives no answer. Cite the {0} first, or say that it does not address this service.',
      standard,
    ),
    related: claims && cited ? [{ span: claims.span(cited.span), message: t('The {0} is cited here.', standard) }] : [],
  });
}

/** Whether the standard is cited and the rationale, wherever it speaks of the standard, says that it is silent. */
function isContradicted({ citations }: GuidelineLine, mentions: readonly Mention[]): boolean {
  if (citations.length === 0 || mentions.length === 0 || !mentions.every(mention => mention.isSilent)) return false;
  return mentions.some(
    ({ source }) =>
      source.kind === 'standard' || citations.some(c => c.guideline && source.candidates.includes(c.guideline)),
  );
}

function reportSilent(
  standard: string,
  line: ItemLine,
  mentions: readonly Mention[],
  context: ItemContext,
  report: Reporter,
) {
  const [citation] = line.line.citations;
  const [mention] = mentions;
  const rationale = context.field('rationale');
  if (!citation || !mention || !rationale) return;
  const { start, end } = mention.sentence;
  report({
    span: line.span(citation.span),
    message: t(
      'The {0} is cited here, but the rationale says of it only that it does not decide. One of the two is wrong. Say what the section cited asks for, or take the citation out.',
      standard,
    ),
    related: [{ span: rationale.text.source(start, end), message: t('The rationale says so here.') }],
  });
}
