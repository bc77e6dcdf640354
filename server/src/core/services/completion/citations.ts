import type { Guideline, GuidelineSection, GuidelineTopic } from '../../catalogue/model';
import type { GuidelineLineDefinition } from '../../citations/grammar';
import { lineOfItem } from '../../citations/lineOfItem';
import { partName, printCitation } from '../../citations/print';
import { type CitationStyleName, letterFacts } from '../../language/facts';
import { type RankedGuideline, rankGuidelines } from '../../ranking/rank';
import { subjectOf } from '../../ranking/subject';
import type { Setup } from '../../setup';
import { t } from '../../words/translate';
import { searchOf } from '../catalogueSearches';
import { behindOpening, type LineSoFar } from './guidelineLine';
import type { Proposal, Proposals } from './proposal';

/** How many guidelines come with their best reference before any comes with its further ones. */
const GUIDELINES_FIRST = 8;
const FURTHER = 5;
const MOST = 120;

/** Behind the name of the standard: citations, those likeliest for the item first, complete with section or pages. */
export function completeCitations(line: LineSoFar): Proposals | null {
  const { place, item } = line;
  const grammar = place.setup.grammar;
  const list = grammar && behindOpening(line, grammar.standard);
  if (!grammar || list === null) return null;
  const typed = typedIn(list, grammar.line);
  const facts = letterFacts(place.letter);
  const style = facts.style ?? 'section';
  const other = line.field.definition.role === 'reviewerGuideline' ? 'claimsGuideline' : 'reviewerGuideline';
  const ranked = rankGuidelines({
    subject: subjectOf(item.part, place.letter, place.setup.vocabulary),
    catalogue: place.setup.catalogue,
    vocabulary: place.setup.vocabulary,
    day: facts.denialDate?.iso ?? null,
    otherLine: lineOfItem(item.part, other, place.setup),
    style,
  });
  const choices = typed.trim() === '' ? unprompted(ranked, style) : searched(typed, ranked, place.setup, style);
  const span = { start: place.offset - typed.length, end: place.offset };
  const gap = typed === '' && /\S$/.test(place.before) ? ' ' : '';
  const end = place.atLineEnd ? '.' : '';
  const seen = new Set<string>();
  const items: Proposal[] = [];
  for (const { guideline, part } of choices) {
    const printed = printCitation(guideline, part, style, grammar.line);
    if (!printed) continue;
    const text = `${gap}${printed.subject}${printed.reference}${end}`;
    if (seen.has(text) || items.length >= MOST) continue;
    seen.add(text);
    items.push({
      kind: 'citation',
      label: printed.subject,
      labelDetail: printed.reference,
      description: certaintyOf(guideline, part, style),
      span,
      text,
      filter: typed,
      about: { kind: 'guideline', guideline, part },
    });
  }
  return { items, incomplete: true };
}

interface Choice {
  readonly guideline: Guideline;
  readonly part: GuidelineSection | GuidelineTopic | null;
}

/** The words of a list of citations that belong to the one being typed. */
function typedIn(list: string, line: GuidelineLineDefinition): string {
  let start = 0;
  for (const joiner of [line.sectionStyle?.joiner, line.pageStyle?.joiner]) {
    if (!joiner) continue;
    const at = list.toLowerCase().lastIndexOf(joiner.toLowerCase());
    if (at >= 0) start = Math.max(start, at + joiner.length);
  }
  return list.slice(start).trimStart();
}

function unprompted(ranked: readonly RankedGuideline[], style: CitationStyleName): Choice[] {
  const parts = ranked.map(r => ({ guideline: r.guideline, parts: partsOf(r, style) }));
  const choices: Choice[] = [];
  for (const { guideline, parts: own } of parts.slice(0, GUIDELINES_FIRST))
    choices.push({ guideline, part: own[0] ?? null });
  for (const { guideline, parts: own } of parts.slice(0, GUIDELINES_FIRST)) {
    for (const part of own.slice(1, FURTHER)) choices.push({ guideline, part });
  }
  for (const { guideline, parts: own } of parts)
    choices.push({ guideline, part: own[0] ?? null }, { guideline, part: null });
  return choices;
}

/** What the letter's style refers to: sections, or topics with pages; the likeliest for the item first. */
export function partsOf(ranked: RankedGuideline, style: CitationStyleName): (GuidelineSection | GuidelineTopic)[] {
  if (ranked.guideline.reference === 'none') return [];
  const sections = ranked.sections.map(s => s.entry);
  const topics = ranked.topics.map(t => t.entry);
  return style === 'section' ? sections : topics.filter(t => 'pages' in t && t.pages.length > 0);
}

/** What the words typed find (title, alias, topic, chapter number, page); among equals the item decides. */
function searched(typed: string, ranked: readonly RankedGuideline[], setup: Setup, style: CitationStyleName): Choice[] {
  const byGuideline = new Map(ranked.map((r, index) => [r.guideline, { r, index }]));
  const hits = searchOf(setup)
    .search(typed, 80)
    .map(hit => {
      const rank = byGuideline.get(hit.guideline);
      const likely = rank ? 1 / (1 + rank.index / 10) : 0;
      return { hit, rank, worth: hit.score * (0.5 + likely) };
    });
  hits.sort((a, b) => b.worth - a.worth);
  return hits.flatMap(({ hit, rank }) => {
    const { guideline } = hit;
    const own = rank ? partsOf(rank.r, style) : [];
    const found = hit.section ?? hit.topic;
    if (found && (style === 'section' ? hit.section : hit.pages.length > 0)) return [{ guideline, part: found }];
    const same = found && own.find(part => partName(part) === partName(found));
    return [{ guideline, part: same ?? own[0] ?? null }];
  });
}

/** Says where the page or section is not proven by a published source, and where the guideline is not yet adopted. */
export function certaintyOf(
  guideline: Guideline,
  part: GuidelineSection | GuidelineTopic | null,
  style: CitationStyleName,
): string {
  if (guideline.status === 'proposed') return t('proposed, not in force');
  if (!part) return '';
  if ('pages' in part) return style === 'page' && part.certainty !== 'published' ? t('page unverified') : '';
  return part.certainty === 'seen' || part.certainty === 'published' ? '' : t('section unverified');
}
