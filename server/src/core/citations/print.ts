import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { CitationStyleName } from '../language/facts';
import type { GuidelineLineDefinition } from './grammar';

/** A citation as letters of one style print it, in pieces. */
export interface PrintedCitation {
  /** Family word, chapter and title, or title and year. */
  readonly subject: string;
  /** Section or pages with their label, with what joins it to the subject; empty where there is none. */
  readonly reference: string;
}

/**
 * Prints a citation of the guideline, with a section or topic of it where one is given. Null where letters of this style
 * do not cite the guideline.
 */
export function printCitation(
  guideline: Guideline,
  part: GuidelineSection | GuidelineTopic | null,
  style: CitationStyleName,
  line: GuidelineLineDefinition,
): PrintedCitation | null {
  return style === 'page' ? pageStyle(guideline, part, line) : sectionStyle(guideline, part, line);
}

export function printedText({ subject, reference }: PrintedCitation): string {
  return `${subject}${reference}`;
}

export function partName(part: GuidelineSection | GuidelineTopic): string {
  return 'name' in part ? part.name : part.title;
}

/** "60", "173-174", "77, 81" */
export function printPages(pages: readonly (readonly [number, number])[]): string {
  return pages.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

function sectionStyle(
  guideline: Guideline,
  part: GuidelineSection | GuidelineTopic | null,
  line: GuidelineLineDefinition,
): PrintedCitation | null {
  const label = line.sectionStyle?.label;
  const cited = guideline.citedAs.filter(c => c.style === 'section');
  const whole = cited.find(c => !c.section);
  if (whole && label) {
    const subject = whole.year === null ? whole.title : `${whole.title} ${whole.year}`;
    const name = part ? partName(part) : null;
    return { subject, reference: name === null || guideline.reference === 'none' ? '' : `, ${label} ${name}` };
  }
  // Some guidelines are cited only as a section of another one.
  const inside = cited[0];
  if (!inside || !label) return null;
  return {
    subject: inside.year === null ? inside.title : `${inside.title} ${inside.year}`,
    reference: `, ${label} ${inside.section}`,
  };
}

function pageStyle(
  guideline: Guideline,
  part: GuidelineSection | GuidelineTopic | null,
  line: GuidelineLineDefinition,
): PrintedCitation | null {
  const label = line.pageStyle?.label;
  if (!label) return null;
  const pages = part && 'pages' in part && part.pages.length > 0 ? ` ${label} ${printPages(part.pages)}` : '';
  if (guideline.chapter !== null) {
    const title = guideline.citedAs.find(c => c.style === 'section' && !c.section)?.title ?? guideline.title;
    const subject = [line.chapterHeads[0], line.chapterLabel, guideline.chapter, title].filter(Boolean).join(' ');
    return { subject, reference: pages };
  }
  const cited = guideline.citedAs.find(c => c.style === 'page');
  if (!cited) return null;
  const name = part && guideline.reference !== 'none' ? ` ${partName(part)}` : '';
  return { subject: cited.title, reference: guideline.reference === 'none' ? '' : `${name}${pages}` };
}
