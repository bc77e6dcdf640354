import { datesOf } from '../../facts/dates';
import { necessityOf } from '../../facts/necessity';
import { personsOf } from '../../facts/persons';
import type { Sentence } from '../../facts/sentence';
import { sexWordsOf } from '../../facts/sex';

/** What a sentence of a rationale speaks of: this case, what holds for everybody, or neither clearly. */
export type Speaks = 'case' | 'guideline' | 'neither';

/** What was, and what the records have or lack, is of a case: guidelines speak of what is and should be. */
const OF_CASE = new RegExp(
  [
    'this|these|here|above|following|instant|present|current(?:ly)?|same|other|primary|prior|previous(?:ly)?|associated|concurrent|since|because|due to|given|item',
    'was|were|had|did|didn|has|hasn|having|been|underwent|received|trialed|showed|showing|revealed|revealing|noted|notes?|reported|reports?|demonstrated|submitted|provided|furnished|attached|completed|attended|denied',
    'records?|documentation|documented|charts?|file|available|history|examined|exam|evaluated|diagnosed|injured|injury|industrial|provider|treating|additional|documents|exceeds?|have included|requesting|requestor|claim|surgeon',
    'no evidence|no indication|no rationale|there is no|there are no|unclear|not clear|unknown|lack|lacks|lacking|missing|insufficient|(?:not|not been|is|are) met|(?:does|do) not (?:meet|have|appear|show)|not supported|in line|consistent with|certif\\w+|approv\\w+|modif\\w+',
  ]
    .map(words => `\\b(?:${words})\\b`)
    .join('|'),
  'i',
);
/** These speak of the case, but a bare conclusion has them too. */
const OF_REQUEST = /\b(?:request|requests|requested|prescribed|proposed|sought|treatment at issue)\b/i;
const OF_GUIDELINE =
  /\b(?:guidelines?|recommend(?:s|ed|ations?)?|indicated|indications?|criteria|should|advis(?:e|es|ed)|appropriate for|first[ -]line)\b/i;
/** A conclusion longer than this, in characters, says why. */
const LONGEST_CONCLUSION = 140;

/** What a sentence speaks of. Where in doubt, of the case. */
export function speaksOf(sentence: Sentence): Speaks {
  const { text } = sentence;
  const isConclusion = text.length <= LONGEST_CONCLUSION && sentence.of(necessityOf).length > 0;
  if (
    OF_CASE.test(
      isConclusion ? text.replace(/\b(?:this|the above|current) (?=request|service|treatment|item)/gi, '') : text,
    )
  )
    return 'case';
  if (!isConclusion && OF_REQUEST.test(text)) return 'case';
  if (sentence.of(personsOf).some(({ role }) => role === 'worker') || sentence.of(sexWordsOf).length > 0) return 'case';
  if (sentence.of(datesOf).length > 0 || /\d ?\/ ?10\b|\d out of 10/.test(text)) return 'case';
  return !isConclusion && OF_GUIDELINE.test(text) ? 'guideline' : 'neither';
}
