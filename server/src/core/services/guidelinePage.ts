import type { Catalogue } from '../catalogue/catalogue';
import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { HoverFact } from './hover';
import { certainties, inForce, nameOf, partFacts, range } from './hoverCitation';

/** All that the catalogue knows of a guideline, to be read as a page; plain text throughout. */
export interface GuidelinePage {
  readonly title: string;
  readonly facts: readonly HoverFact[];
  readonly notes: string | null;
  readonly parts: readonly PagePart[];
}

/** A list of the page: sections, or topics with their pages. */
export interface PagePart {
  readonly heading: string;
  readonly entries: readonly PageEntry[];
}

export interface PageEntry extends HoverFact {
  /** What it is an entry about. */
  readonly about: GuidelineSection | GuidelineTopic;
}

const statuses: Readonly<Record<Guideline['status'], string>> = {
  adopted: 'adopted, and in force unless a day says otherwise',
  superseded: 'adopted once, and replaced',
  proposed: 'proposed only',
  standing: 'outside the adopted standard',
};

export function guidelinePage(guideline: Guideline, catalogue: Catalogue): GuidelinePage {
  const facts: HoverFact[] = [];
  const add = (name: string, text: string | number | null) => {
    if (text !== null && text !== '') facts.push({ name, text: String(text) });
  };
  add('Edition', guideline.edition ?? guideline.year);
  add('In force', inForce(guideline));
  add('Status', statuses[guideline.status]);
  add('Replaced by', editionName(guideline.supersededBy, catalogue));
  add('Cited as', citedAs(guideline));
  add('Also called', guideline.aliases.join('; '));
  if (guideline.pages) add('Pages', `${range(guideline.pages.range)} (${certainties[guideline.pages.certainty]})`);
  add('Regulation', guideline.regulation);
  add('Certainty', guideline.certainty === 'high' ? 'high' : `${guideline.certainty}: look it up before relying on it`);
  add('Source', guideline.sources.join('; '));
  add('Catalogue', guideline.origin ?? guideline.catalogue);
  return {
    title: guideline.year === null ? nameOf(guideline) : `${nameOf(guideline)}, ${guideline.year}`,
    facts,
    notes: guideline.notes,
    parts: [...sectionParts(guideline), ...topicParts(guideline)],
  };
}

function editionName(id: string | null, catalogue: Catalogue): string | null {
  const edition = id === null ? undefined : catalogue.byId(id);
  return edition ? [nameOf(edition), edition.edition ?? edition.year].filter(Boolean).join(', ') : null;
}

function citedAs({ citedAs }: Guideline): string {
  const forms = citedAs.map(({ title, year, section }) => [[title, year].filter(Boolean).join(' '), section]);
  return [...new Set(forms.map(form => form.filter(Boolean).join(', ')))].join('; ');
}

function sectionParts({ sections, sectionsComplete }: Guideline): PagePart[] {
  const groups = [...new Set(sections.map(({ group }) => group))];
  return groups.map(group => {
    const heading = group === null ? 'Sections' : `Sections: ${group}`;
    return {
      heading: sectionsComplete ? heading : `${heading} (there are more)`,
      entries: sections.filter(section => section.group === group).map(section => entry(section.name, section)),
    };
  });
}

function topicParts({ topics }: Guideline): PagePart[] {
  return topics.length === 0 ? [] : [{ heading: 'Topics', entries: topics.map(topic => entry(topic.title, topic)) }];
}

function entry(name: string, about: GuidelineSection | GuidelineTopic): PageEntry {
  const { text } = partFacts(name, about);
  const also = about.aliases.length === 0 ? '' : ` Also called: ${about.aliases.join('; ')}.`;
  return { name, text: `${text}.${also}`, about };
}
