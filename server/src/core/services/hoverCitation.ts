import { holdsPage } from '../catalogue/catalogue';
import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { PageCertainty, PageRange, SectionEntry } from '../catalogue/schema';
import type { Citation, CitedSection } from '../citations/model';
import type { LetterFacts } from '../language/facts';
import type { Setup } from '../setup';
import { printDay } from '../text/dates';
import type { Span } from '../text/span';
import { t } from '../words/translate';
import type { HoverCard, HoverFact } from './hover';

/** So many names of sections or topics are listed; the completion offers all. */
const maxNames = 12;

function provenWords(certainty: SectionEntry['certainty'] | PageCertainty): string {
  switch (certainty) {
    case 'published':
      return t('published');
    case 'partly-published':
      return t('published in part; look it up before relying on it');
    case 'recall':
      return t('unverified: look it up before relying on it');
    case 'other-edition':
      return t('unverified: known from another edition or chapter');
    case 'seen':
      return t('seen in posted letters');
    default:
      return t('no page known');
  }
}

/** The pages of a guideline, and how well they are known. */
export function pagesText(pages: NonNullable<Guideline['pages']>): string {
  return `${range(pages.range)} (${provenWords(pages.certainty)})`;
}

/** What is to be said of a guideline that is not certain; null where it is. */
export function certaintyOf({ certainty }: Guideline): string | null {
  if (certainty === 'high') return null;
  return certainty === 'low' ? t('low: look it up before relying on it') : t('medium: look it up before relying on it');
}

/** What the catalogue knows of a citation: the guideline, and the pages and sections that are cited. */
export function citationCard(citation: Citation, setup: Setup, facts: LetterFacts, span: Span): HoverCard {
  const { guideline } = citation;
  if (!guideline) return unknownCard(citation, span);
  const card = guidelineCard(guideline, setup, facts, span);
  const cited = [
    ...citation.pages.flatMap(({ range }) => (range ? citedPages(guideline, range) : [])),
    ...citation.sections.map(section => citedSection(section)),
  ];
  const [edition, ...others] = card.facts;
  return { ...card, facts: edition ? [edition, ...cited, ...others] : cited };
}

function unknownCard(citation: Citation, span: Span): HoverCard {
  const names = [...new Set(citation.candidates.map(nameOf))].slice(0, 5);
  return {
    kind: 'citation',
    span,
    title: citation.title || citation.text,
    facts: names.length > 0 ? [{ name: t('Did you mean'), text: names.join('; ') }] : [],
    paragraphs: [t('The catalogue does not know this guideline.')],
    rule: null,
  };
}

/** What the catalogue knows of a guideline. */
export function guidelineCard(guideline: Guideline, setup: Setup, facts: LetterFacts, span: Span): HoverCard {
  const known: HoverFact[] = [];
  const add = (name: string, text: string | null) => {
    if (text) known.push({ name, text });
  };
  add(t('Edition'), guideline.edition ?? (guideline.year === null ? null : String(guideline.year)));
  add(t('In force'), inForce(guideline));
  add(t('For this letter'), onTheDay(guideline, setup, facts));
  if (guideline.pages) add(t('Pages'), pagesText(guideline.pages));
  add(t('Sections'), names(guideline.sections.map(({ name }) => name)));
  add(t('Topics'), names(guideline.topics.filter(topic => topic.kind !== 'rule').map(({ title }) => title)));
  add(t('Regulation'), guideline.regulation);
  add(t('Source'), guideline.sources.join('; '));
  add(t('Certainty'), certaintyOf(guideline));
  if (guideline.origin !== null) add(t('Catalogue'), guideline.origin);
  const paragraphs = guideline.notes === null ? [] : [guideline.notes];
  return { kind: 'citation', span, title: nameOf(guideline), facts: known, paragraphs, rule: null };
}

/** Title and chapter. */
export function nameOf({ title, chapter }: Guideline): string {
  return chapter === null ? title : t('{0} (chapter {1})', title, chapter);
}

/** The days in force, in words. */
export function inForce({ inForce: { from, to, approximate, note }, status }: Guideline): string | null {
  if (from === null && to === null) return status === 'proposed' ? t('never: proposed only') : null;
  const days =
    from === null ? t('until {0}', to ?? '') : to === null ? t('from {0}', from) : t('from {0} until {1}', from, to);
  const said = approximate ? t('{0} (not certain)', days) : days;
  return note === null ? said : `${said}. ${note}`;
}

/** Whether it was in force on the day that counts for this letter. */
function onTheDay(guideline: Guideline, setup: Setup, { denialDate }: LetterFacts): string | null {
  if (!denialDate) return null;
  const isInForce = setup.catalogue.inForceAt(guideline, denialDate.iso);
  if (isInForce === null) return null;
  const day = printDay(denialDate);
  if (isInForce) return t('in force on {0}', day);
  const edition = setup.catalogue.editionAt(guideline, denialDate.iso);
  return edition && edition !== guideline
    ? t('not in force on {0}; then it was {1}', day, edition.edition ?? nameOf(edition))
    : t('not in force on {0}', day);
}

function citedPages(guideline: Guideline, cited: PageRange): HoverFact[] {
  const on = guideline.topics.filter(topic =>
    topic.pages.some(([first, last]) => first <= cited[1] && cited[0] <= last),
  );
  const topics = on.map(topic => `${topic.title} (${provenWords(topic.certainty)})`);
  const isOutside =
    guideline.pages?.checked === true && !(holdsPage(guideline, cited[0]) && holdsPage(guideline, cited[1]));
  if (isOutside) return [{ name: t('Page {0}', range(cited)), text: t('not in this guideline') }];
  return topics.length > 0 ? [{ name: t('Page {0}', range(cited)), text: names(topics) ?? '' }] : [];
}

function citedSection(section: CitedSection): HoverFact {
  const name = section.canonical ?? section.name;
  return section.known ? partFacts(name, section.known) : { name, text: t('not known to the catalogue') };
}

/** What is known of a section or topic: its pages, and how certain they are. */
export function partFacts(name: string, part: GuidelineSection | GuidelineTopic): HoverFact {
  return { name, text: isTopic(part) ? topicText(part) : sectionText(part) };
}

function isTopic(known: GuidelineSection | GuidelineTopic): known is GuidelineTopic {
  return 'title' in known;
}

function topicText(topic: GuidelineTopic): string {
  const pages = topic.pages.map(range).join(', ');
  const proven = provenWords(topic.certainty);
  return [pages === '' ? proven : t('page {0}, {1}', pages, proven), ...topic.sources, topic.note]
    .filter(Boolean)
    .join('; ');
}

function sectionText(section: GuidelineSection): string {
  const seen = section.letters > 0 ? ` (${section.letters})` : '';
  return [`${provenWords(section.certainty)}${seen}`, ...section.sources].join('; ');
}

function names(all: readonly string[]): string | null {
  if (all.length === 0) return null;
  const rest = all.length - maxNames;
  const shown = all.slice(0, maxNames).join('; ');
  return rest > 0 ? t('{0}; and {1} more', shown, rest) : shown;
}

export function range([first, last]: PageRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
