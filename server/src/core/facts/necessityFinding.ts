import type { Span } from '../text/span';
import { type Necessity, necessityOf } from './necessity';
import type { Sentence } from './sentence';
import type { PlacedSentence } from './sentences';

/** A finding in a rationale; `span` counts in the rationale's folded text, those of `necessity` in the sentence. */
export interface PlacedNecessity {
  readonly necessity: Necessity;
  readonly sentence: PlacedSentence;
  readonly span: Span;
}

/** What a rationale comes to. */
export interface Conclusion {
  /** The finding that decides: the last one near the end, else the one in answer to the request at the start. */
  readonly finding: PlacedNecessity | null;
  /** Findings at the start and near the end of which one says that it is necessary and one that it is not. */
  readonly conflict: readonly [PlacedNecessity, PlacedNecessity] | null;
  /** A sentence finds one part necessary and another not. */
  readonly isDivided: boolean;
  /** The last sentence that is no fixed advice; null where there is none. */
  readonly last: PlacedSentence | null;
}

/** How many sentences count as the end of a rationale, fixed advice left out, and how many as its start. */
const AT_END = 5;
const AT_START = 2;

const known = new WeakMap<readonly PlacedSentence[], Conclusion>();

/** What the sentences of a rationale come to; looks at no more than its start and its end, and once at each list. */
export function conclusionOf(sentences: readonly PlacedSentence[]): Conclusion {
  let conclusion = known.get(sentences);
  if (!conclusion) {
    conclusion = concluded(sentences);
    known.set(sentences, conclusion);
  }
  return conclusion;
}

function concluded(sentences: readonly PlacedSentence[]): Conclusion {
  const near = endsOf(sentences);
  const stated = near.flatMap(sentence => {
    const { finding } = sentence.sentence.of(statementOf);
    return finding ? [placed(finding, sentence)] : [];
  });
  const strong = stated.filter(({ necessity }) => necessity.strength !== 'weak');
  const finding = strong.at(-1) ?? stated.at(-1) ?? null;
  return {
    finding,
    conflict: finding && conflictIn(strong, finding),
    isDivided: near.some(({ sentence }) => sentence.of(statementOf).isDivided),
    last: sentences.findLast(({ sentence }) => !sentence.of(isAdvice)) ?? null,
  };
}

/** Whether any sentence of the rationale, be it in its middle, finds the request necessary or not. */
export function hasFinding(sentences: readonly PlacedSentence[]): boolean {
  return sentences.some(({ sentence }) => sentence.of(necessityOf).length > 0);
}

/** Whether any sentence speaks of necessity by that word, or finds a medical need. */
export function namesNecessity(sentences: readonly PlacedSentence[]): boolean {
  return sentences.some(({ sentence }) => sentence.of(isOfNecessity));
}

function isOfNecessity(sentence: Sentence): boolean {
  return /nec+es/i.test(sentence.text) || sentence.of(necessityOf).some(({ strength }) => strength === 'necessity');
}

function placed(necessity: Necessity, sentence: PlacedSentence): PlacedNecessity {
  const { start, end } = necessity.span;
  return { necessity, sentence, span: { start: sentence.start + start, end: sentence.start + end } };
}

/** The first and the last sentences, in order; those that quote a guideline at length are left out. */
function endsOf(sentences: readonly PlacedSentence[]): readonly PlacedSentence[] {
  const last: number[] = [];
  for (let i = sentences.length - 1; i >= 0 && last.length < AT_END; i--) {
    const sentence = sentences[i];
    if (sentence && !sentence.sentence.of(isAdvice)) last.unshift(i);
  }
  const first = [...sentences.slice(0, AT_START).keys()].filter(i => !last.includes(i));
  const quoted = quotedIn(sentences);
  return [...first, ...last].flatMap(i => (quoted.has(i) ? [] : (sentences[i] ?? [])));
}

interface Statement {
  readonly finding: Necessity | null;
  readonly isDivided: boolean;
}

/** What a sentence finds, an aspect of it: nothing where it finds one thing of a part and another of the rest. */
export function statementOf(sentence: Sentence): Statement {
  const findings = sentence.of(necessityOf).filter(({ isReason }) => !isReason);
  const strongest = findings.some(({ strength }) => strength !== 'weak')
    ? findings.filter(({ strength }) => strength !== 'weak')
    : findings;
  const last = strongest.at(-1);
  if (!last) return NOTHING;
  const isDivided = strongest.some(({ polarity }) => polarity !== last.polarity) || deniesMore(sentence.text, last);
  return isDivided ? DIVIDED : { finding: last.ofPart ? null : last, isDivided: last.ofPart };
}

const NOTHING: Statement = { finding: null, isDivided: false };
const DIVIDED: Statement = { finding: null, isDivided: true };

/** "… is medically necessary, but the rest is not." */
function deniesMore(text: string, { polarity, span }: Necessity): boolean {
  return polarity === 'necessary' && MORE.test(text.slice(span.end, span.end + 300));
}

const MORE = /\b(?:is|are|was|were) not(?=[.,;]|$| (?:and|but|at|in|for)\b)|\bnot(?:,? (?:for|beyond|the|more))\b/i;

/** Fixed advice behind the finding, which decides nothing: an aspect of a sentence. */
export function isAdvice({ text }: Sentence): boolean {
  return ADVICE.test(text);
}

const ADVICE =
  /\b(?:decision|determination|review) (?:addresses|is about|should not be (?:interpreted|construed|understood|taken|read)|is not (?:advice|a recommendation))\b|\b(?:is|are) (?:advised|encouraged|urged) to (?:speak|consult|discuss|plan|talk)\b|\b(?:weaning|tapering|gradual reduction)\b/i;

/** Two findings that cannot both hold: both speak of the request, plainly, and nothing sets them apart. */
function conflictIn(
  stated: readonly PlacedNecessity[],
  last: PlacedNecessity,
): readonly [PlacedNecessity, PlacedNecessity] | null {
  if (!isPlain(last)) return null;
  const other = stated.findLast(one => one.necessity.polarity !== last.necessity.polarity && isPlain(one));
  return other ? [other, last] : null;
}

function isPlain({ necessity, sentence }: PlacedNecessity): boolean {
  return necessity.ofRequest && necessity.strength === 'necessity' && !APART.test(sentence.sentence.text);
}

/** Words that limit a finding to a part, or set it against another. */
const APART =
  /\b(?:however|conversely|other|others|remaining|remainder|rest|additional|further|both|first|second|initial|subsequent|instead|otherwise|although|while|original|modified|until|trial)\b/i;

/** The sentences that stand inside a quotation that opens in an earlier one and closes in a later one. */
function quotedIn(sentences: readonly PlacedSentence[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  let open = -1;
  for (let i = 0; i < sentences.length; i++) {
    const edge = sentences[i]?.sentence.of(quotationEdge);
    if (edge === 'closes' && open >= 0) {
      for (let k = open; k <= i; k++) quoted.add(k);
      open = -1;
    } else if (edge === 'opens') {
      open = i;
    }
  }
  return quoted;
}

/** Whether the sentence opens a quotation that it does not close, or closes one that it did not open; an aspect. */
function quotationEdge({ text }: Sentence): 'opens' | 'closes' | null {
  let edge: 'opens' | 'closes' | null = null;
  for (const { index, 0: mark } of text.matchAll(/["\u201c\u201d]/g)) {
    const opens = mark === '\u201c' || (mark === '"' && OPENING.test(text.slice(Math.max(0, index - 1), index + 2)));
    if (opens) edge = 'opens';
    else if (edge === 'opens') edge = null;
    else edge ??= 'closes';
  }
  return edge;
}

/** The mark stands at the start or behind a space, and before a word. */
const OPENING = /^"\w|^[\s([]"\S/;
