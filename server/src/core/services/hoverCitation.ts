import { holdsPage } from '../catalogue/catalogue';
import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { PageRange } from '../catalogue/schema';
import type { Citation, CitedSection } from '../citations/model';
import type { LetterFacts } from '../language/facts';
import type { Setup } from '../setup';
import { printDay } from '../text/dates';
import type { Span } from '../text/span';
import type { HoverCard, HoverFact } from './hover';

/** So many names of sections or topics are listed; the completion offers all. */
const maxNames = 12;

export const certainties = {
  published: 'published',
  'partly-published': 'published in part; look it up before relying on it',
  recall: 'unverified: look it up before relying on it',
  'other-edition': 'unverified: known from another edition or chapter',
  seen: 'seen in posted letters',
  none: 'no page known',
} as const;

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
    facts: names.length > 0 ? [{ name: 'Did you mean', text: names.join('; ') }] : [],
    paragraphs: ['The catalogue does not know this guideline.'],
    rule: null,
  };
}

/** What the catalogue knows of a guideline. */
export function guidelineCard(guideline: Guideline, setup: Setup, facts: LetterFacts, span: Span): HoverCard {
  const known: HoverFact[] = [];
  const add = (name: string, text: string | null) => {
    if (text) known.push({ name, text });
  };
  add('Edition', guideline.edition ?? (guideline.year === null ? null : String(guideline.year)));
  add('In force', inForce(guideline));
  add('For this letter', onTheDay(guideline, setup, facts));
  if (guideline.pages) {
    add('Pages', `${range(guideline.pages.range)} (${certainties[guideline.pages.certainty]})`);
  }
  add('Sections', names(guideline.sections.map(({ name }) => name)));
  add('Topics', names(guideline.topics.filter(topic => topic.kind !== 'rule').map(({ title }) => title)));
  add('Regulation', guideline.regulation);
  add('Source', guideline.sources.join('; '));
  if (guideline.certainty !== 'high') add('Certainty', `${guideline.certainty}: look it up before relying on it`);
  if (guideline.origin !== null) add('Catalogue', guideline.origin);
  const paragraphs = guideline.notes === null ? [] : [guideline.notes];
  return { kind: 'citation', span, title: nameOf(guideline), facts: known, paragraphs, rule: null };
}

/** Title and chapter. */
export function nameOf({ title, chapter }: Guideline): string {
  return chapter === null ? title : `${title} (chapter ${chapter})`;
}

/** The days in force, in words. */
export function inForce({ inForce: { from, to, approximate, note }, status }: Guideline): string | null {
  if (from === null && to === null) return status === 'proposed' ? 'never: proposed only' : null;
  const days = [from === null ? null : `from ${from}`, to === null ? null : `until ${to}`].filter(Boolean).join(' ');
  return `${days}${approximate ? ' (not certain)' : ''}${note === null ? '' : `. ${note}`}`;
}

/** Whether it was in force on the day that counts for this letter. */
function onTheDay(guideline: Guideline, setup: Setup, { denialDate }: LetterFacts): string | null {
  if (!denialDate) return null;
  const isInForce = setup.catalogue.inForceAt(guideline, denialDate.iso);
  if (isInForce === null) return null;
  const day = printDay(denialDate);
  if (isInForce) return `in force on ${day}`;
  const edition = setup.catalogue.editionAt(guideline, denialDate.iso);
  const other = edition && edition !== guideline ? `; then it was ${edition.edition ?? nameOf(edition)}` : '';
  return `not in force on ${day}${other}`;
}

function citedPages(guideline: Guideline, cited: PageRange): HoverFact[] {
  const on = guideline.topics.filter(topic =>
    topic.pages.some(([first, last]) => first <= cited[1] && cited[0] <= last),
  );
  const topics = on.map(topic => `${topic.title} (${certainties[topic.certainty]})`);
  const isOutside =
    guideline.pages?.checked === true && !(holdsPage(guideline, cited[0]) && holdsPage(guideline, cited[1]));
  if (isOutside) return [{ name: `Page ${range(cited)}`, text: 'not in this guideline' }];
  return topics.length > 0 ? [{ name: `Page ${range(cited)}`, text: names(topics) ?? '' }] : [];
}

function citedSection(section: CitedSection): HoverFact {
  const name = section.canonical ?? section.name;
  return section.known ? partFacts(name, section.known) : { name, text: 'not known to the catalogue' };
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
  const where = pages === '' ? '' : `page ${pages}, `;
  return [`${where}${certainties[topic.certainty]}`, ...topic.sources, topic.note].filter(Boolean).join('; ');
}

function sectionText(section: GuidelineSection): string {
  const seen = section.letters > 0 ? ` (${section.letters})` : '';
  return [`${certainties[section.certainty]}${seen}`, ...section.sources].join('; ');
}

function names(all: readonly string[]): string | null {
  if (all.length === 0) return null;
  const rest = all.length - maxNames;
  return all.slice(0, maxNames).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

export function range([first, last]: PageRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
