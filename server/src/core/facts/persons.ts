import type { Span } from '../text/span';
import {
  documentNouns,
  isSpecialist,
  notWorkers,
  otherNouns,
  pluralNouns,
  providerLetters,
  providerNouns,
  relativeNouns,
  workerNouns,
} from './personsWords';

/** A person that a text names by a noun. */
export interface Person {
  /** UTF-16 offsets in the text; the noun alone: "worker" of "the injured worker". */
  readonly span: Span;
  /**
   * `worker`: whom the letter decides for; `provider`: who treats, examines or reviews; `relative`; `other`: employers,
   * adjusters, and people at large ("patients", "a patient").
   */
  readonly role: 'worker' | 'provider' | 'relative' | 'other';
  /** Stands before what the person wrote and does nothing itself: "physician progress report". */
  readonly isAttribute: boolean;
}

const WORD = /[A-Za-z](?:[A-Za-z]|[.-](?=[A-Za-z]))*/g;
/** "working as a registered nurse", "a 46 year old female nurse". */
const OCCUPATION = /\b(?:as an?|occupation(?:,|:| is| of| as)?(?: an?)?|old(?: (?:fe)?male)?) (?:[\w-]{1,20} ){0,2}$/i;
const ANYONE = /\b(?:an?|any|each|every|another|one|no) (?:[\w-]{1,20} ){0,2}$/i;
const STATED = /\b(?:is|was|involves|regards|concerns) (?:now )?an? (?:[\w-]{1,20} ){0,2}$/i;
const REACH = 60;

/** The persons that a text names, in order. Linear. */
export function personsIn(text: string): readonly Person[] {
  const persons: Person[] = [];
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const role = roleOf(written, text, start);
    if (!role) continue;
    const end = start + written.length;
    const next = /^(?:['’]s?)? (?:progress )?([a-z]+)/i.exec(text.slice(end, end + 30))?.[1]?.toLowerCase() ?? '';
    if (role === 'worker' && notWorkers.has(next)) continue;
    persons.push({ span: { start, end }, role, isAttribute: role === 'provider' && documentNouns.has(next) });
  }
  return persons;
}

/** The persons that a sentence names. */
export function personsOf({ text }: { readonly text: string }): readonly Person[] {
  return personsIn(text);
}

function roleOf(written: string, text: string, start: number): Person['role'] | null {
  const word = written.toLowerCase();
  const before = () => text.slice(Math.max(0, start - REACH), start);
  if (workerNouns.has(word)) {
    if (word === 'iw' && written !== 'IW') return null;
    const words = before();
    return ANYONE.test(words) && !STATED.test(words) ? 'other' : 'worker';
  }
  if (pluralNouns.has(word)) return word === 'workers' ? null : 'other';
  if (relativeNouns.has(word)) return 'relative';
  const isProvider = providerNouns.has(word) || providerLetters.has(written) || isSpecialist(word);
  if (!isProvider && !otherNouns.has(word)) return null;
  return OCCUPATION.test(before()) ? null : isProvider ? 'provider' : 'other';
}
