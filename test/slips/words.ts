import type { Random } from './random';
import { matches, type Span } from './text';

export interface BodyPart {
  readonly id: string;
  /** How a text names it. */
  readonly named: RegExp;
  /** Every word that names it, and what to write for another part in its place. */
  readonly noun: string;
  /** As a section-style citation prints its chapter. */
  readonly chapter?: string;
  /** As a page-style citation prints its chapter, and a page of it. */
  readonly paged?: { readonly chapter: string; readonly page: number };
  /** Parts of one region are not swapped for one another. */
  readonly region: 'neck' | 'back' | 'arm' | 'leg' | 'head';
}

export const bodyParts: readonly BodyPart[] = [
  {
    id: 'neck',
    named: /\b(?:neck|cervical|cervicalgia)\b/gi,
    noun: 'neck',
    chapter: 'Neck and Upper Back Complaints 2004',
    paged: { chapter: 'Chapter 8 Neck and Upper Back Complaints', page: 177 },
    region: 'neck',
  },
  { id: 'upper back', named: /\b(?:thoracic|upper back|mid back)\b/gi, noun: 'upper back', region: 'back' },
  {
    id: 'low back',
    named: /\b(?:low(?:er)? back|lumbar|lumbosacral|LS spine|sacral|sacroiliac)\b/gi,
    noun: 'low back',
    chapter: 'Low Back Complaints 2004',
    paged: { chapter: 'Chapter 12 Low Back Complaints', page: 303 },
    region: 'back',
  },
  {
    id: 'shoulder',
    named: /\bshoulders?\b/gi,
    noun: 'shoulder',
    chapter: 'Shoulder Complaints 2004',
    paged: { chapter: 'Chapter 9 Shoulder Complaints', page: 208 },
    region: 'arm',
  },
  { id: 'elbow', named: /\belbows?\b/gi, noun: 'elbow', chapter: 'Elbow Complaints 2007', region: 'arm' },
  {
    id: 'wrist',
    named: /\bwrists?\b/gi,
    noun: 'wrist',
    chapter: 'Forearm, Wrist, and Hand Complaints 2004',
    paged: { chapter: 'Chapter 11 Forearm, Wrist, and Hand Complaints', page: 268 },
    region: 'arm',
  },
  {
    id: 'hand',
    named: /\b(?:hands?|fingers?|thumbs?)\b/gi,
    noun: 'hand',
    chapter: 'Forearm, Wrist, and Hand Complaints 2004',
    paged: { chapter: 'Chapter 11 Forearm, Wrist, and Hand Complaints', page: 268 },
    region: 'arm',
  },
  { id: 'hip', named: /\b(?:hips?|pelvis|pelvic|groin)\b/gi, noun: 'hip', region: 'leg' },
  {
    id: 'knee',
    named: /\b(?:knees?|menisc\w+|patell\w+)\b/gi,
    noun: 'knee',
    chapter: 'Knee Complaints 2004',
    paged: { chapter: 'Chapter 13 Knee Complaints', page: 341 },
    region: 'leg',
  },
  { id: 'ankle', named: /\bankles?\b/gi, noun: 'ankle', chapter: 'Ankle and Foot Complaints 2004', region: 'leg' },
  {
    id: 'foot',
    named: /\b(?:foot|feet|toes?|heels?|metatarsal)\b/gi,
    noun: 'foot',
    chapter: 'Ankle and Foot Complaints 2004',
    region: 'leg',
  },
  { id: 'head', named: /\b(?:heads?|headaches?|brain|skull|scalp)\b/gi, noun: 'head', region: 'head' },
];

/** Words for a larger part, beside which a smaller one is not certain to be the only one. */
const largerParts =
  /\b(?:extremit(?:y|ies)|arms?|legs?|limbs?|spine|spinal|back|chest|abdom\w+|trunk|body|hernia|[RL][UL]E|B[UL]E|[CTL]\d|C\d-\d|L\d-\w\d?)\b/gi;

/** The parts of the body that a text names; null where it also names a larger part. */
export function partsNamed(text: string, span: Span): readonly BodyPart[] | null {
  const named = bodyParts
    .map(part => ({ part, places: matches(text, span, part.named) }))
    .filter(n => n.places.length > 0);
  const places = named.flatMap(n => n.places);
  const others = matches(text, span, largerParts).filter(larger => {
    const word = larger.groups[0]?.toLowerCase() ?? '';
    // "cervical spine", "low back" belong to the word before them.
    const belongs =
      (word === 'spine' || word === 'back') && places.some(p => p.end >= larger.start - 3 && p.start < larger.end);
    return !belongs;
  });
  return others.length > 0 ? null : named.map(n => n.part);
}

export const sideWord = /\b(?:right|left)\b/gi;

export function otherSide(word: string): string {
  const other = word.toLowerCase() === 'left' ? 'right' : 'left';
  if (word === word.toUpperCase()) return other.toUpperCase();
  return word.charAt(0) === word.charAt(0).toUpperCase() ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

/** Every chapter of body parts as a section-style citation prints it, without its year. */
export const chapterNames = [...new Set(bodyParts.flatMap(part => part.chapter?.replace(/ \d{4}$/, '') ?? []))];

/** The sections that each of these chapters has. */
export const chapterSections = [
  'General Approach',
  'Initial Care',
  'Activity Modification',
  'Work-Relatedness',
  'Physical Methods',
  'Follow-up Visits',
  'Special Studies',
  'Diagnostic Criteria',
  'Surgical Considerations',
  'Summary',
];

/** A word as a quick finger leaves it: two letters changed over, one lost or one doubled, never the first or last. */
export function misspelt(word: string, random: Random): string {
  const places = [...word].flatMap((_, i) =>
    i > 0 && i < word.length - 2 && /[a-z]{2}/i.test(word.slice(i, i + 2)) ? [i] : [],
  );
  for (let tries = 0; places.length > 0 && tries < 20; tries++) {
    const at = random.pick(places);
    const [a = '', b = ''] = [word[at], word[at + 1]];
    const way = random.pick(['swap', 'drop', 'double']);
    const text = way === 'swap' ? b + a : way === 'drop' ? b : a + a + b;
    const result = word.slice(0, at) + text + word.slice(at + 2);
    if (result !== word) return result;
  }
  return word;
}

/** A phrase with one of its longer words misspelt. */
export function misspeltPhrase(phrase: string, random: Random): string {
  const words = phrase.split(/(\s+)/);
  const long = [...words.keys()].filter(i => /^[A-Za-z]{5,}$/.test(words[i] ?? ''));
  if (long.length === 0) return phrase;
  const at = random.pick(long);
  words[at] = misspelt(words[at] ?? '', random);
  return words.join('');
}
