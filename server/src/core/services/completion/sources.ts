import { letterFacts } from '../../language/facts';
import { rankGuidelines } from '../../ranking/rank';
import { subjectOf } from '../../ranking/subject';
import { behindOpening, type LineSoFar } from './guidelineLine';
import type { Proposal, Proposals } from './proposal';

const TOPICS_EACH = 12;
const CHAPTERS = 8;

/** Behind the words for other sources: their chapters and topics, those likeliest for the item first. */
export function completeSources(line: LineSoFar): Proposals | null {
  const { place, item } = line;
  const grammar = place.setup.grammar;
  const list = grammar && behindOpening(line, grammar.other);
  if (!grammar || list === null) return null;
  const sources = grammar.line.otherNames;
  const ranked = rankGuidelines({
    subject: subjectOf(item.part, place.letter, place.setup.vocabulary),
    catalogue: place.setup.catalogue,
    vocabulary: place.setup.vocabulary,
    day: letterFacts(place.letter).denialDate?.iso ?? null,
    otherLine: null,
  });
  const typed = list.trimStart();
  const span = { start: place.offset - typed.length, end: place.offset };
  const gap = typed === '' && /\S$/.test(place.before) ? ' ' : '';
  const end = place.atLineEnd ? '.' : '';
  const items: Proposal[] = [];
  for (const source of sources) {
    const short = source.aliases.find(alias => /^[A-Z]{2,6}$/.test(alias));
    const name = short ? `${source.name} (${short})` : source.name;
    const chapters = ranked.filter(r => r.guideline.family === source.family);
    for (const [index, { guideline, topics }] of chapters.entries()) {
      const about = { kind: 'guideline' as const, guideline, part: null };
      const chapter = `${name} ${guideline.title}`;
      for (const topic of index < CHAPTERS ? topics.slice(0, TOPICS_EACH) : []) {
        const text = `${chapter}, ${topic.name}`;
        const filter = `${short ?? ''} ${guideline.title} ${topic.name} ${source.name}`;
        items.push({
          kind: 'source',
          label: `${short ?? source.name} ${guideline.title}`,
          labelDetail: `, ${topic.name}`,
          span,
          text: gap + text + end,
          filter,
          about: { ...about, part: topic.entry },
        });
      }
      items.push({
        kind: 'source',
        label: `${short ?? source.name} ${guideline.title}`,
        span,
        text: gap + chapter + end,
        filter: `${short ?? ''} ${guideline.title} ${source.name}`,
        about,
      });
    }
    if (chapters.length === 0) items.push({ kind: 'source', label: name, span, text: gap + name + end, filter: name });
  }
  return { items, incomplete: false };
}
