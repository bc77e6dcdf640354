import type { Catalogue } from '../catalogue/catalogue';
import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import { t } from '../words/translate';
import type { HoverFact } from './hover';
import { certaintyOf, inForce, nameOf, pagesText, partFacts } from './hoverCitation';

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

function statusWords(status: Guideline['status']): string {
  const words: Readonly<Record<Guideline['status'], string>> = {
    adopted: t('adopted, and in force unless a day says otherwise'),
    superseded: t('adopted once, and replaced'),
    proposed: t('proposed only'),
    standing: t('outside the adopted standard'),
  };
  return words[status];
}

export function guidelinePage(guideline: Guideline, catalogue: Catalogue): GuidelinePage {
  const facts: HoverFact[] = [];
  const add = (name: string, text: string | number | null) => {
    if (text !== null && text !== '') facts.push({ name, text: String(text) });
  };
  add(t('Edition'), guideline.edition ?? guideline.year);
  add(t('In force'), inForce(guideline));
  add(t('Status'), statusWords(guideline.status));
  add(t('Replaced by'), editionName(guideline.supersededBy, catalogue));
  add(t('Cited as'), citedAs(guideline));
  add(t('Also called'), guideline.aliases.join('; '));
  if (guideline.pages) add(t('Pages'), pagesText(guideline.pages));
  add(t('Regulation'), guideline.regulation);
  add(t('Certainty'), certaintyOf(guideline) ?? t('high'));
  add(t('Source'), guideline.sources.join('; '));
  add(t('Catalogue'), guideline.origin ?? guideline.catalogue);
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
    const heading = group === null ? t('Sections') : t('Sections: {0}', group);
    return {
      heading: sectionsComplete ? heading : t('{0} (there are more)', heading),
      entries: sections.filter(section => section.group === group).map(section => entry(section.name, section)),
    };
  });
}

function topicParts({ topics }: Guideline): PagePart[] {
  return topics.length === 0 ? [] : [{ heading: t('Topics'), entries: topics.map(topic => entry(topic.title, topic)) }];
}

function entry(name: string, about: GuidelineSection | GuidelineTopic): PageEntry {
  const { text } = partFacts(name, about);
  const also = about.aliases.join('; ');
  return { name, text: also === '' ? `${text}.` : t('{0}. Also called: {1}.', text, also), about };
}
