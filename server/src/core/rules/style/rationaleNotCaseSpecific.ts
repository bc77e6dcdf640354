import type { PlacedSentence } from '../../facts/sentences';
import { termsOf } from '../../facts/terms';
import type { TermMatch } from '../../vocabulary/matcher';
import { related } from '../../vocabulary/regions';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { ItemRule } from '../rule';
import { speaksOf } from './caseWords';

export const rule: ItemRule = {
  id: 'rationale-not-case-specific',
  group: 'style',
  scope: 'item',
  sees: ['case'],
  severity: 'hint',
  summary: 'A rationale that says what a guideline asks for, and nothing of this case.',
  fix: 'none',
  check(_item, context, report) {
    const passage = context.passage('rationale');
    if (!passage) return;
    const kinds = passage.sentences.map(({ sentence }) => sentence.of(speaksOf));
    const first = passage.sentences[kinds.indexOf('guideline')];
    if (!first || kinds.includes('case') || namesCase(passage.sentences, context)) return;
    report({
      span: passage.text.source(first.start, first.start + first.sentence.text.length),
      message: t(
        'This rationale says what holds for everybody, and nothing of this worker: no finding, no record, no date, no word of the summary. A decision has to rest on the facts of its case. Say what in the records meets or fails what the guideline asks for.',
      ),
    });
  },
};

/** Whether the rationale names something of the summary that the title does not name itself. */
function namesCase(sentences: readonly PlacedSentence[], context: ItemContext): boolean {
  const { vocabulary, title } = context;
  const own = title.sentences.flatMap(({ sentence }) => [...sentence.of(termsOf)]);
  const isOwn = ({ kind, id }: Pick<TermMatch, 'kind' | 'id'>) =>
    own.some(term => term.id === id || (kind === 'bodyPart' && term.kind === kind && related(vocabulary, term.id, id)));
  const inCase = new Set<string>();
  for (const fact of context.case.facts) if ('id' in fact && !isOwn(fact)) inCase.add(fact.id);
  return sentences.some(({ sentence }) => sentence.of(termsOf).some(({ id }) => inCase.has(id)));
}
