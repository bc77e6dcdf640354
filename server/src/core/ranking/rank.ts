import type { Catalogue } from '../catalogue/catalogue';
import type { Guideline } from '../catalogue/model';
import type { GuidelineLine } from '../citations/model';
import type { CitationStyleName } from '../language/facts';
import { canBeAbout, related } from '../vocabulary/regions';
import type { Vocabulary } from '../vocabulary/schema';
import { type Strengths, strengthsOf, type TopicKind } from './strengths';
import type { Subject } from './subject';
import { type GuidelineTopics, type RankedTopic, topicsOf } from './topics';

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
  notInForce: -9,
  proposed: -20,
} as const;

/** The guidelines of the catalogue, those likeliest to be cited for the item first. */
export function rankGuidelines(input: RankingInput): RankedGuideline[] {
  const catalogue = topicsOf(input.catalogue, input.vocabulary);
  const strengths = strengthsOf(catalogue, input.subject);
  return catalogue
    .map(topics => new Ranking(topics, input, strengths))
    .sort((a, b) => b.score - a.score || (a.guideline.id < b.guideline.id ? -1 : 1));
}

/** How likely one guideline is. Its sections and topics are put in order when they are asked for. */
class Ranking implements RankedGuideline {
  readonly guideline: Guideline;
  readonly score: number;
  private readonly cited: ReadonlySet<string>;

  constructor(
    private readonly of: GuidelineTopics,
    private readonly input: RankingInput,
    private readonly strengths: Strengths,
  ) {
    const { guideline } = of;
    this.guideline = guideline;
    const cited = input.otherLine?.citations.filter(c => c.guideline === guideline) ?? NONE;
    this.cited = cited.length > 0 ? new Set(cited.flatMap(c => c.sections.map(s => s.canonical ?? s.name))) : NOTHING;
    const byPage = input.style === 'page';
    const whole = this.scoreOf({
      terms: of.terms,
      bodyParts: NONE,
      letters: of.sections.length > 0 ? 0 : guideline.uses,
    });
    this.score =
      Math.max(byPage ? 0 : this.best('sections'), this.best('topics'), whole, 0) +
      (byPage ? WORTH.useByPage : WORTH.use) * Math.log2(1 + guideline.uses) +
      bodyPartScore(guideline.appliesTo.bodyParts, input) +
      (cited.length > 0 ? WORTH.otherLine : 0) +
      forceScore(guideline, input);
  }

  get sections(): readonly RankedTopic[] {
    return this.byScore('sections').map(({ topic }) => topic);
  }

  get topics(): readonly RankedTopic[] {
    return this.byScore('topics').map(({ topic }) => topic);
  }

  private byScore(kind: TopicKind) {
    return this.of[kind]
      .map(topic => ({ topic, score: this.topicScore(topic) }))
      .sort((a, b) => b.score - a.score || b.topic.letters - a.topic.letters);
  }

  /** The score of the best one; at most 0 where none has to do with the item. */
  private best(kind: TopicKind): number {
    // What nothing speaks for is worth what its body parts are, and there are few lists of them.
    const named = this.strengths.named.get(this.of)?.[kind] ?? NONE;
    const concerned = this.cited.size > 0 ? this.of[kind] : named;
    const parts = bodyPartsIn(this.of)[kind].map(list => bodyPartScore(list, this.input) / 2);
    return Math.max(0, ...parts, ...concerned.map(topic => this.topicScore(topic)));
  }

  private topicScore(topic: RankedTopic): number {
    return this.scoreOf(topic) + (this.cited.has(topic.name) ? WORTH.otherLine : 0);
  }

  private scoreOf({ terms, bodyParts, letters }: Pick<RankedTopic, 'terms' | 'bodyParts' | 'letters'>): number {
    const strength = this.strengths.of(terms);
    const parts = bodyParts.length > 0 ? bodyPartScore(bodyParts, this.input) / 2 : 0;
    return strength === 0 ? parts : strength * (1 + Math.log2(1 + letters)) + parts;
  }
}

type BodyParts = Readonly<Record<TopicKind, readonly (readonly string[])[]>>;

const NONE: readonly never[] = [];
const NOTHING: ReadonlySet<string> = new Set();
const bodyPartsKnown = new WeakMap<GuidelineTopics, BodyParts>();

/** The different lists of body parts that the sections and topics of a guideline have. */
function bodyPartsIn(of: GuidelineTopics): BodyParts {
  let known = bodyPartsKnown.get(of);
  if (!known) {
    const lists = (kind: TopicKind) => {
      const all = of[kind].map(({ bodyParts }) => bodyParts).filter(list => list.length > 0);
      return [...new Map(all.map(list => [list.join(' '), list])).values()];
    };
    known = { sections: lists('sections'), topics: lists('topics') };
    bodyPartsKnown.set(of, known);
  }
  return known;
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
