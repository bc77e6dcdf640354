import type { CompiledProfile } from '../profile/compiled';
import { findTemplate } from '../profile/template';
import type { Span } from '../text/span';
import type { Letter } from './letter';
import type { Placed, SectionPart } from './tree';

export type CredentialRole = 'licensure' | 'specialty';

/** One value of the reviewer's credentials, with its place in the letter. */
export interface Credential {
  readonly role: CredentialRole;
  readonly value: string;
  readonly span: Span;
}

/** The reviewer's credentials, in labelled fields or, as in older letters, in a sentence of prose. */
export function credentialsOf(letter: Letter): Credential[] {
  const found: Credential[] = [];
  for (const section of letter.sections) {
    if (section.part.sectionKind === 'summary' || section.part.sectionKind === 'issues') continue;
    for (const field of section.part.fields) {
      if (field.definition.kind !== 'credential') continue;
      const role = field.definition.role;
      for (const { start, end } of splitList(field.text.text)) {
        found.push(credential(role, field.text.text.slice(start, end), field.text.source(start, end), section.start));
      }
    }
  }
  if (found.length > 0) return found;
  for (const section of letter.sections) {
    if (section.part.sectionKind === 'how-made') found.push(...prose(section, letter.profile));
  }
  return found;
}

function credential(role: CredentialRole, value: string, span: Span, partStart: number): Credential {
  return { role, value, span: { start: span.start + partStart, end: span.end + partStart } };
}

function prose(section: Placed<SectionPart>, profile: CompiledProfile): Credential[] {
  const body = section.part.body;
  const lower = body.text.toLowerCase();
  for (const template of profile.credentialProse) {
    const match = findTemplate(template, lower);
    if (!match) continue;
    return (['licensure', 'specialty'] as const).flatMap(role => {
      const value = match.values[role];
      if (!value) return [];
      const words = body.text.slice(value.start, value.end);
      return splitList(words.replace(/ and /g, ' , , ')).map(({ start, end }) =>
        credential(role, words.slice(start, end), body.source(value.start + start, value.start + end), section.start),
      );
    });
  }
  return [];
}

/** The values of a comma-separated list, trimmed, empty ones left out. */
function splitList(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const piece of text.split(',')) {
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed !== '') spans.push({ start: at + lead, end: at + lead + trimmed.length });
    at += piece.length + 1;
  }
  return spans;
}
