/** The English phrases in which a part of a request is granted; each is linear in the text. */

const ANY_OF = (...words: string[]) => `(?:${words.join('|')})`;

const APPROVED = ANY_OF('approved', 'certified', 'authori[sz]ed', 'granted', 'allowed');
const DECIDED = ANY_OF(
  APPROVED,
  'overturned',
  'reversed',
  'upheld',
  'denied',
  'necessary',
  'medically necessary',
  'appropriate',
  'supported',
);
const APPROVAL = ANY_OF('approval', 'certification', 'authori[sz]ation', 'grant');
const SOFTLY = `(?:${ANY_OF('therefore', 'thus', 'hereby', 'only', 'being', 'found', 'deemed', 'considered', 'determined', 'to be')} ){0,3}`;
const NUMBER = `(?:#|\\d|${ANY_OF('one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twelve', 'twenty')}\\b)`;
const AMOUNT = `(?:${ANY_OF('only', 'up to', 'an?', 'the', 'first', 'initial', 'short', 'further', 'trial of', 'course of', 'total of', 'maximum of', 'quantity of')} ){0,4}${NUMBER}`;
const REQUEST = ANY_OF(
  'requests?',
  'it',
  'this',
  'prescription',
  'order',
  'quantity',
  'frequency',
  'number',
  'duration',
  'amount',
);
const IS = ANY_OF('is', 'are', 'was', 'were', 'has been', 'have been', 'will be', 'should be', 'can be', 'must be');
const REVIEWER = '(?:I|this reviewer|the reviewer|we)';

const pattern = (source: string) => new RegExp(source, 'i');

/** Only a part is granted, whatever was requested. */
export const OF_A_PART: readonly RegExp[] = [
  // "The request is modified to two visits."
  pattern(
    `\\b${REQUEST}(?: [^.;,]{1,80})? ${IS} (?:${ANY_OF('hereby', 'therefore', 'thus', 'to be')} )?(?:modified(?= ${ANY_OF('to', 'for', 'as', 'by', 'down', 'and', 'with', 'so')}\\b|[.,;]|$)|${ANY_OF('reduced', 'decreased', 'lowered', 'shortened')} (?:down )?to (?:be )?${AMOUNT})`,
  ),
  // "It is approved in part"; not "in part because".
  pattern(
    `\\b${IS} ${SOFTLY}${DECIDED} (?:only )?(?:in part|partially|partly)(?=[.,;:)]|$| (?:and|but|at|for|with|only|here)\\b)`,
  ),
  // "It is partially medically necessary."
  pattern(
    `\\b${ANY_OF('is', 'are', 'be', 'was', 'were', 'been')} ${SOFTLY}(?:partially|partly|in part),? ${SOFTLY}${DECIDED}\\b`,
  ),
  pattern(
    `\\b(?:partial|modified) (?:approval|certification|authori[sz]ation|grant|medical necessity)\\b(?! (?:was|were|has been|had been)\\b)`,
  ),
  pattern(
    `\\b(?:${IS} ${SOFTLY})?${DECIDED} (?:as modified|(?:with|subject to) (?:the |a |some |following |minor ){0,2}modifications?)\\b`,
  ),
  pattern(
    `\\b(?:modification|modifying)(?: of the request)? (?:to|for) [^.;]{1,60}? ${ANY_OF('is', 'are')} (?:therefore )?${ANY_OF('recommended', 'appropriate', 'warranted', 'indicated', 'reasonable', 'approved', 'medically necessary')}`,
  ),
  // "I would modify", "I grant the request in part".
  pattern(
    `\\b${REVIEWER} (?:${ANY_OF('would', 'will', 'am', 'therefore', 'hereby')} ){0,2}(?:modif(?:y|ies|ying)\\b|recommend(?:s|ing)? (?:a )?modification)`,
  ),
  pattern(
    `\\b${REVIEWER} (?:${ANY_OF('would', 'will', 'therefore', 'hereby')} ){0,2}(?:approve|certif(?:y|ie)|authori[sz]e|grant|allow)s? (?:the |this |an? |only )?(?:part\\b|portion\\b|[^.;,]{1,60} in part(?=[.,;]|$))`,
  ),
  pattern(
    `\\b(?:part|portion|half|some) of (?:the|this|these|what was) [^.;,]{1,80}? ${ANY_OF('is', 'are')} ${SOFTLY}(?:medically necessary|${APPROVED})\\b`,
  ),
];

/** An amount is granted, which is a part where the whole is refused. */
export const OF_AN_AMOUNT: readonly RegExp[] = [
  // "The request is authorized for 30 tablets."
  pattern(
    `\\b${REQUEST}(?: [^.;,]{1,80})? ${ANY_OF('is', 'are')} (?:hereby |therefore )?(?:${APPROVED}|(?:medically )?necessary) (?:for|to|at) ${AMOUNT}`,
  ),
  // "A trial of two visits is certified"; not "as approved by".
  pattern(
    `(?:^|[,;:] |\\b(?:however|therefore|thus|but|and|so),? )${AMOUNT}(?: [^.;,]{1,60})? ${ANY_OF('is', 'are')} (?:hereby |therefore )?${ANY_OF('approved', 'certified', 'authori[sz]ed', 'granted')}(?! (?:by|under|per|in|for)\\b)`,
  ),
  pattern(
    `\\b${REVIEWER} (?:${ANY_OF('would', 'will', 'therefore', 'hereby')} ){0,2}(?:approve|certif(?:y|ie)|authori[sz]e|grant|allow)s? ${AMOUNT}`,
  ),
  pattern(`\\brecommend(?:s|ing)? (?:the )?${APPROVAL} (?:of|for) ${AMOUNT}`),
  pattern(
    `\\b${APPROVAL} (?:of|for) ${AMOUNT}[^.;,]{1,60}? ${ANY_OF('is', 'are')} (?:therefore )?${ANY_OF('recommended', 'appropriate', 'warranted', 'granted', 'given')}`,
  ),
];

/** What a finding of necessity begins with where it is about an amount: "the first four sessions"; a joining word first. */
export const AMOUNT_FIRST = pattern(`^(${ANY_OF('however', 'therefore', 'thus', 'but', 'and', 'so')},? )?${AMOUNT}`);

/** The rest is refused in a sentence of its own: "The remaining visits are not." */
export const REST_REFUSED =
  /^(?:however,? |but )?(?:the |any |all )?(?:remaining|remainder|rest|balance|other|additional|further)\b[^.;]{0,80}? (?:is|are|was|were) (?:therefore )?(?:not\b|non-?certified|denied)/i;

/** Without one of these nothing is granted; one pass over the text tells. */
export const GRANT_HINT =
  /part|modif|portion|approv|certif|authori|grant|allow|necess|reduced|decreased|lowered|shortened|half|some/i;

/** Who may have granted it before, and words that tell of the past. */
export const EARLIER_DECISION =
  /\b(?:utili[sz]ation|UR|administrators?|adjusters?|insurers?|carriers?|payers?|claims|examiner|plan|denial|peer|prior|previous|previously|earlier|already|initially|originally|non-?certified (?:by|on))\b/i;

/** What is granted on a condition, or not at all. */
export const CONDITION_BEFORE = /\b(?:if|unless|whether|would|could|until|once|may|might|when)\b/i;
export const NOT_BEFORE = /\b(?:not|cannot|never|no|neither|nor|without)\b/i;
export const CONDITION_BEHIND = /\b(?:if|unless|provided|pending)\b/i;
