import { type Negation, negationsOf } from '../../facts/negations';
import type { Sentence } from '../../facts/sentence';
import { termsOf } from '../../facts/terms';
import type { Span } from '../../text/span';
import type { TermMatch } from '../../vocabulary/matcher';

/** Something of which a sentence says that the records do not show it; spans count in the sentence. */
export interface Lack {
  /** From the words that deny to the last treatment. */
  readonly span: Span;
  /**
   * What is missing: that the treatment took place, that it helped, that it failed, that it was tried and failed;
   * `denied` where it is said not to have taken place.
   */
  readonly course: 'had' | 'helped' | 'failed' | 'tried' | 'denied';
  /** Empty for "conservative care", of which any treatment of the kind would do. */
  readonly treatments: readonly TermMatch[];
  readonly bodyParts: readonly TermMatch[];
}

/**
 * The treatments and tests of which the sentence says that the records do not show them, or that they did not take place.
 * What is qualified ("recent", "objective improvement with") is left out: the records may show the treatment and not that.
 */
export function lacksOf(sentence: Sentence): readonly Lack[] {
  return sentence
    .of(negationsOf)
    .slice(0, MOST)
    .flatMap(negation => lackIn(sentence, negation) ?? []);
}

/** No sentence that is read as one denies more often. */
const MOST = 30;

function lackIn(sentence: Sentence, { kind, cue, scope }: Negation): Lack | null {
  const { text } = sentence;
  const words = text.slice(cue.start, cue.end);
  if (kind === 'plain' && (!DENIES.test(words) || GUIDES.test(text))) return null;
  const terms = sentence.of(termsOf).filter(({ start, end }) => start >= scope.start && end <= scope.end);
  const found = subjectOf(text, scope, terms);
  if (!found || QUALIFIED.test(words)) return null;
  const { subject, treatments } = found;
  const course = courseOf(text.slice(scope.start, subject.start), kind);
  const end = Math.max(subject.end, treatments.at(-1)?.end ?? 0);
  if (!course || OTHER_HEAD.test(text.slice(end, end + REACH))) return null;
  return {
    span: { start: Math.min(cue.start, scope.start), end: Math.max(end, cue.end) },
    course,
    treatments,
    bodyParts: terms.filter(term => term.kind === 'bodyPart'),
  };
}

const DENIES = /(?:\bnot|n['\u2019]t|\bnever|\bno|\bwithout)$/i;
/** What such a sentence says holds of patients in general, or on a condition. */
export const GUIDES =
  /\b(?:guidelines?|recommend\w*|criteria|patients|individuals|may be|if|when|until|unless)\b|["\u201c]/i;

const CONSERVATIVE =
  /\bconservative (?:care|(?:treatment|therap|management|measure|modalit|intervention)[a-z]*)|\bnon-?(?:operative|surgical) (?:care|treatment|management)\b/i;
/** Too general to be told from others. */
const VAGUE = new Set(
  'medication medication-management diagnostic-test consultation office-visit follow-up-visit equipment'.split(' '),
);
const REACH = 30;

interface Subject {
  /** Where the first words stand that name what is missing. */
  readonly subject: Span;
  readonly treatments: readonly TermMatch[];
}

function subjectOf(text: string, scope: Span, terms: readonly TermMatch[]): Subject | null {
  const named = terms.filter(({ kind, id }) => kind !== 'bodyPart' && !VAGUE.has(id));
  const general = CONSERVATIVE.exec(text.slice(scope.start, scope.end));
  const [first] = named;
  if (general && (!first || first.end > scope.start + general.index)) {
    const start = scope.start + general.index;
    const subject = { start, end: start + general[0].length };
    const inside = named.filter(term => term.start >= subject.end);
    const isNaming = inside[0] && NAMES.test(text.slice(subject.end, inside[0].start));
    return { subject, treatments: isNaming ? listed(text, inside) : [] };
  }
  return first ? { subject: first, treatments: listed(text, named) } : null;
}

const NAMES = /^,? ?(?:including|to include|consisting of|i\.e\.,?)[^.;]{0,30}$/i;
const LISTS =
  /^(?: (?:sessions?|visits?|treatments?|trials?|program|care))?(?:,? ?(?:and|or|and\/or|\/|,|&|including|such as|as well as|with) ?)(?:a |an |any |the |prior |previous |oral |topical )?$/i;

/** The first treatment and those joined to it. */
function listed(text: string, treatments: readonly TermMatch[]): TermMatch[] {
  const list: TermMatch[] = [];
  for (const one of treatments) {
    const last = list.at(-1);
    if (last && one.start >= last.end && !LISTS.test(text.slice(last.end, one.start))) break;
    list.push(one);
  }
  return list;
}

const QUALIFIED =
  /\b(?:recent|current|objective|functional|quantif\w+|measurable|significant|sustained|numeric\w*|specific|adequate|sufficient|further|additional|ongoing|continued|appropriate|full|complete response|exhaust\w*|intoleran\w*|contraindicat\w*|red)\b/i;
const FAILING = /\b(?:fail(?:ed|s|ure|ing)?|refractory|unresponsive)\b/i;
/** "Has failed physical therapy": that it was tried counts too. */
const TRIED =
  /\b(?:tried and failed|trying and failing|(?:has|have|had) (?:previously |already )?failed|failing)(?: (?:a|the|any|prior|previous|first|line|course|trial|trials|of)){0,5} $/i;
const HELPING =
  /\b(?:improv\w+|benefi\w+|relief|reliev\w+|effica\w+|effective\w*|help(?:ed|ful|s)?|gains?|decreas\w+|reduc\w+|success\w*|respon[sd]\w*)\b/i;
const HELPED_BY =
  /\b(?:with|from|to|after|by|of|following|attributed to|due to|using)(?: (?:the|his|her|a|any|prior|previous|past|use of|using|prior use of))?[^,;]{0,20}$/i;

/** What the words before a treatment say of it; null if they say something else. */
function courseOf(before: string, kind: Negation['kind']): Lack['course'] | null {
  const words = before.toLowerCase().match(/[a-z]+/g) ?? [];
  const isPlain = words.every(word => PLAIN.has(word));
  if (kind === 'plain') return isPlain && TOOK_PLACE.test(before) ? 'denied' : null;
  if (QUALIFIED.test(before)) return null;
  if (TRIED.test(before)) return 'tried';
  if (FAILING.test(before)) return 'failed';
  if (HELPING.test(before)) return HELPED_BY.test(before) ? 'helped' : null;
  return isPlain ? 'had' : null;
}

const TOOK_PLACE =
  /\b(?:had|undergone|undergo|underwent|tried|try|attempted|completed?|received?|attended|participated|trialed|used|taken|prior|previous|treated)\b/i;

/** Words between "no documentation of" and a treatment that leave it what it is. */
const PLAIN = new Set(
  `a an any the his her their of that this patient worker injured claimant applicant employee iw he she they has have had having
   been is was were did prior previous previously past earlier initial trial trials course courses attempt attempts attempted
   attempting tried trying trialed trialled use used using usage utilized utilizing treatment treatments treated with by
   undergone underwent undergoing undergo received receiving receive completed completing completion participated
   participation participating in attended attending attendance performed performing first line to on taken taking such as
   including include supervised formal outpatient oral`.split(/\s+/),
);
/** Behind a treatment these are what is missing, not the treatment. */
const OTHER_HEAD =
  /^(?:'s)? ?(?:notes?|reports?|results?|respon[sc]es?|outcomes?|progress|efficacy|benefits?|plans?|goals?|evaluations?|compliance|schedule|frequency|attendance|records?|findings?|contract|agreement|levels?|criteria|guidelines?|candida\w+|requests?|prescriptions?|use|usage|in the (?:future|near)|(?:is|was|were|will|would|could|should|has|may|might|cannot|can) )/i;
