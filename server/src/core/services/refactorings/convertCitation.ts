import type { Guideline, GuidelineSection, GuidelineTopic } from '../../catalogue/model';
import type { PageRange } from '../../catalogue/schema';
import type { GuidelineLineDefinition } from '../../citations/grammar';
import type { Citation } from '../../citations/model';
import { partName, printCitation, printedText, printPages } from '../../citations/print';
import type { CitationStyleName } from '../../language/facts';
import { squeeze } from '../../text/words';

/** A citation in the other style. */
export interface ConvertedCitation {
  readonly text: string;
  /** It holds a placeholder: the catalogue is not sure of a page or section. */
  readonly isDoubtful: boolean;
}

/** The citation as letters of the other style print it; null where the catalogue does not say how. */
export function convertCitation(
  citation: Citation,
  style: CitationStyleName,
  line: GuidelineLineDefinition,
): ConvertedCitation | null {
  const { guideline } = citation;
  if (!guideline) return null;
  return style === 'section' ? toSections(citation, guideline, line) : toPages(citation, guideline, line);
}

function toSections(citation: Citation, guideline: Guideline, line: GuidelineLineDefinition): ConvertedCitation | null {
  const whole = printCitation(guideline, null, 'section', line);
  const label = line.sectionStyle?.label;
  if (!whole || !label) return null;
  const isPart = whole.reference !== '';
  if (isPart || guideline.reference === 'none') return { text: printedText(whole), isDoubtful: false };
  const named = citation.sections.map(({ known, name }) => ({
    name: known ? nameOf(known, guideline) : name,
    sure: true,
  }));
  const ranges = citation.pages.flatMap(({ range }) => (range ? [range] : []));
  const found = named.length > 0 ? named : ranges.map(range => sectionOf(range, guideline));
  if (found.length === 0 && citation.pages.length > 0) return null;
  const names = new Set<string>();
  for (const section of found) {
    if (!section) return null;
    names.add(section.sure ? section.name : `[[${section.name}]]`);
  }
  const reference = names.size > 0 ? `, ${label} ${[...names].join(', ')}` : '';
  return { text: whole.subject + reference, isDoubtful: reference.includes('[[') };
}

/** A topic of the catalogue by the name of the section that it is, where it is one. */
function nameOf(part: GuidelineSection | GuidelineTopic, guideline: Guideline): string {
  const name = partName(part);
  return guideline.sections.find(section => isNamed(section.name, section.aliases, name))?.name ?? name;
}

/** The section on which pages lie; sure only where the catalogue has its pages from print. */
function sectionOf(range: PageRange, guideline: Guideline): { name: string; sure: boolean } | null {
  const topics = guideline.topics.filter(({ pages }) => pages.some(own => own[0] <= range[0] && range[1] <= own[1]));
  const topic = topics.find(isPublished) ?? topics[0];
  if (!topic) return null;
  const sections = guideline.sections.map(({ name }) => name);
  const name = nameOf(topic, guideline);
  return { name, sure: isPublished(topic) && sections.includes(name) };
}

function toPages(citation: Citation, guideline: Guideline, line: GuidelineLineDefinition): ConvertedCitation | null {
  const whole = printCitation(guideline, null, 'page', line);
  const label = line.pageStyle?.label;
  if (!whole || !label) return null;
  const topics: GuidelineTopic[] = [];
  for (const { known, name } of citation.sections) {
    const wanted = known ? partName(known) : name;
    const topic = guideline.topics.find(({ title, aliases }) => isNamed(title, aliases, wanted));
    if (!topic || topic.pages.length === 0) return null;
    topics.push(topic);
  }
  if (topics.length === 0 || guideline.reference === 'none') return { text: printedText(whole), isDoubtful: false };
  const isDoubtful = !topics.every(isPublished);
  const pages = (of: readonly GuidelineTopic[]) => {
    const printed = printPages(of.flatMap(topic => topic.pages));
    return `${label} ${of.every(isPublished) ? printed : `[[${printed}]]`}`;
  };
  if (guideline.chapter !== null) return { text: `${whole.subject} ${pages(topics)}`, isDoubtful };
  const each = topics.map(topic => `${whole.subject} ${topic.title} ${pages([topic])}`);
  return { text: each.join(line.pageStyle?.joiner ?? ', '), isDoubtful };
}

function isPublished({ certainty }: GuidelineTopic): boolean {
  return certainty === 'published';
}

function isNamed(name: string, aliases: readonly string[], wanted: string): boolean {
  return [name, ...aliases].some(each => squeeze(each) === squeeze(wanted));
}
