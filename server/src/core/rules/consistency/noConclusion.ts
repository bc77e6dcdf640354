import { conclusionOf, hasFinding, isAdvice, namesNecessity, type PlacedNecessity } from '../../facts/necessityFinding';
import type { Passage } from '../../facts/passages';
import type { ItemPart } from '../../language/tree';
import { compileTemplate, findTemplate } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import { endsSentence, isWordCharacter } from '../../text/words';
import { t } from '../../words/translate';
import { hasPlaceholder } from '../citations/lines';
import type { ItemContext } from '../context';
import { endOfWords, insertion } from '../edits';
import type { Fix, ItemRule, Report } from '../rule';
import { conclusionFor, serviceOf } from '../standardText';

export const rule: ItemRule = {
  id: 'no-conclusion',
  group: 'consistency',
  scope: 'item',
  severity: 'hint',
  summary: 'A rationale that never says whether the service is medically necessary.',
  fix: 'offered',
  check(item, context, report) {
    const field = context.field('rationale');
    const passage = context.passage('rationale');
    if (!field || !passage || passage.sentences.length === 0 || hasPlaceholder(passage.text.text)) return;
    if (decidesOtherwise(passage, context)) return;
    const fixes = () => addConclusion(item, passage, context);
    if (hasFinding(passage.sentences)) {
      const { finding } = conclusionOf(passage.sentences);
      if (finding && !namesNecessity(passage.sentences)) report({ ...inOtherWords(finding, passage), fixes });
      return;
    }
    report({
      span: field.label,
      message: t(
        'The rationale never says whether the service is medically necessary. That is the question it has to answer, and the reader looks for the answer at its end. Add a sentence that says so.',
      ),
      fixes,
    });
  },
};

/** A finding from which the reader has to gather what it means for the necessity. */
function inOtherWords({ span, necessity, sentence }: PlacedNecessity, { text }: Passage): Report {
  const said = sentence.sentence.text.slice(necessity.span.start, necessity.span.end);
  return {
    span: text.source(span.start, span.end),
    message: t(
      'The rationale comes to "{0}", and never says whether the service is medically necessary. That is the question it has to answer, and other words may be read as another test. Say it in these words.',
      said,
    ),
  };
}

/** How many sentences at the end may speak of the decision in its own words. */
const AT_END = 3;

/** Whether the end names a decision, or the profile's sentence hands the item over to another one. */
function decidesOtherwise({ sentences, text }: Passage, { profile }: ItemContext): boolean {
  const { decisions, dependsOn } = profile.profile.items;
  const words = decisions.map(({ word }) => word.toLowerCase());
  const names = sentences.slice(-AT_END).some(({ sentence }) => {
    const lower = lowerCase(sentence.text);
    return words.some(word => namesWord(lower, word));
  });
  return names || (dependsOn !== null && findTemplate(compileTemplate(dependsOn), lowerCase(text.text)) !== null);
}

function namesWord(lower: string, word: string): boolean {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!isWordCharacter(lower.charCodeAt(at - 1)) && !isWordCharacter(lower.charCodeAt(end))) return true;
  }
  return false;
}

/** The profile's sentence for the item's decision, behind the reasons and before fixed advice. */
function addConclusion(item: ItemPart, passage: Passage, context: ItemContext): Fix[] {
  const { profile } = context;
  const decision = item.title.decision?.definition;
  const sentence = decision && conclusionFor(serviceOf(item, profile), decision, profile.profile);
  if (!sentence) return [];
  const { text, sentences } = passage;
  const firstAdvice = sentences.findLastIndex(one => !one.sentence.of(isAdvice)) + 1;
  const advice = firstAdvice > 0 ? sentences[firstAdvice] : undefined;
  const edit = advice
    ? insertion(text.source(advice.start, advice.start + 1).start, `${sentence} `)
    : insertion(endOfWords(text, item.text), endsSentence(text.text) ? ` ${sentence}` : `. ${sentence}`);
  return [{ title: t('Add "{0}"', short(sentence)), safe: false, edits: [edit] }];
}

const LONGEST = 80;

function short(sentence: string): string {
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).trimEnd()}…`;
}
