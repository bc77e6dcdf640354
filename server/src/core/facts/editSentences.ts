import type { Vocabulary } from '../vocabulary/schema';
import { type PlacedSentence, sentencesBetween, sentencesIn } from './sentences';

/** A text with what it was cut into. */
export interface CutText {
  readonly text: string;
  /** Where its paragraphs begin. */
  readonly paragraphs: readonly number[];
  readonly sentences: readonly PlacedSentence[];
}

/** Whether a sentence ends at a place is decided by no more characters than this before and behind it. */
const REACH = 32;

/** Cuts a text that was edited: its sentences before and behind the edit are those it had. */
export function editSentences(
  before: CutText,
  text: string,
  paragraphs: readonly number[],
  vocabulary: Vocabulary,
): readonly PlacedSentence[] {
  const shorter = Math.min(before.text.length, text.length);
  const moved = text.length - before.text.length;
  const head = sameStart(before.text, text, shorter);
  const tail = sameEnd(before.text, text, shorter - head);
  const first = keptAtStart(before, paragraphs, head);
  const last = Math.max(first, keptAtEnd(before, paragraphs, tail, moved));
  const from = first > 0 ? endOf(before.sentences[first - 1] as PlacedSentence) : 0;
  const to = last < before.sentences.length ? (before.sentences[last] as PlacedSentence).start + moved : text.length;
  if (to < from) return sentencesIn(text, vocabulary, paragraphs);
  return [
    ...before.sentences.slice(0, first),
    ...sentencesBetween(from, to, text, vocabulary, paragraphs),
    ...before.sentences.slice(last).map(({ start, sentence }) => ({ start: start + moved, sentence })),
  ];
}

function endOf({ start, sentence }: PlacedSentence): number {
  return start + sentence.text.length;
}

function sameStart(a: string, b: string, most: number): number {
  let count = 0;
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count++;
  return count;
}

function sameEnd(a: string, b: string, most: number): number {
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

/** How many sentences at the start end well before the edit. */
function keptAtStart({ sentences, paragraphs: old }: CutText, paragraphs: readonly number[], head: number): number {
  let same = 0;
  while (same < old.length && old[same] === paragraphs[same]) same++;
  const fixed = Math.min(head, old[same] ?? head, paragraphs[same] ?? head) - REACH;
  const first = sentences.findIndex(sentence => endOf(sentence) > fixed);
  return first < 0 ? sentences.length : first;
}

/** The number of the first of the sentences at the end that begin well behind the edit. */
function keptAtEnd(
  { text, sentences, paragraphs: old }: CutText,
  paragraphs: readonly number[],
  tail: number,
  moved: number,
): number {
  let same = 0;
  while (same < old.length && same < paragraphs.length && at(old, same) + moved === at(paragraphs, same)) same++;
  const lastDifferent = Math.max(
    same < old.length ? at(old, same) : 0,
    same < paragraphs.length ? at(paragraphs, same) - moved : 0,
  );
  const fixed = Math.max(text.length - tail, lastDifferent) + REACH;
  const first = sentences.findIndex(({ start }) => start >= fixed);
  return first < 0 ? sentences.length : first;
}

/** The one so many from the end. */
function at(list: readonly number[], fromEnd: number): number {
  return list[list.length - 1 - fromEnd] ?? 0;
}
