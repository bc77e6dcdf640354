import { isNegatedAt } from './negations';
import type { Sentence } from './sentence';

/**
 * What a sentence of the case tells of a treatment or test: that it took place, that it helped, that it did not help, or
 * that it did not take place. Null where it is only asked for, planned or refused, or where nothing of the kind is said.
 */
export type Course = 'had' | 'helped' | 'failed' | 'none';

/** Only asked for, planned or decided on. */
const AHEAD =
  /\b(?:request\w*|den(?:y|ied|ies|ial)|(?:non-?)?certif\w*|determin(?:ed|ation)|utilization|utilisation|review\w*|appeal\w*|plan(?:s|ned|ning)?|recommend\w*|will|would|should|schedul\w+|consider\w*|refer(?:red|ral|s)?|order(?:ed|s)?|authori[sz]\w*|approv\w+|pending|await\w*|candidate|if|need(?:s|ed)?|begin|start|initiate|propos\w+|advis\w+|warrant\w*|prior to|before|allerg\w+|surgeon|discuss\w*|educat\w*|instruct\w*|encourag\w*)\b/i;
const AHEAD_BEHIND =
  /^[^.;,]{0,40}\b(?:(?:is|was|were|are|be|been|being)(?: \w+)? (?:request|recommend|den|order|authori|approv|schedul|certif|consider|plan|advis|pending|needed|indicated|modified)\w*|unit trial|referral|consult\w*)\b/i;

/** Before the treatment: it took place. */
const HAD_BEFORE =
  /\b(?:treatments?|therap(?:y|ies)|modalities|care|interventions?|studies|testing|workup|management)(?: (?:to date|so far|and diagnostic testing|and diagnostic studies|history|rendered|provided))?(?: (?:has|have|had))?(?: (?:previously|also|thus far))? ?(?:included?|includes|including|consist(?:s|ed)? of|with|:)|\b(?:treated|managed)(?: \w+)? (?:with|by)|\b(?:has|have|had|having)(?: (?:also|previously|already|recently|since))? (?:had|tried|completed|attended|received|undergone|participated in|failed|used|taken|done|been (?:treated|doing|taking|using|attending|on|prescribed|given))|\b(?:underwent|received|completed|attended|participated in|tried|trialed|failed|failure of|despite|status post|s\/p|sessions? of|visits? of|course of|rounds? of|relief (?:from|with)|response to|responded to|benefit(?:ed)? from|improved with|gave|taking|takes|uses|using|utiliz(?:es|ing|ed)|currently on|was given|were given|prescribed)\b|\bmedications?(?: (?:history|regimen|list))?(?: (?:currently|have|has))? ?(?:include[ds]?|including|consist(?:s|ed)? of|are|were|:|listed as)|\b(?:past|prior|previous|conservative) (?:treatments?|therap(?:y|ies)|care)\b/i;
/** Behind it. */
const HAD_BEHIND =
  /^(?:[^.;]{0,60}\b(?:has|have|had|did|was|were|is|seem(?:s|ed)?|appear(?:s|ed)?|provid(?:ed|es|ing)|gave)\b(?: (?:also|previously|only|some|been|to be|very|not|n't)){0,3} ?(?:help|decreas|reduc|reliev|improv|benef|effective|ineffective|tried|complet|received|performed|done|given|attempted|used|fail|temporar|relief|worse|aggravat)|(?: \w+){0,2} (?:helped|relieved|improved|reduced|decreased|provided|gave|failed|aggravated|worsened)\b|[^.;]{0,50}\b(?:reveal(?:s|ed)|show(?:s|ed)|demonstrat(?:es|ed)|dated|performed|obtained|was read|findings|with(?:out)? (?:some |good |any |no |mild |temporary |minimal )?(?:relief|benefit|improvement|success)))/i;

const HELPED =
  /\b(?:help(?:s|ed|ful|ing)?|relief|reliev\w+|improv\w+|benefi\w+|decreas\w+|reduc\w+|effective|better|success\w*)\b/i;
const FAILED =
  /\b(?:fail(?:s|ed|ure|ing)?|unsuccessful\w*|ineffective|refractory|worse\w*|aggravat\w*)\b|\b(?:no|without|not|minimal(?:ly)?|little|lack of|limited|poor|never|any)\b[^.;,]{0,30}\b(?:help|relief|reliev|improv|benefi|respon|effect|success|change|better)/i;

/** Where one statement ends and another begins. */
const CLAUSES =
  /,? \b(?:but|however|although|though|while|whereas)\b|, (?:and )?(?:he|she|they|the (?:patient|worker|claimant|applicant))\b/gi;

/** What the sentence tells of the treatment that stands at these offsets. */
export function courseAt(sentence: Sentence, start: number, end: number): Course | null {
  const clause = clauseAt(sentence.of(clausesOf), start);
  const before = sentence.text.slice(Math.max(clause.start, start - REACH), start);
  const behind = sentence.text.slice(end, Math.max(end, Math.min(clause.end, end + REACH)));
  if (AHEAD.test(before) || AHEAD_BEHIND.test(behind)) return null;
  if (isNegatedAt(sentence, start)) return 'none';
  if (!HAD_BEFORE.test(before) && !HAD_BEHIND.test(behind)) return null;
  const near = `${before.slice(-NEAR)} ${behind.slice(0, NEAR)}`;
  if (FAILED.test(near)) return 'failed';
  return HELPED.test(near) ? 'helped' : 'had';
}

/** How far from a treatment the words stand that tell of it. */
const REACH = 300;
const NEAR = 90;

interface Clause {
  readonly start: number;
  readonly end: number;
}

function clauseAt(clauses: readonly Clause[], offset: number): Clause {
  let low = 0;
  let high = clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((clauses[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return clauses[low] as Clause;
}

function clausesOf({ text }: Sentence): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { index } of text.matchAll(CLAUSES)) {
    clauses.push({ start, end: index });
    start = index;
  }
  return [...clauses, { start, end: text.length }];
}
