import type { CompiledProfile } from '../profile/compiled';
import { findTemplate } from '../profile/template';
import { lowerCase } from '../text/lowerCase';
import type { Span } from '../text/span';
import { squeeze } from '../text/words';
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
    for (const field of section.part.fields) {
      if (field.definition.kind !== 'credential') continue;
      const { role } = field.definition;
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
  const { body } = section.part;
  const lower = lowerCase(body.text);
  for (const template of profile.credentialProse) {
    const match = findTemplate(template, lower);
    if (!match) continue;
    return (['licensure', 'specialty'] as const).flatMap(role => {
      const value = match.values[role];
      if (!value) return [];
      const words = body.text.slice(value.start, value.end);
      return splitList(words, knownValues(profile, role)).map(({ start, end }) =>
        credential(role, words.slice(start, end), body.source(value.start + start, value.start + end), section.start),
      );
    });
  }
  return [];
}

function knownValues(profile: CompiledProfile, role: CredentialRole): ReadonlySet<string> {
  const fields = profile.profile.credentials.fields.filter(field => field.role === role);
  return new Set(fields.flatMap(field => field.values).map(comparable));
}

function comparable(value: string): string {
  return squeeze(value.replace(/&/g, ' and '));
}

/**
 * The values of a comma-separated list, trimmed, empty ones left out. In prose, where the known values are given, "and"
 * parts values, too, unless it belongs to a known one.
 */
function splitList(text: string, known?: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const piece of text.split(',')) {
    for (const { start, end } of known ? splitAtAnd(piece, known) : [{ start: 0, end: piece.length }]) {
      const words = piece.slice(start, end);
      const from = at + start + words.length - words.trimStart().length;
      if (words.trim() !== '') spans.push({ start: from, end: from + words.trim().length });
    }
    at += piece.length + 1;
  }
  return spans;
}

function splitAtAnd(piece: string, known: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  for (const match of piece.matchAll(/(?:^|\band\b)((?:(?!\band\b).)*)/g)) {
    const end = match.index + match[0].length;
    const start = end - (match[1] ?? '').length;
    if (open && known.has(comparable(piece.slice(open.start, end)))) open = { start: open.start, end };
    else {
      if (open) spans.push(open);
      open = { start, end };
    }
  }
  return open ? [...spans, open] : spans;
}
