import type { Letter } from '../../language/letter';
import { type DecisionMatch, matchDecision } from '../../language/names';
import type { Placed, SectionField, SectionPart } from '../../language/tree';
import type { CompiledProfile } from '../../profile/compiled';
import { type Span, shift } from '../../text/span';

/** The labelled line that decides the case, in a profile where the case is decided as a whole. */
export interface CaseDecision {
  readonly label: Span;
  /** What stands for the decision: the first sentence behind the label. Empty where there is none. */
  readonly word: string;
  readonly span: Span;
  readonly match: DecisionMatch | null;
}

/** The first such line of the letter that says something, else the first; offsets count from the letter's start. */
export function caseDecisionOf(letter: Letter): CaseDecision | null {
  const lines = letter.sections.flatMap(section =>
    section.part.fields.filter(isCaseDecision).map(field => read(field, section, letter.profile)),
  );
  return lines.find(line => line.word !== '') ?? lines[0] ?? null;
}

function isCaseDecision(field: SectionField): boolean {
  return field.definition.kind === 'caseDecision';
}

function read(field: SectionField, section: Placed<SectionPart>, profile: CompiledProfile): CaseDecision {
  const { text } = field.text;
  const stop = /[.;(]/.exec(text)?.index ?? text.length;
  const word = text.slice(0, stop).trimEnd();
  return {
    label: shift(field.label, section.start),
    word,
    span: shift(word === '' ? field.value : field.text.source(0, word.length), section.start),
    match: matchDecision(word, profile),
  };
}
