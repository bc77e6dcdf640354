import type { Catalogue } from '../catalogue/catalogue';
import type { Guideline } from '../catalogue/model';
import type { GuidelineLine } from '../citations/model';
import type { CitationStyleName } from '../language/facts';
import { canBeAbout, related } from '../vocabulary/regions';
import type { Vocabulary } from '../vocabulary/schema';
import type { Subject } from './subject';
import { type GuidelineTopics, type RankedTopic, type TermSet, type Terms, topicsOf } from './topics';

export interface RankedGuideline {
  readonly guideline: Guideline;
  readonly score: number;
  /** Best first; those that have nothing to do with the item keep the order of how often they are cited. */
  readonly sections: readonly RankedTopic[];
  readonly topics: readonly RankedTopic[];
}

export interface RankingInput {
  readonly subject: Subject;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  /** yyyy-mm-dd on which an edition must be in force, or null if it is not known. */
  readonly day: string | null;
  /** The line of the other side, whose sources are likely to be discussed. */
  readonly otherLine: GuidelineLine | null;
  /** How the letter cites. How often a guideline was cited is known of letters that cite sections only. */
  readonly style?: CitationStyleName;
}

/** What each observation is worth. One unit is about a doubling of how often a guideline is cited. */
const WORTH = {
  use: 0.35,
  useByPage: 0.1,
  bodyPart: 2,
  otherBodyPart: -7,
  summaryPart: 1.2,
  otherSummaryPart: -2,
  otherLine: 0.5,
  /** A term that a section deals with, against one that its name says. */
  further: 0.5,
  notInForce: -9,
  proposed: -20,
} as const;

/** The guidelines of the catalogue, those likeliest to be cited for the item first. */
export function rankGuidelines(input: RankingInput): RankedGuideline[] {
  return topicsOf(input.catalogue, input.vocabulary)
    .map(topics => rankOne(topics, input))
    .sort((a, b) => b.score - a.score || (a.guideline.id < b.guideline.id ? -1 : 1));
}

function rankOne(topics: GuidelineTopics, input: RankingInput): RankedGuideline {
  const { guideline } = topics;
  const cited = input.otherLine?.citations.filter(c => c.guideline === guideline) ?? [];
  const citedSections = new Set(cited.flatMap(c => c.sections.map(s => s.canonical ?? s.name)));
  const sections = byScore(topics.sections, input, citedSections);
  const pageTopics = byScore(topics.topics, input, citedSections);
  const whole = topicScore(
    { ...topics, bodyParts: [], letters: topics.sections.length > 0 ? 0 : guideline.uses },
    input,
  );
  const byPage = input.style === 'page';
  const best = Math.max(byPage ? 0 : (sections[0]?.score ?? 0), pageTopics[0]?.score ?? 0, whole, 0);
  const score =
    best +
    (byPage ? WORTH.useByPage : WORTH.use) * Math.log2(1 + guideline.uses) +
    bodyPartScore(guideline.appliesTo.bodyParts, input) +
    (cited.length > 0 ? WORTH.otherLine : 0) +
    forceScore(guideline, input);
  return { guideline, score, sections: sections.map(s => s.topic), topics: pageTopics.map(s => s.topic) };
}

function byScore(topics: readonly RankedTopic[], input: RankingInput, cited: ReadonlySet<string>) {
  return topics
    .map(topic => ({ topic, score: topicScore(topic, input) + (cited.has(topic.name) ? WORTH.otherLine : 0) }))
    .sort((a, b) => b.score - a.score || b.topic.letters - a.topic.letters);
}

function topicScore(topic: Pick<RankedTopic, 'terms' | 'bodyParts' | 'letters'>, input: RankingInput): number {
  const strength = matchStrength(topic.terms, input.subject);
  const parts = topic.bodyParts.length > 0 ? bodyPartScore(topic.bodyParts, input) / 2 : 0;
  if (strength === 0) return parts;
  return strength * (1 + Math.log2(1 + topic.letters)) + parts;
}

/** How directly the item's title names what the topic is about, 0 to 1. */
function matchStrength(terms: Terms, subject: Subject): number {
  return Math.max(strengthIn(terms.named, subject), WORTH.further * strengthIn(terms.further, subject));
}

function strengthIn({ keys, words }: TermSet, subject: Subject): number {
  let strength = 0;
  for (const [key, weight] of subject.terms) if (weight > strength && keys.has(key)) strength = weight;
  // A general word ("evaluation") says little beside a service that the vocabulary knows.
  const general = subject.terms.size > 0 ? 0.4 : 0.9;
  return strength < general && words.some(word => subject.words.includes(` ${word}`)) ? general : strength;
}

function bodyPartScore(parts: readonly string[], { subject, vocabulary }: RankingInput): number {
  if (parts.length === 0) return 0;
  if (subject.bodyParts.length > 0) {
    if (subject.bodyParts.some(a => parts.some(b => related(vocabulary, a, b)))) return WORTH.bodyPart;
    return parts.some(part => canBeAbout(vocabulary, subject.matches, part)) ? 0 : WORTH.otherBodyPart;
  }
  let most = 0;
  let here = 0;
  for (const [part, count] of subject.summaryParts) {
    most = Math.max(most, count);
    if (parts.some(p => related(vocabulary, p, part))) here = Math.max(here, count);
  }
  if (most === 0) return 0;
  return here > 0 ? WORTH.summaryPart * (here / most) : WORTH.otherSummaryPart;
}

function forceScore(guideline: Guideline, { catalogue, day }: RankingInput): number {
  if (guideline.status === 'proposed') return WORTH.proposed;
  if (day) return catalogue.inForceAt(guideline, day) === false ? WORTH.notInForce : 0;
  return 0;
}
