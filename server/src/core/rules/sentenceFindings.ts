import type { Place } from '../facts/passages';
import { passagesOf } from '../facts/passages';
import type { Sentence } from '../facts/sentence';
import type { Part } from '../language/tree';
import type { Setup } from '../setup';
import { batchesOf } from './batches';
import { OneSentence } from './contexts';
import { finding, guarded, ofPart, type PartFinding, type RuleFailure } from './reports';

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

type ByPlace = Map<Place, WeakMap<Sentence, readonly PartFinding[]>>;

const known = new WeakMap<Setup, ByPlace>();

/** Of one sentence, counted in its text; looked for once for each place. */
function findingsOf(sentence: Sentence, place: Place, setup: Setup, failed: RuleFailure): readonly PartFinding[] {
  const kept = keptAt(place, setup);
  let findings = kept.get(sentence);
  if (!findings) {
    findings = look(sentence, place, setup, failed);
    kept.set(sentence, findings);
  }
  return findings;
}

function keptAt(place: Place, setup: Setup): WeakMap<Sentence, readonly PartFinding[]> {
  let places = known.get(setup);
  if (!places) {
    places = new Map();
    known.set(setup, places);
  }
  let kept = places.get(place);
  if (!kept) {
    kept = new WeakMap();
    places.set(place, kept);
  }
  return kept;
}

const NONE: readonly PartFinding[] = [];

function look(sentence: Sentence, place: Place, setup: Setup, failed: RuleFailure): readonly PartFinding[] {
  const findings: PartFinding[] = [];
  for (const active of batchesOf(setup).sentences.get(place) ?? []) {
    const { rule } = active;
    const context = new OneSentence(setup, active, place);
    guarded(rule, failed, () =>
      rule.check(sentence, context, report => findings.push(finding(active, report, failed))),
    );
  }
  return findings.length > 0 ? findings : NONE;
}
