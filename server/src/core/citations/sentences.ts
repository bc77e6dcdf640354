import type { ItemFieldDefinition } from '../profile/schema';
import { findTemplate } from '../profile/template';
import { isWordCharacter } from '../text/words';
import type { GuidelineSentence } from './model';
import { findWords, type Reading, skipMarks, skipSpaces, trimEnd, wordsAt } from './scan';

/**
 * Cuts a guideline line into its sentences. A sentence begins at the words that open one and at the field's fixed
 * sentences, and nowhere else: free text may hold full stops.
 */
export function splitSentences(reading: Reading, field: ItemFieldDefinition): GuidelineSentence[] {
  const { text } = reading;
  const starts = sentenceStarts(reading, field);
  const sentences: GuidelineSentence[] = [];
  const first = starts[0]?.start ?? text.length;
  addUnknown(reading, 0, first, sentences);
  starts.forEach((start, index) => {
    const next = starts[index + 1]?.start ?? text.length;
    if (start.kind === 'opening') sentences.push(openedSentence(reading, start.start, next));
    else addFixed(reading, start.kind, start.start, start.end, next, sentences);
  });
  return sentences;
}

interface Start {
  readonly kind: 'opening' | 'outside' | 'nothing';
  readonly start: number;
  readonly end: number;
}

function sentenceStarts({ lower, grammar }: Reading, field: ItemFieldDefinition): Start[] {
  const starts: Start[] = [];
  const opening = grammar.opening;
  for (let at = findWords(lower, opening, 0); at >= 0; at = findWords(lower, opening, at + opening.length)) {
    starts.push({ kind: 'opening', start: at, end: at + opening.length });
  }
  for (const { kind, template } of grammar.fixed(field)) {
    for (let match = findTemplate(template, lower); match; match = findTemplate(template, lower, match.end)) {
      starts.push({ kind, start: match.start, end: match.end });
      if (match.end <= match.start) break;
    }
  }
  starts.sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return starts.filter(start => {
    const stands = start.start >= covered;
    if (stands) covered = start.end;
    return stands;
  });
}

function addFixed(
  reading: Reading,
  kind: 'outside' | 'nothing',
  start: number,
  matched: number,
  next: number,
  sentences: GuidelineSentence[],
): void {
  const { text, problems } = reading;
  let end = matched;
  if (text.charAt(end) === '.') end++;
  else problems.push({ kind: 'missing-full-stop', span: { start: end, end }, replacement: '.' });
  sentences.push({ kind, span: { start, end }, body: { start: end, end } });
  addUnknown(reading, end, next, sentences);
}

/** Text that belongs to no sentence; spaces and stray marks alone are none. */
function addUnknown({ text, problems }: Reading, from: number, to: number, sentences: GuidelineSentence[]): void {
  const start = skipSpaces(text, from, to);
  const end = trimEnd(text, start, to);
  if (start >= end) return;
  const span = { start, end };
  sentences.push({ kind: 'unknown', span, body: span });
  problems.push({ kind: 'unknown-sentence', span, replacement: hasWords(text, start, end) ? null : '' });
}

function hasWords(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isWordCharacter(text.charCodeAt(i))) return true;
  return false;
}

/** The sentence that opens at `start` and runs to `next`: citations of the standard, or free text. */
function openedSentence(reading: Reading, start: number, next: number): GuidelineSentence {
  const { text, lower, grammar, problems } = reading;
  const end = trimEnd(text, start, next);
  const subject = skipMarks(text, start + grammar.opening.length, end);
  const span = { start, end };
  if (wordsAt(lower, subject, grammar.other)) return sentence('other', subject + grammar.other.length);
  const short = grammar.otherShort.find(words => wordsAt(lower, subject, words));
  if (short) {
    const behind = subject + short.length;
    problems.push({ kind: 'incomplete-other', span: { start: subject, end: behind }, replacement: grammar.line.other });
    return sentence('other', behind);
  }
  if (wordsAt(lower, subject, grammar.standard)) return sentence('standard', subject + grammar.standard.length);
  const lacking = missingSubject(reading, subject, end);
  if (lacking) {
    const words = lacking === 'standard' ? grammar.line.standard : grammar.line.other;
    problems.push({ kind: 'missing-standard', span: { start: subject, end: subject }, replacement: `${words} ` });
    return sentence(lacking, subject);
  }
  problems.push({ kind: 'unknown-sentence', span, replacement: null });
  return { kind: 'unknown', span, body: span };

  function sentence(kind: 'standard' | 'other', bodyFrom: number): GuidelineSentence {
    const hasStop = end > bodyFrom && text.charAt(end - 1) === '.';
    if (!hasStop) problems.push({ kind: 'missing-full-stop', span: { start: end, end }, replacement: '.' });
    const bodyEnd = trimEnd(text, bodyFrom, hasStop ? end - 1 : end);
    const bodyStart = Math.min(skipMarks(text, bodyFrom, bodyEnd), bodyEnd);
    return { kind, span, body: { start: bodyStart, end: bodyEnd } };
  }
}

/** What a sentence is about that names a source right after its opening words. */
function missingSubject({ text, grammar }: Reading, at: number, to: number): 'standard' | 'other' | null {
  if (grammar.others.longestAt(text, at, to)) return 'other';
  return grammar.heads.longestAt(text, at, to) || grammar.names.longestAt(text, at, to) ? 'standard' : null;
}
