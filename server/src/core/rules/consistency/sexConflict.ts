import type { CaseFacts } from '../../facts/caseFacts';
import type { Passage } from '../../facts/passages';
import { type WorkerPronouns, workerPronouns } from '../../facts/personsPronouns';
import { type Sex, type SexWord, sexWordsOf } from '../../facts/sex';
import type { Span } from '../../text/span';
import { quote } from '../../words/phrases';
import { t } from '../../words/translate';
import type { Fix, PartRule, Reporter } from '../rule';
import { otherSexWords } from './sexWords';
import { type Stated, statedSex } from './statedPerson';

/** In one part: what is wrong throughout need not be said of every sentence. */
const MOST_REPORTS = 3;

export const rule: PartRule = {
  id: 'sex-conflict',
  group: 'consistency',
  scope: 'part',
  sees: ['case'],
  severity: 'warning',
  summary: "A pronoun or a noun that does not fit the worker's sex as the summary states it.",
  fix: 'offered',
  check(part, context, report) {
    const stated = part.kind === 'header' ? null : statedSex(context.case);
    if (!stated) return;
    let left = MOST_REPORTS;
    const reporter: Reporter = finding => {
      if (left-- > 0) report(finding);
    };
    for (const passage of context.passages(part)) {
      const isSummary = passage.place === 'summary';
      if (isSummary) checkSummary(passage, stated, context.case, reporter);
      // Where the summary contradicts itself, nothing tells what is right.
      else if (passage.place === 'rationale' && stated.all.size === 1) checkRationale(passage, stated, reporter);
    }
  },
};

/** Words of one sentence; spans count in it. */
type Found = Omit<WorkerPronouns, 'words'> & { readonly words: readonly [SexWord, ...SexWord[]] };

function checkSummary(passage: Passage, stated: Stated<Sex>, known: CaseFacts, report: Reporter): void {
  const nouns = wrongNouns(passage, stated);
  for (const noun of nouns) reportWords(noun, passage, stated, report);
  if (nouns.length > 0) return;
  const pronouns = workerPronouns(passage.sentences);
  const wrong = wrongPronouns(pronouns, stated);
  const all = pronouns.flatMap(({ words }) => words);
  if (wrong.length > 1 && all.every(({ sex }) => sex !== stated.value))
    reportNoun(wrong, passage, stated, known, report);
  else for (const one of wrong) reportWords(one, passage, stated, report);
}

function checkRationale(passage: Passage, stated: Stated<Sex>, report: Reporter): void {
  const wrong = [...wrongNouns(passage, stated), ...wrongPronouns(workerPronouns(passage.sentences), stated)];
  const seen = new Set<number>();
  for (const one of wrong.sort((a, b) => a.start - b.start)) {
    if (!seen.has(one.start)) reportWords(one, passage, stated, report);
    seen.add(one.start);
  }
}

function wrongNouns({ sentences }: Passage, stated: Stated<Sex>): Found[] {
  return sentences.flatMap(({ start, sentence }) => {
    const [first] = sentence.of(sexWordsOf).filter(({ kind, sex }) => kind === 'noun' && sex !== stated.value);
    return first ? [{ start, sentence, words: [first] as const }] : [];
  });
}

function wrongPronouns(pronouns: readonly WorkerPronouns[], stated: Stated<Sex>): Found[] {
  return pronouns.flatMap(({ start, sentence, words }) => {
    const [first, ...rest] = words.filter(({ sex }) => sex !== stated.value);
    return first ? [{ start, sentence, words: [first, ...rest] as const }] : [];
  });
}

function reportWords(
  { start, sentence, words }: Found,
  { text, place }: Passage,
  stated: Stated<Sex>,
  report: Reporter,
) {
  const { span } = words[0];
  const written = sentence.text.slice(span.start, span.end);
  const sex = stated.value === 'male' ? t('male') : t('female');
  const where = place === 'summary' ? t('before') : t('in the summary');
  report({
    span: text.source(start + span.start, start + span.end),
    message: t(
      '"{0}" does not fit: the worker is {1}, as stated {2}. Whoever reads both doubts that the letter is about one person. Correct the word, or the sex stated.',
      written,
      sex,
      where,
    ),
    related: [{ caseFact: stated.fact, message: t('Stated here: {0}.', sex) }],
    fixes: () => replacements(sentence.text, words, (from, to) => text.source(start + from, start + to)),
  });
}

/** For the words of one sentence, all of them at once; two fixes where the only one can be replaced in two ways. */
function replacements(
  sentence: string,
  words: Found['words'],
  source: (start: number, end: number) => Span,
): readonly Fix[] {
  const choices = words.map(({ span: { start, end } }) => ({
    span: source(start, end),
    texts: otherSexWords(sentence.slice(start, end), sentence.slice(0, start), sentence.slice(end)),
  }));
  const [only] = choices;
  if (!only) return [];
  if (choices.length === 1) {
    return only.texts.map(text => ({ title: t('Write "{0}"', text), safe: false, edits: [{ span: only.span, text }] }));
  }
  const edits = choices.flatMap(({ span, texts: [text] }) => (text ? [{ span, text }] : []));
  return [{ title: t('Write {0}', edits.map(({ text }) => quote(text)).join(', ')), safe: false, edits }];
}

/** All pronouns of the summary contradict its one noun: likely it is the noun that is wrong. */
function reportNoun(
  wrong: readonly Found[],
  { text }: Passage,
  stated: Stated<Sex>,
  known: CaseFacts,
  report: Reporter,
) {
  const fact = known.facts[stated.fact];
  if (!fact) return;
  const { start, end } = fact.span;
  const written = text.text.slice(start, end);
  const [other = ''] = otherSexWords(written, '', '');
  report({
    span: text.source(start, end),
    message: t(
      '"{0}" does not fit: every pronoun of this summary says otherwise. Whoever reads on doubts that the letter is about one person. Correct this word, or the pronouns.',
      written,
    ),
    related: wrong.slice(0, MOST_REPORTS).map(({ start: from, words: [{ span }] }) => ({
      span: text.source(from + span.start, from + span.end),
      message: t('This pronoun says otherwise.'),
    })),
    fixes: () => [
      { title: t('Write "{0}"', other), safe: false, edits: [{ span: text.source(start, end), text: other }] },
    ],
  });
}
