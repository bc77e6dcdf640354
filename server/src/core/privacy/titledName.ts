import type { Span } from '../text/span';
import type { Vocabulary } from '../vocabulary/schema';
import { isTerm, nameAt } from './personName';

/** A person named in a text. */
export interface PersonName {
  readonly span: Span;
  /** Told by the words around it alone, which may mean something else. */
  readonly isLikely: boolean;
}

/** "MR" is an image and "MS" an illness or a drug: only the titles' own letter case counts. */
const TITLE = /\b(?:Mr|Mrs|Ms|Mx|Miss)\.? /g;
const ROLES =
  '(?:patient|claimant|employee|applicant|(?:injured )?worker|enrollee|member|insured|beneficiary|appellant|employer)';
const NAME_LABEL = new RegExp(`(?<![\\w-])${ROLES}(?:['\\u2019]s)? (?:full )?name(?: is|:| is:) ?`, 'gi');
const LABEL = new RegExp(`(?<![\\w-])${ROLES}: ?`, 'gi');
const NAMED =
  /\b(?:patient|claimant|employee|applicant|worker|enrollee|member|man|woman|male|female|physician|surgeon|doctor|employer|supervisor|spouse|wife|husband|son|daughter) (?:is |was )?(?:named|called) /gi;
const BESIDE =
  /\b(?:patient|claimant|employee|applicant|worker|enrollee|beneficiary)(?:, | )(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])/g;
const ADDRESSEE = /\b(?:Attn|Attention|ATTN|To|TO|Re|RE|cc|CC|Dear): ?/g;

interface Needs {
  /** Words of the name, at least. */
  readonly words: number;
  /** The sentence must go on as it does behind a name. */
  readonly end: boolean;
}

/** What a sentence goes on with where the words before it were a name. */
const GOES_ON =
  /^(?:,|;|\)|\.$|$| \d| (?:is|was|has|had|who|reports?|reported|sustained|presents?|presented|states?|stated)\b)/;

/** Persons that a text names by a title, behind a label, or beside a word for them. Linear. */
export function namedPersonsIn(text: string, vocabulary: Vocabulary): PersonName[] {
  const found: PersonName[] = [];
  for (const { index, 0: title } of text.matchAll(TITLE)) {
    const name = nameAt(text, index + title.length);
    if (name) found.push({ span: { start: index, end: name.end }, isLikely: false });
  }
  const behind = (expression: RegExp, isLikely: boolean, needs: Needs) => {
    for (const match of text.matchAll(expression)) {
      const from = match.index + match[0].length;
      const name = nameAt(text, from);
      if (!name) continue;
      const whole = lastFirst(text, name) ?? name;
      if (whole.words < needs.words || isTerm(text, whole, vocabulary)) continue;
      if (needs.end && !GOES_ON.test(text.slice(whole.end, whole.end + 14))) continue;
      found.push({ span: { start: whole.start, end: whole.end }, isLikely });
    }
  };
  behind(NAME_LABEL, false, { words: 1, end: false });
  behind(NAMED, false, { words: 1, end: false });
  behind(LABEL, true, { words: 2, end: true });
  behind(BESIDE, true, { words: 2, end: true });
  behind(ADDRESSEE, true, { words: 2, end: true });
  return found;
}

/** "Roe, Jane". */
function lastFirst(text: string, name: { readonly start: number; readonly end: number; readonly words: number }) {
  if (name.words !== 1 || text.slice(name.end, name.end + 2) !== ', ') return null;
  const first = nameAt(text, name.end + 2);
  return first && { start: name.start, end: first.end, words: name.words + first.words };
}
