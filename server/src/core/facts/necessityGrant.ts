import type { Span } from '../text/span';
import { necessityOf } from './necessity';
import { statementOf } from './necessityFinding';
import type { Sentence } from './sentence';
import type { PlacedSentence } from './sentences';

/** That a rationale grants a part of what was requested; spans count in its folded text. */
export interface Grant {
  readonly span: Span;
}

/** The last place where the sentences grant a part, or null where they do not, or where someone else did. */
export function grantIn(sentences: readonly PlacedSentence[]): Grant | null {
  for (let i = sentences.length - 1; i >= 0; i--) {
    const { sentence, start } = sentences[i] as PlacedSentence;
    const grant = sentence.of(grantOf);
    if (!grant || (grant.isPast && i < sentences.length - AT_END)) continue;
    return { span: { start: start + grant.span.start, end: start + grant.span.end } };
  }
  return null;
}

/** How near the end a sentence in the past has to stand: further up it tells what was done before. */
const AT_END = 4;

interface SentenceGrant {
  readonly span: Span;
  readonly isPast: boolean;
}

/** What a sentence grants; an aspect of it. */
export function grantOf(sentence: Sentence): SentenceGrant | null {
  const { text } = sentence;
  if (OTHERS.test(text)) return null;
  for (const pattern of [MODIFIED, PARTIAL, OWN]) {
    const match = pattern.exec(text);
    if (match && !isOpen(text, match.index)) {
      const span = { start: match.index, end: match.index + match[0].length };
      return { span, isPast: /\b(?:was|were|has been|have been)\b/i.test(match[0]) };
    }
  }
  return dividedGrant(sentence);
}

/** Who may have granted it before, and words that tell of the past. */
const OTHERS =
  /\b(?:utili[sz]ation|UR|administrators?|adjusters?|insurer|carrier|payer|denial|peer|prior|previous|previously|earlier|already|initially|originally|non-?certified)\b/i;

const SUBJECT = '(?:requests?|it|this|prescription|order|quantity|frequency|number|duration)';
/** "The request is modified to two visits". */
const MODIFIED = new RegExp(
  `\\b${SUBJECT}(?: [^.;,]{1,80})? (?:is|are|was|were|has been|have been|will be|should be|can be)(?: (?:hereby|therefore|thus|to be))? modified (?:to|for|as|by|down|and|with)\\b`,
  'i',
);
/** "Is partially medically necessary", "a partial approval is". */
const PARTIAL =
  /\b(?:is|are|be) (?:therefore )?(?:partially|partly|in part) (?:approved|certified|authori[sz]ed|granted|overturned|necessary|medically necessary)\b|\b(?:partial|modified) (?:approval|certification|authori[sz]ation) (?:is|of)\b|\bmedically necessary (?:as modified|with modification|in part)\b/i;
/** "I recommend a modification to", "the request is authorized for 30 tablets". */
const OWN = new RegExp(
  `\\bI (?:would |will |am )?(?:therefore )?(?:modify|modifying|recommend(?:ing)? (?:a )?modification)\\b|\\b(?:modification|modifying)(?: of the request)? (?:to|for) [^.;]{1,60}? (?:is|are) (?:recommended|appropriate|warranted|indicated|reasonable|approved|medically necessary)\\b|\\b${SUBJECT}(?: [^.;,]{1,80})? (?:is|are) (?:hereby )?(?:approved|certified|authori[sz]ed|granted|allowed) (?:for|to|at) (?:only |up to |a total of )?(?:#|\\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve)`,
  'i',
);

/** What holds on a condition, or did not happen. */
function isOpen(text: string, at: number): boolean {
  return /\b(?:if|unless|whether|would|could|until|once|not|may|might)\b/i.test(text.slice(Math.max(0, at - 60), at));
}

/** "Two visits are medically necessary, but the other four are not." */
function dividedGrant(sentence: Sentence): SentenceGrant | null {
  if (!sentence.of(statementOf).isDivided || !QUANTITY.test(sentence.text)) return null;
  const part = sentence
    .of(necessityOf)
    .find(({ polarity, isReason, strength }) => polarity === 'necessary' && !isReason && strength !== 'weak');
  return part ? { span: { start: part.subject.start, end: part.span.end }, isPast: false } : null;
}

const QUANTITY =
  /#|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|only|part|portion|remaining|remainder|rest|other|balance)\b/i;
