import { credentialsOf } from '../../language/credentials';
import type { Placed, SectionField, SectionPart } from '../../language/tree';
import type { CredentialDefinition } from '../../profile/schema';
import type { TextEdit } from '../../text/span';
import { allOf, quote } from '../../words/phrases';
import { t } from '../../words/translate';
import { insertion } from '../edits';
import { startOfLine } from '../lineEdges';
import type { LetterRule } from '../rule';
import { headingSpan } from './sections';

export const rule: LetterRule = {
  id: 'missing-credentials',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: "The reviewer's licensure or specialty is not stated.",
  fix: 'offered',
  check(letter, { profile, facts }, report) {
    const section = letter.sections.find(s => s.part.sectionKind === 'how-made');
    if (!section) return;
    const stated = new Set<string>(credentialsOf(letter).map(credential => credential.role));
    const { fields } = profile.profile.credentials;
    const missing = fields.filter(field => !stated.has(field.role));
    if (missing.length === 0) return;
    const labels = allOf(missing.map(field => quote(field.label)));
    report({
      span: headingSpan(section),
      message:
        missing.length > 1
          ? t(
              "The reviewer's credentials are incomplete: {0} are not stated. They show that the reviewer was qualified to decide this case. State them in this section.",
              labels,
            )
          : t(
              "The reviewer's credentials are incomplete: {0} is not stated. They show that the reviewer was qualified to decide this case. State them in this section.",
              labels,
            ),
      fixes: () => [
        { title: t('Add {0}', labels), safe: false, edits: additions(missing, fields, section, facts.lineEnd) },
      ],
    });
  },
};

/** A line for each missing credential, beside the others in the profile's order, or else at the section's end. */
function additions(
  missing: readonly CredentialDefinition[],
  order: readonly CredentialDefinition[],
  { part, start }: Placed<SectionPart>,
  eol: string,
): TextEdit[] {
  const rank = (field: SectionField) => order.findIndex(d => d.role === field.definition.role);
  const present = part.fields.filter(field => field.definition.kind === 'credential');
  const end = part.text.trimEnd().length;
  let gap = eol + eol;
  return missing.map(definition => {
    const value = `[[${definition.label}]]`;
    const empty = present.find(field => field.definition.role === definition.role);
    if (empty) return insertion(start + empty.value.start, ` ${value}`);
    const before = present.findLast(field => rank(field) < order.indexOf(definition));
    if (before) return insertion(start + before.span.end, `${eol}${definition.label}: ${value}`);
    const after = present[0];
    if (after)
      return insertion(start + startOfLine(part.text, after.label.start), `${definition.label}: ${value}${eol}`);
    const line = `${gap}${definition.label}: ${value}`;
    gap = eol;
    return insertion(start + end, line);
  });
}
