import assert from 'node:assert/strict';
import { type Letter, parseLetter } from '../../../server/src/core/language/letter';
import { compileProfile } from '../../../server/src/core/profile/compiled';
import { profileNamed } from '../../support/setup';

export const imr = compileProfile(profileNamed('ca-imr'));
export const federal = compileProfile(profileNamed('federal-external-review'));

export interface ItemSketch {
  title: string;
  /** The decision as written, or null. */
  decision: string | null;
  claims?: string;
  reviewer?: string;
  rationale?: string;
}

const names = {
  claimsGuideline: 'claims',
  reviewerGuideline: 'reviewer',
  rationale: 'rationale',
  other: 'other',
} as const;

/** Reads a letter, and sees that nothing of it is lost. */
export function read(text: string, profile = imr): Letter {
  const letter = parseLetter(text, profile);
  let at = 0;
  for (const { start, part } of letter.parts) {
    assert.equal(start, at);
    assert.equal(part.text, text.slice(start, start + part.text.length));
    at += part.text.length;
    let inPart = 0;
    for (const { span } of part.blocks) {
      assert.equal(span.start, inPart);
      assert.ok(span.end > span.start);
      inPart = span.end;
    }
    assert.equal(inPart, part.text.length);
    for (const field of part.fields) {
      for (const span of [field.span, field.label, field.value]) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= part.text.length);
      }
    }
  }
  assert.equal(at, text.length);
  return letter;
}

export function itemsOf(letter: Letter): ItemSketch[] {
  return letter.items.map(({ part }) => {
    const item: ItemSketch & { other?: string } = {
      title: part.title.text.text,
      decision: part.title.decision?.word ?? null,
    };
    for (const field of part.fields) {
      const name = names[field.definition.role];
      item[name] = item[name] === undefined ? field.text.text : `${item[name]} || ${field.text.text}`;
    }
    return item;
  });
}

export function headerOf(letter: Letter): Record<string, string> {
  return Object.fromEntries(letter.header.part.fields.map(field => [field.definition.label, field.text.text]));
}

/** A section as its heading, then its labels with their values. */
export function sectionsOf(letter: Letter): [heading: string, kind: string, fields: Record<string, string>][] {
  return letter.sections.map(({ part }) => [
    part.heading.title,
    part.sectionKind,
    Object.fromEntries(part.fields.map(field => [field.definition.label, field.text.text])),
  ]);
}

/** The text that `span` of the part that starts at `start` covers. */
export function covered(letter: Letter, start: number, span: { start: number; end: number }): string {
  return letter.source.text.slice(start + span.start, start + span.end);
}

/** The issues section with a lead-in and the text given. */
export function issues(...paragraphs: string[]): string {
  return ['# IMR ISSUES, DECISIONS AND RATIONALES', 'The decisions follow.', ...paragraphs].join('\n\n');
}

export const claimsLine = 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.';
export const reviewerLine =
  'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.';
export const rationaleLine = 'Decision rationale: The knee is stable. As such, the request is not medically necessary.';

/** The fields of an item as paragraphs. */
export const fields = [claimsLine, reviewerLine, rationaleLine].join('\n\n');
/** The same as they are read. */
export const fieldSketch = {
  claims: 'Decision based on MTUS Knee Complaints 2004.',
  reviewer: 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
  rationale: 'The knee is stable. As such, the request is not medically necessary.',
};
