import type { Span } from '../text/span';
import { documentNouns, notWorkers, personNounRole, providerLetters, sexNouns } from './personsWords';
import { sexNounsIn } from './sexNouns';

/** A person that a text names by a noun. */
export interface Person {
  /** UTF-16 offsets in the text; the noun alone: "worker" of "the injured worker". */
  readonly span: Span;
  /**
   * `worker`: whom the letter decides for; `provider`: who treats, examines or reviews; `relative`; `other`: employers,
   * adjusters, and people at large ("patients", "a patient").
   */
  readonly role: 'worker' | 'provider' | 'relative' | 'other';
  /** False where he or she cannot mean the person: "physician progress report"; an employer, who is likelier a firm. */
  readonly acts: boolean;
}

const WORD = /[A-Za-z](?:[A-Za-z]|[.-](?=[A-Za-z]))*/g;
/** "working as a registered nurse", "a 46 year old female nurse". */
const OCCUPATION = /\b(?:as an?|occupation(?:,|:| is| of| as)?(?: an?)?|old(?: (?:fe)?male)?) (?:[\w-]{1,20} ){0,2}$/i;
const ANYONE = /\b(?:an?|any|each|every|another|one|no) (?:[\w-]{1,20} ){0,2}$/i;
const STATED = /\b(?:is|was|involves|regards|concerns) (?:now )?an? (?:[\w-]{1,20} ){0,2}$/i;
/** The noun that follows: "physician's handwritten progress report". */
const NEXT =
  /^(?:['’]s?)? (?:(?:handwritten|typed|initial|first|latest|last|most|recent|supplemental|follow-up|medical|office|progress|treatment|narrative) ){0,4}([a-z]+)/i;
const REACH = 60;

/** The persons that a text names, in order. Linear. */
export function personsIn(text: string): readonly Person[] {
  const persons: Person[] = [];
  const stated = new Set(sexNounsIn(text).map(({ span }) => span.start));
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const role = roleOf(written, text, start, stated.has(start));
    if (!role) continue;
    const end = start + written.length;
    const next = NEXT.exec(text.slice(end, end + 60))?.[1]?.toLowerCase() ?? '';
    if (role === 'worker' && notWorkers.has(next)) continue;
    persons.push({
      span: { start, end },
      role,
      acts: !(role === 'provider' && documentNouns.has(next)) && !/^employers?$/i.test(written),
    });
  }
  return persons;
}

/** The persons that a sentence names. */
export function personsOf({ text }: { readonly text: string }): readonly Person[] {
  return personsIn(text);
}

function roleOf(written: string, text: string, start: number, isStated: boolean): Person['role'] | null {
  const word = written.toLowerCase();
  const role = personNounRole(word) ?? (providerLetters.has(written) ? 'provider' : null);
  if (role === null || word === 'workers' || (word === 'iw' && written !== 'IW')) return null;
  const before = text.slice(Math.max(0, start - REACH), start);
  if (sexNouns.has(word)) return isStated ? 'worker' : 'other';
  if (role === 'worker') return ANYONE.test(before) && !STATED.test(before) ? 'other' : 'worker';
  return role !== 'relative' && OCCUPATION.test(before) ? null : role;
}
