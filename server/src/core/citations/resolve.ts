import { holdsPage, printsYear } from '../catalogue/catalogue';
import type { Guideline } from '../catalogue/model';
import type { GuidelineGrammar } from './grammar';
import type { CitedPages } from './model';

/** What is known of a citation when its guideline is looked for. */
export interface CitationFacts {
  /** Those of the name as written; none if it is unknown or there is none. */
  readonly named: readonly Guideline[];
  readonly year: number | null;
  readonly chapter: number | null;
  readonly style: 'page' | 'section' | 'none';
  readonly pages: readonly CitedPages[];
  /** A family is named, whose guidelines are chapters. */
  readonly hasHead: boolean;
  readonly sectionNames: readonly string[];
}

export interface Resolution {
  readonly guideline: Guideline | null;
  readonly candidates: readonly Guideline[];
}

/**
 * The guideline that is meant, and every one that may be, best first. A chapter number decides, then the name; among
 * editions the year, the pages and the sections do. Without name and chapter, pages that lie in one chapter alone tell it.
 */
export function resolveCitation(facts: CitationFacts, grammar: GuidelineGrammar): Resolution {
  const chapters = facts.chapter === null ? [] : grammar.catalogue.chapter(facts.chapter);
  const meant = chapters.length > 0 ? chapters : facts.named;
  if (meant.length > 0) {
    const ranked = rank(meant, facts, grammar);
    const rest = chapters.length > 0 ? facts.named.filter(guideline => !chapters.includes(guideline)) : [];
    return { guideline: ranked[0] ?? null, candidates: [...ranked, ...rest] };
  }
  if (!facts.hasHead || facts.named.length > 0 || facts.chapter !== null) return { guideline: null, candidates: [] };
  const holding = chaptersHolding(facts.pages, grammar);
  return { guideline: holding.length === 1 ? (holding[0] ?? null) : null, candidates: holding };
}

/** The numbered chapters that hold every one of the pages. */
function chaptersHolding(pages: readonly CitedPages[], grammar: GuidelineGrammar): readonly Guideline[] {
  const numbers = numbersOf(pages);
  if (numbers.length === 0) return [];
  const chapters = grammar.catalogue.guidelines.filter(guideline => guideline.chapter !== null);
  return chapters.filter(guideline => numbers.every(page => holdsPage(guideline, page)));
}

function rank(guidelines: readonly Guideline[], facts: CitationFacts, grammar: GuidelineGrammar): Guideline[] {
  if (guidelines.length < 2) return [...guidelines];
  const pages = numbersOf(facts.pages);
  const scores = new Map(guidelines.map(guideline => [guideline, scoreOf(guideline, facts, pages, grammar)]));
  return [...guidelines].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

function scoreOf(
  guideline: Guideline,
  facts: CitationFacts,
  pages: readonly number[],
  grammar: GuidelineGrammar,
): number {
  let score = 0;
  if (facts.year !== null && printsYear(guideline, facts.year)) score += 1000;
  if (pages.length > 0 && guideline.pages && pages.every(page => holdsPage(guideline, page))) score += 200;
  if (facts.style !== 'none' && guideline.citedAs.some(cited => cited.style === facts.style && !cited.section))
    score += 100;
  if (facts.sectionNames.length > 0) {
    const names = grammar.sections(guideline);
    score += 10 * facts.sectionNames.filter(name => names.get(name).length > 0).length;
  }
  if (guideline.status === 'proposed') score -= 50;
  // Nothing tells the editions apart: the one that letters cite most, then the later one.
  return score + Math.min(guideline.uses, 400) / 100 + ((guideline.year ?? 0) % 100) / 1000;
}

function numbersOf(pages: readonly CitedPages[]): number[] {
  return pages.flatMap(({ range }) => (range ? [...range] : []));
}
