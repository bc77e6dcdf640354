import type { Polarity } from '../../facts/necessity';
import { conclusionOf, type PlacedNecessity } from '../../facts/necessityFinding';
import type { Passage } from '../../facts/passages';
import { sentenceOf } from '../../facts/sentence';
import type { Letter } from '../../language/letter';
import type { ItemPart, Placed } from '../../language/tree';
import type { DecisionDefinition } from '../../profile/schema';
import { type Span, shift } from '../../text/span';
import { squeeze } from '../../text/words';
import { t } from '../../words/translate';
import type { LetterContext } from '../context';
import type { Fix, LetterRule, Report } from '../rule';
import { caseDecisionOf } from '../structure/caseDecision';
import { canBeOf, polarityOf, polarityWords } from './polarity';

export const rule: LetterRule = {
  id: 'decision-contradicts-rationale',
  group: 'consistency',
  scope: 'letter',
  severity: 'error',
  summary: 'A decision that says the contrary of what the rationale finds.',
  fix: 'offered',
  check(letter, context, report) {
    const isOfCase = context.profile.profile.items.per === 'case';
    const ofCase = isOfCase ? decisionOfCase(letter) : null;
    for (const item of letter.items) {
      const decided = isOfCase ? ofCase : decisionOfItem(item);
      const found = decided && contradiction(item, decided, context);
      if (found) report(found);
    }
  },
};

/** A decision that says whether what it decides is necessary, and where in the letter it stands. */
interface Decided {
  readonly definition: DecisionDefinition;
  readonly polarity: Polarity;
  readonly word: string;
  readonly span: Span;
}

function decisionOfItem({ part, start }: Placed<ItemPart>): Decided | null {
  const { decision } = part.title;
  return decision && decidedBy(decision.definition, decision.word, shift(decision.span, start));
}

function decisionOfCase(letter: Letter): Decided | null {
  const line = caseDecisionOf(letter);
  return line && decidedBy(line.match?.definition ?? null, line.word, line.span);
}

function decidedBy(definition: DecisionDefinition | null, word: string, span: Span): Decided | null {
  const polarity = polarityOf(definition);
  return definition && polarity ? { definition, polarity, word, span } : null;
}

function contradiction(item: Placed<ItemPart>, decided: Decided, context: LetterContext): Report | null {
  const { title, passage } = texts(item, context);
  if (!passage) return null;
  const { finding, conflict, isDivided, last } = conclusionOf(passage.sentences);
  if (!finding || isDivided) return null;
  if (conflict) return conflicting(conflict, decided, passage, item);
  if (finding.necessity.polarity === decided.polarity) return null;
  if (finding.necessity.strength === 'weak' && finding.sentence !== last) return null;
  if (!canBeOf(finding.necessity, finding.sentence.sentence, sentenceOf(title.text.text, context.vocabulary))) {
    return null;
  }
  const place = placeOf(finding, passage, item.start);
  return {
    span: decided.span,
    message: t(
      'The decision is "{0}", but the rationale finds that the service is {1}. The decision takes effect as it is printed, and a letter that contradicts itself can be set aside. Correct one of the two.',
      decided.word,
      polarityWords(finding.necessity.polarity),
    ),
    related: [{ span: place, message: t('The rationale says so here.') }],
    fixes: () => [...otherDecisions(decided, context), ...turnedFinding(finding, passage, item)],
  };
}

function texts(item: Placed<ItemPart>, context: LetterContext): { title: Passage; passage: Passage | null } {
  const own = context.item(item);
  return { title: own.title, passage: own.passage('rationale') };
}

/** The finding that goes against the decision, where the rationale finds both. */
function conflicting(
  conflict: readonly [PlacedNecessity, PlacedNecessity],
  decided: Decided,
  passage: Passage,
  item: Placed<ItemPart>,
): Report {
  const [wrong, right] =
    conflict[0].necessity.polarity === decided.polarity ? [conflict[1], conflict[0]] : [conflict[0], conflict[1]];
  return {
    span: placeOf(wrong, passage, item.start),
    message: t(
      'The rationale finds here that the request is {0}, and elsewhere the contrary, which goes with the decision "{1}". A letter that contradicts itself can be set aside. Correct one of the two.',
      polarityWords(wrong.necessity.polarity),
      decided.word,
    ),
    related: [
      { span: placeOf(right, passage, item.start), message: t('Here it finds the contrary.') },
      { span: decided.span, message: t('The decision.') },
    ],
    fixes: () => turnedFinding(wrong, passage, item),
  };
}

function placeOf({ span }: PlacedNecessity, { text }: Passage, start: number): Span {
  return shift(text.source(span.start, span.end), start);
}

/** The words that decide the contrary. */
function otherDecisions({ definition, span }: Decided, { profile }: LetterContext): Fix[] {
  const outcome = definition.outcome === 'uphold' ? 'overturn' : 'uphold';
  return profile.profile.items.decisions
    .filter(decision => decision.outcome === outcome)
    .map(({ word }) => ({ title: t('Decide "{0}"', word), safe: false, edits: [{ span, text: word }] }));
}

/** The word "not" taken out of the finding, or put into it; not where a mark or a comment would go with it. */
function turnedFinding(
  { necessity, sentence }: PlacedNecessity,
  { text }: Passage,
  { part, start }: Placed<ItemPart>,
): Fix[] {
  const { turned, polarity } = necessity;
  if (!turned) return [];
  const from = sentence.start + turned.span.start;
  const to = sentence.start + turned.span.end;
  const span = to > from ? { start: startOf(from, text), end: startOf(to, text) } : pointAt(from, text);
  if (squeeze(part.text.slice(span.start, span.end)) !== squeeze(text.text.slice(from, to))) return [];
  const contrary = polarity === 'necessary' ? 'not-necessary' : 'necessary';
  const edits = [{ span: shift(span, start), text: turned.text }];
  return [{ title: t('Find that it is {0}', polarityWords(contrary)), safe: false, edits }];
}

/** Where the character stands that the folded text has at this offset. */
function startOf(at: number, text: Passage['text']): number {
  return text.source(at, at + 1).start;
}

function pointAt(at: number, text: Passage['text']): Span {
  const isSpace = text.text.charAt(at) === ' ';
  const offset = isSpace && at > 0 ? text.source(at - 1, at).end : startOf(at, text);
  return { start: offset, end: offset };
}
