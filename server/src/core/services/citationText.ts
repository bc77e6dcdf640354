import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { PageRange } from '../catalogue/schema';
import { partName, printCitation, printedText, printPages } from '../citations/print';
import type { CitationStyleName } from '../language/facts';
import type { Setup } from '../setup';

/** What is to be cited: a guideline, a section or topic of it by its name, pages ("60", "173-174"). */
export interface CitationRef {
  /** Its id. */
  readonly guideline: string;
  readonly section?: string;
  readonly page?: string;
}

export interface CitationText {
  readonly text: string;
  /** Whether it is a source outside of the standard, which lines name behind other words. */
  readonly isOther: boolean;
}

/** The words by which letters of this style cite it; null where the catalogue does not have it. */
export function citationText(ref: CitationRef, setup: Setup, style: CitationStyleName): CitationText | null {
  const guideline = setup.catalogue.byId(ref.guideline);
  if (!guideline) return null;
  const part = partOf(ref, guideline, style);
  if (ref.section !== undefined && !part) return null;
  const line = setup.profile.profile.guidelineLine;
  const source = line?.otherNames.find(({ family }) => family === guideline.family);
  if (source) {
    const short = source.aliases.find(alias => /^[A-Z]{2,6}$/.test(alias));
    const name = short ? `${source.name} (${short})` : source.name;
    return { text: [`${name} ${guideline.title}`, ...(part ? [partName(part)] : [])].join(', '), isOther: true };
  }
  // Some guidelines are cited in one style only.
  const printed =
    line &&
    (printCitation(guideline, part, style, line) ??
      printCitation(guideline, part, style === 'page' ? 'section' : 'page', line));
  return { text: printed ? printedText(printed) : plainText(guideline, part), isOther: false };
}

function partOf(
  ref: CitationRef,
  guideline: Guideline,
  style: CitationStyleName,
): GuidelineSection | GuidelineTopic | null {
  const { section: name, page } = ref;
  const pages = page === undefined ? null : pagesIn(page);
  const topic = guideline.topics.find(({ title, pages: own }) =>
    name === undefined ? pages !== null && own.some(range => holds(range, pages)) : title === name,
  );
  const section = guideline.sections.find(one => one.name === name);
  if (style === 'section' && !pages) return section ?? topic ?? null;
  if (topic) return pages ? { ...topic, pages: [pages] } : topic;
  return section ?? null;
}

function pagesIn(text: string): PageRange | null {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  return match && first <= last ? [first, last] : null;
}

function holds([first, last]: PageRange, [from, to]: PageRange): boolean {
  return first <= from && to <= last;
}

/** For programs whose letters have no form of their own. */
function plainText({ title, edition, year }: Guideline, part: GuidelineSection | GuidelineTopic | null): string {
  const of = edition ?? (year === null ? null : String(year));
  const pages = part && 'pages' in part && part.pages.length > 0 ? `page ${printPages(part.pages)}` : null;
  return [title, of, part && partName(part), pages].filter(Boolean).join(', ');
}
