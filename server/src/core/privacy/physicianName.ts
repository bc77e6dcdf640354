import type { Span } from '../text/span';
import type { Vocabulary } from '../vocabulary/schema';
import { isTerm, nameAt, nameBefore } from './personName';

/** A physician, or another provider, named in a text. */
export interface PhysicianName {
  readonly span: Span;
  /** The text is no more than the name, its degree and titles, as below a letter. */
  readonly isSignature: boolean;
}

const TITLE = /\b(?:Dr|Drs|Doctor|Doctors|Prof|Professor|DR)\.? /g;
/** What follows the degree in a signature: nothing, titles, more degrees. */
const TITLES =
  /^[.,;]{0,2}(?: ?$| [Bb]oard[ -][Cc]ertified| Diplomate| Fellow| (?:Expert |Physician )?Reviewer|(?:,? ?[A-Z][A-Z.]{1,7}[a-z]?\.?){1,4}[.,]?$)/;
/** Degrees that mean little else behind a name. */
const DEGREE =
  /,? (?:M\.D\.|D\.O\.|D\.C\.|Ph\.D\.|Psy\.D\.|D\.P\.M\.|D\.D\.S\.|D\.M\.D\.|L\.Ac\.|R\.N\.|N\.P\.|P\.A\.|P\.T\.|D\.P\.T\.|MD|DO|DC|DPM|PhD|PsyD|DDS|DMD|DPT|LAc|FNP|PA-C|NP-C|MD, ?PhD)(?![\w-])/g;
/** Behind a comma only: these mean other things too. */
const NEEDS_COMMA = /^ (?:DO|DC|PT)/;
/** Names of works and of shoes. */
const NO_PERSONS = /^(?:Scholl|Comfort|Seuss|Bronner)\b/;
/** A sentence about a publication names its authors. */
const PUBLICATION =
  /\bet al\b|\beds?\.|\beditors?\b|\bauthors?\b|\bpublish|\bjournal\b|\bpress\b|\btextbook\b|\bvol(?:ume)?\b|\d{4} ?;|\bpmid\b|\bdoi\b|\blippincott\b|\belsevier\b|\bsaunders\b|\bwebmd\b/i;

/** Physicians that a text names by title or degree; authors of publications are none. Linear. */
export function namedPhysiciansIn(text: string, vocabulary: Vocabulary): PhysicianName[] {
  const found: PhysicianName[] = [];
  for (const { index, 0: title } of text.matchAll(TITLE)) {
    const from = index + title.length;
    const name = nameAt(text, from);
    if (!name || NO_PERSONS.test(text.slice(from, from + 12))) continue;
    if (title.startsWith('D') && title.length > 4 && isTerm(text, name, vocabulary)) continue;
    found.push({ span: { start: index, end: name.end }, isSignature: false });
  }
  for (const { index, 0: degree } of text.matchAll(DEGREE)) {
    const name = nameBefore(text, index);
    if (!name || name.words < 1 || (NEEDS_COMMA.test(degree) && !degree.startsWith(','))) continue;
    const hasInitial = /(?:^| )\p{Lu}\.? /u.test(text.slice(name.start, name.end));
    if (name.words < 2 && !hasInitial) continue;
    if (isTerm(text, name, vocabulary)) continue;
    const end = index + degree.length;
    found.push({
      span: { start: name.start, end },
      isSignature: name.start === 0 && TITLES.test(text.slice(end, end + 60)),
    });
  }
  return found.length > 0 && PUBLICATION.test(text) ? [] : found;
}
