import type { Span } from '../text/span';
import { matchTerms } from '../vocabulary/matcher';
import type { Vocabulary } from '../vocabulary/schema';
import { matchSpecialties } from '../vocabulary/specialties';

/** Words with a capital that stand where a name might. */
export interface NameSpan extends Span {
  /** Words of it, initials and particles left out. */
  readonly words: number;
}

const WORD = /\p{Lu}[\p{L}\p{M}'\u2019-]{0,40}\.?(?![\p{L}\p{M}\d])/uy;
const PARTICLE = /(?:(?:de|la|las|los|del|da|di|du|van|von|der|den|bin|al|el|y) ){1,3}(?=\p{L})/uy;
const MOST_WORDS = 4;

/** Words that begin with a capital in letters and are part of no name. */
const NO_NAMES = new Set(
  (
    'the a an and or of in on at to for by with from as is was are were has had this that these those his her their he she it they we ' +
    'no not none if when after before per since due see re dear mr mrs ms mx miss dr drs doctor prof patient worker injured claimant ' +
    'employee applicant employer member enrollee insured physician provider reviewer expert surgeon primary treating requesting ' +
    'prescribing evaluating examining consulting therapist nurse practitioner assistant chiropractor psychologist medical medicine ' +
    'health healthcare clinic clinical hospital center centre institute university college school department division board state ' +
    'states federal national american association society academy agency bureau office county city committee council commission ' +
    'utilization review independent case file files record records report reports request requests requested authorization first ' +
    'second third initial follow up new old current status post pre chronic acute severe moderate mild pain left right bilateral low ' +
    'lower upper mid certified certification licensed licensure family internal general surgery surgical therapy therapies physical ' +
    'occupational diagnostic diagnosis treatment treatments management services service program plan guideline guidelines chapter ' +
    'section sections page pages table figure appendix edition volume journal press publication company corporation inc llc group ' +
    'claims administrator adjuster insurance fund compensation workers well developed nourished alert oriented awake works working ' +
    'full part time modified duty denies stable permanent temporary disability disabled official ' +
    'male female man woman year old unknown anonymous redacted global impression questionnaire activation survey scale index score ' +
    'test sign unit units visit visits date name none n/a na yes unspecified various multiple not same above below standard expedited ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday ' +
    'saturday sunday md m.d do d.o dc d.c dpm phd ph.d psyd dds dmd pt dpt ot np fnp pa pa-c rn lac jd esq faaos facs qme ame'
  ).split(' '),
);

/** The words of a name that begin at `at`, or null. It stops before words that are no part of a name. */
export function nameAt(text: string, at: number): NameSpan | null {
  let end = at;
  let words = 0;
  let next = at;
  for (let count = 0; count < MOST_WORDS && next < text.length; count++) {
    const start = next + lengthAt(PARTICLE, text, next);
    const word = wordAt(text, start);
    if (word === null) break;
    if (isWhole(word)) words++;
    end = start + word.length;
    if (text.charAt(end) !== ' ') break;
    next = end + 1;
  }
  return words === 0 ? null : { start: at, end, words };
}

/** The words of a name that end at `end`, or null. */
export function nameBefore(text: string, end: number): NameSpan | null {
  let start = end;
  let words = 0;
  for (let count = 0; count < MOST_WORDS && start > 0; count++) {
    const space = count === 0 ? start : start - 1;
    if (count > 0 && text.charAt(space) !== ' ') break;
    const from = text.lastIndexOf(' ', space - 1) + 1;
    const word = space - from > MOST_LETTERS ? null : wordAt(text, opened(text, from));
    const isWord = word !== null && opened(text, from) + word.length === space;
    if (!isWord && !(count > 0 && lengthAt(PARTICLE, text, from) === space + 1 - from)) break;
    if (isWord && isWhole(word)) words++;
    start = isWord ? opened(text, from) : from;
    if (start > from) break;
  }
  return words === 0 ? null : { start, end, words };
}

const MOST_LETTERS = 44;

/** Whether the words are such as the vocabulary knows: a body part, a service, a specialty. */
export function isTerm(text: string, { start, end }: Span, vocabulary: Vocabulary): boolean {
  const words = text.slice(start, end);
  return matchTerms(words, vocabulary).length > 0 || matchSpecialties(words, vocabulary).length > 0;
}

/** "Roe", not "J.". */
function isWhole(word: string): boolean {
  return word.replace(/\.$/, '').length > 1;
}

/** A word of a name at `at`, its full stop only where it is an initial, "Jr." or the like. */
function wordAt(text: string, at: number): string | null {
  WORD.lastIndex = at;
  const found = WORD.exec(text)?.[0];
  if (found === undefined) return null;
  const word = found.replace(/['\u2019]s\.?$/, '').replace(/['\u2019-]{1,20}$/, '');
  const bare = word.replace(/\.$/, '');
  if (NO_NAMES.has(bare.toLowerCase())) return null;
  return bare.length > 1 && !/^[JS]r$/.test(bare) ? bare : word;
}

function lengthAt(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.exec(text)?.[0].length ?? 0;
}

/** Behind an opening bracket or quotation mark. */
function opened(text: string, at: number): number {
  return '("\u201c['.includes(text.charAt(at)) && at < text.length ? at + 1 : at;
}
