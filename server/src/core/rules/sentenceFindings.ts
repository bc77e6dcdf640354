import type { Place } from '../facts/passages';
import { passagesOf } from '../facts/passages';
import type { Sentence } from '../facts/sentence';
import type { Part } from '../language/tree';
import type { Setup } from '../setup';
import { type Active, batchesOf } from './batches';
import { OneSentence } from './contexts';
import { finding, guarded, ofPart, type PartFinding, type RuleFailure } from './reports';
import type { SentenceRule } from './rule';

/** What the rules of sentences find in a part, relative to it. */
export function sentenceFindings(part: Part, setup: Setup, failed: RuleFailure): PartFinding[] {
  const findings: PartFinding[] = [];
  for (const { place, text, sentences } of passagesOf(part, setup.vocabulary)) {
    for (const { start, sentence } of sentences) {
      for (const found of findingsOf(sentence, place, setup, failed)) findings.push(ofPart(found, start, text));
    }
  }
  return findings;
}

/** Of one sentence, counted in its text; looked for once for each place. */
function findingsOf(sentence: Sentence, place: Place, setup: Setup, failed: RuleFailure): readonly PartFinding[] {
  const rules = batchesOf(setup).sentences.get(place);
  return rules ? sentence.kept(rules, () => look(sentence, place, rules, setup, failed)) : NONE;
}

const NONE: readonly PartFinding[] = [];

function look(
  sentence: Sentence,
  place: Place,
  rules: readonly Active<SentenceRule>[],
  setup: Setup,
  failed: RuleFailure,
): readonly PartFinding[] {
  const findings: PartFinding[] = [];
  for (const active of rules) {
    const { rule } = active;
    const context = new OneSentence(setup, active, place);
    guarded(rule, failed, () =>
      rule.check(sentence, context, report => findings.push(finding(active, report, failed))),
    );
  }
  return findings.length > 0 ? findings : NONE;
}
