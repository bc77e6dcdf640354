import type { Guideline, GuidelineSection, GuidelineTopic } from '../../catalogue/model';
import { partName } from '../../citations/print';
import type { CitationStyleName } from '../../language/facts';
import type { ItemPart } from '../../language/tree';
import type { ItemFieldRole } from '../../profile/schema';
import { type RankedGuideline, rankGuidelines } from '../../ranking/rank';
import { subjectOf } from '../../ranking/subject';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';

/** How many choices a fix offers of what is likely for the item. */
export const CHOICES = 5;

/** What a citation refers to within a guideline. */
export type Part = GuidelineSection | GuidelineTopic;

/** Every guideline, those likeliest to be cited on this line of the item first. Costly: for fixes, not for findings. */
export function likelyGuidelines(item: ItemPart, role: ItemFieldRole, context: ItemContext): RankedGuideline[] {
  return rankGuidelines({
    subject: subjectOf(item, null, context.vocabulary),
    catalogue: context.catalogue,
    vocabulary: context.vocabulary,
    day: context.facts.denialDate?.iso ?? null,
    otherLine: context.guidelineLine(role === 'reviewerGuideline' ? 'claimsGuideline' : 'reviewerGuideline'),
  });
}

/** Sections of the guideline, or its topics with pages, those likeliest for the item first. Costly likewise. */
export function likelyParts(
  guideline: Guideline,
  style: CitationStyleName,
  item: ItemPart,
  role: ItemFieldRole,
  context: ItemContext,
): Part[] {
  const ranked = likelyGuidelines(item, role, context).find(r => r.guideline === guideline);
  const parts = (style === 'section' ? ranked?.sections : ranked?.topics) ?? [];
  return parts.map(({ entry }) => entry).filter(part => style === 'section' || hasPages(part));
}

/** Whether citations of this style can refer to something in the guideline. */
export function hasParts(guideline: Guideline, style: CitationStyleName): boolean {
  if (guideline.reference === 'none') return false;
  return style === 'section' ? guideline.sections.length > 0 : guideline.topics.some(hasPages);
}

function hasPages(part: Part): boolean {
  return 'pages' in part && part.pages.length > 0;
}

/** Whether a source proves the section, or all pages of the topic. */
export function isProven(part: Part): boolean {
  return part.certainty === 'published' || part.certainty === 'seen';
}

/** What the title of a fix says of a section or topic beside the text it writes: its name, and whether it is unverified. */
export function remarkOn(part: Part, text: string, style: CitationStyleName): string {
  const remarks = [
    text.includes(partName(part)) ? '' : partName(part),
    isProven(part) ? '' : style === 'page' ? t('page unverified') : t('section unverified'),
  ];
  const said = remarks.filter(remark => remark !== '').join(', ');
  return said === '' ? '' : ` (${said})`;
}
