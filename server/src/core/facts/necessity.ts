import type { Span, TextEdit } from '../text/span';
import { type Tokens, tokenize } from '../vocabulary/tokens';
import { predicateFinding } from './necessityAdjective';
import { nounFinding } from './necessityNoun';
import { isAdjective, rowAt } from './necessityVerb';
import { NECESSITY } from './necessityWords';
import type { Sentence } from './sentence';

/**
 * That a service is, or is not, medically necessary, as a reviewer finds it. What a guideline or another person says,
 * what holds on a condition, and what is left open is no finding.
 */
export interface Necessity {
  /** The verb and what it says: "is not medically necessary". Counts in the text it was found in. */
  readonly span: Span;
  /** What it is said of, in the same text: "the requested lift chair"; empty where nothing is named. */
  readonly subject: Span;
  readonly polarity: Polarity;
  /** "Necessary" itself; "medically appropriate" and the like; or what is only said of a request: "is not supported". */
  readonly strength: 'necessity' | 'merit' | 'weak';
  /** It is the reason for something else: "since the surgery is not medically necessary". */
  readonly isReason: boolean;
  /** It is said of the request in so many words. */
  readonly ofRequest: boolean;
  /** It is said only of a part: "only six visits are medically necessary". */
  readonly ofPart: boolean;
  /** The edit that makes it say the contrary, where one word does. */
  readonly turned: TextEdit | null;
}

export type Polarity = 'necessary' | 'not-necessary';

/** Without one of these there is no finding; one pass over the text tells. */
const HINT =
  /necess|necces|neces|need|medical|clinical|request|warrant|indicat|appropriat|justif|reasonab|support|recommend|certif|approv|authori/i;

/** The findings of necessity in a sentence, in order. Linear in the text. */
export function necessityIn(text: string): readonly Necessity[] {
  if (text.endsWith('?') || !HINT.test(text)) return NONE;
  const tokens = tokenize(text);
  const found: Necessity[] = [];
  for (let i = 0; i < tokens.words.length; i++) {
    const word = tokens.words[i] ?? '';
    if (isAdjective(word) || isNecessityOfIts(tokens, i)) {
      const row = rowAt(tokens, i);
      add(found, predicateFinding(tokens, row), tokens);
      i = row.last;
    } else if (NECESSITY.has(word) || (word === 'need' && tokens.words[i - 1] === 'medical')) {
      add(found, nounFinding(tokens, i), tokens);
    }
  }
  return found.length > 0 ? found : NONE;
}

const NONE: readonly Necessity[] = [];

/** "Is a medical necessity" says what "is medically necessary" says. */
function isNecessityOfIts({ words }: Tokens, index: number): boolean {
  return NECESSITY.has(words[index] ?? '') && words[index - 1] === 'medical' && words[index - 2] === 'a';
}

/** What is quoted is not the reviewer's finding, unless it speaks of the request. */
function add(found: Necessity[], finding: Necessity | null, { text }: Tokens): void {
  if (finding && (finding.ofRequest || !isQuoted(text, finding.span))) found.push(finding);
}

/** Whether a quotation opens before the span and closes behind it. */
function isQuoted(text: string, { start, end }: Span): boolean {
  for (let i = start - 1; i >= Math.max(0, start - LONGEST_QUOTATION); i--) {
    const mark = text.charAt(i);
    if (mark !== '"' && mark !== '\u201c' && mark !== '\u201d') continue;
    if (mark === '\u201d' || !opensAt(text, i)) return false;
    return /["\u201d]/.test(text.slice(end, end + LONGEST_QUOTATION));
  }
  return false;
}

const LONGEST_QUOTATION = 2000;

function opensAt(text: string, mark: number): boolean {
  return /[^\s.,;)]/.test(text.charAt(mark + 1)) && (mark === 0 || /[\s([]/.test(text.charAt(mark - 1)));
}

/** The findings of a sentence, an aspect of it. */
export function necessityOf({ text }: Sentence): readonly Necessity[] {
  return necessityIn(text);
}
