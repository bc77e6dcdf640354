import type { ItemFieldDefinition } from '../profile/schema';
import type { Folded } from '../text/folded';
import { readCitations } from './citationList';
import type { GuidelineGrammar } from './grammar';
import type { Citation, GuidelineLine, GuidelineSentence, OtherSources } from './model';
import { readOtherSources } from './otherSources';
import { lowerCase, type Reading, skipSpaces } from './scan';
import { splitSentences } from './sentences';

/** How many unknown names of one line are compared with the known ones. */
const COMPARISONS = 64;

/** Reads the text of a guideline line. Never fails; what is not understood is a sentence or a citation of its own. */
export function parseGuidelineLine(
  folded: Folded,
  field: ItemFieldDefinition,
  grammar: GuidelineGrammar,
): GuidelineLine {
  const { text } = folded;
  const reading: Reading = { text, lower: lowerCase(text), grammar, problems: [], comparisons: COMPARISONS };
  const sentences: GuidelineSentence[] = [];
  const citations: Citation[] = [];
  const others: OtherSources[] = [];
  for (const sentence of splitSentences(reading, field)) {
    const isEmpty = sentence.body.end <= sentence.body.start;
    if (isEmpty && (sentence.kind === 'standard' || sentence.kind === 'other')) {
      reading.problems.push({ kind: 'nothing-cited', span: sentence.span, replacement: null });
    }
    if (sentence.kind === 'standard' && !isEmpty) {
      const read = readCitations(reading, sentence.body);
      for (const citation of read.citations) citations.push(citation);
      sentences.push(...cutRest(reading, sentence, read.end));
      continue;
    }
    sentences.push(sentence);
    if (sentence.kind === 'other') others.push(readOtherSources(reading, sentence.body));
  }
  const form = formOf(reading, sentences, field);
  return { form, sentences, citations, other: merge(others), problems: reading.problems.sort(bySpan) };
}

/** Parts a sentence from the text behind its last citation that is none. */
function cutRest(reading: Reading, sentence: GuidelineSentence, end: number): GuidelineSentence[] {
  const { text, problems } = reading;
  if (end >= sentence.body.end) return [sentence];
  const stop = text.charAt(end) === '.' ? end + 1 : end;
  const start = skipSpaces(text, stop, sentence.span.end);
  const rest = { start, end: sentence.span.end };
  problems.push({ kind: 'unknown-sentence', span: rest, replacement: null });
  const read = {
    ...sentence,
    span: { start: sentence.span.start, end: stop },
    body: { start: sentence.body.start, end },
  };
  return [read, { kind: 'unknown', span: rest, body: rest }];
}

function formOf(
  reading: Reading,
  sentences: readonly GuidelineSentence[],
  field: ItemFieldDefinition,
): GuidelineLine['form'] {
  const { text, problems } = reading;
  if (sentences.length === 0) return 'empty';
  const has = (kind: GuidelineSentence['kind']) => sentences.some(sentence => sentence.kind === kind);
  const contradicts =
    (has('nothing') && (has('standard') || has('other') || has('outside'))) || (has('standard') && has('outside'));
  if (contradicts) {
    problems.push({ kind: 'mixed-forms', span: { start: 0, end: text.length }, replacement: null });
    return 'unknown';
  }
  if (has('nothing')) return 'nothing';
  if (has('standard')) return has('other') ? 'standard-and-other' : 'standard';
  const other = sentences.find(sentence => sentence.kind === 'other');
  const outside = sentences.find(sentence => sentence.kind === 'outside');
  if (other && !outside && field.outside.length > 0) {
    const span = { start: other.span.start, end: other.span.start };
    problems.push({ kind: 'missing-outside', span, replacement: `${field.outside[0]} ` });
  }
  if (outside && !other) problems.push({ kind: 'nothing-cited', span: outside.span, replacement: null });
  return other || outside ? 'other' : 'unknown';
}

function merge(others: readonly OtherSources[]): OtherSources | null {
  const [first] = others;
  if (!first) return null;
  const sources = others.flatMap(other => other.sources);
  return { ...first, sources, unnamed: others.every(other => other.unnamed) };
}

function bySpan(
  a: { readonly span: { readonly start: number } },
  b: { readonly span: { readonly start: number } },
): number {
  return a.span.start - b.span.start;
}
