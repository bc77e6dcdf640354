import type { CitedSection } from '../../citations/model';
import { disputedOf, shareTreatment, treatmentsOf } from '../../facts/disputed';
import { speaksOfCase } from '../../facts/regions';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import { termsOf } from '../../facts/terms';
import { treatmentsOfCase, treatmentsOfTopic } from '../../facts/topics';
import type { ItemPart } from '../../language/tree';
import { t } from '../../words/translate';
import { lineOf, quoted } from '../citations/lines';
import { mentionsIn } from '../citations/mentions';
import type { ItemContext } from '../context';
import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: 'topic-not-in-case',
  group: 'consistency',
  scope: 'item',
  sees: ['case'],
  severity: 'information',
  summary: 'A section on a treatment that neither the title nor the case summary names.',
  fix: 'none',
  check(item, context, report) {
    const line = lineOf(item, 'reviewerGuideline', context);
    if (!line || context.case.facts.length === 0) return;
    for (const section of line.line.citations.flatMap(citation => citation.sections)) {
      const topic = section.known && treatmentsOfTopic(section.known, context.vocabulary);
      if (!topic || isInCase(topic, item, context)) continue;
      report({ span: line.span(section.span), message: message(section) });
    }
  },
};

/** Whether the title, the summary, or what the rationale says of this case names a treatment of the topic. */
function isInCase(topic: ReadonlySet<string>, item: ItemPart, context: ItemContext): boolean {
  const { vocabulary, title } = context;
  if (shareTreatment(topic, sentenceOf(title.text.text, vocabulary).of(disputedOf).treatments)) return true;
  if (shareTreatment(topic, treatmentsOfCase(context.case, vocabulary))) return true;
  const sentences = context.passage('rationale')?.sentences ?? [];
  const named = sentences.filter(({ sentence }) => shareTreatment(topic, sentence.of(treatmentsInCase)));
  if (named.length === 0) return false;
  const sources = mentionsIn(item, context).map(({ source }) => source.span.start);
  return named.some(({ start, sentence: { text } }) => !sources.some(at => at >= start && at < start + text.length));
}

/** The treatments that a sentence names which speaks of this case; words for a whole class of services say too little. */
function treatmentsInCase(sentence: Sentence): ReadonlySet<string> {
  if (!sentence.of(speaksOfCase)) return NONE;
  const treatments = treatmentsOf(sentence.of(termsOf), sentence.vocabulary);
  return new Set([...treatments].filter(one => !one.startsWith('any:')));
}

const NONE: ReadonlySet<string> = new Set();

function message({ name }: CitedSection): string {
  return t(
    'Neither the title nor the case summary names what {0} is about. A section on another treatment does not support the decision. Cite the section for this item, or say in the rationale why this one applies.',
    quoted(name),
  );
}
