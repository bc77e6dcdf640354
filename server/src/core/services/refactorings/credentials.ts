import { sentencesIn } from '../../facts/sentences';
import { type Credential, type CredentialRole, credentialsOf } from '../../language/credentials';
import { lineEndOf } from '../../rules/edits';
import { partIndexAt } from '../../rules/partIndexAt';
import type { TextEdit } from '../../text/span';
import { t } from '../../words/translate';
import { disabled, type Refactoring, type RefactoringPlace } from './refactoring';

/** Credentials that stand in a sentence, as in older letters, become fields at the end of their section. */
export function labelCredentials(place: RefactoringPlace): Refactoring[] {
  const { letter, span, isAsked } = place;
  const title = t("Give the reviewer's credentials lines of their own");
  const offer = { id: 'label-credentials', kind: 'rewrite', title } as const;
  const placed = letter.parts[partIndexAt(letter, span.start)];
  if (!isAsked || placed?.part.kind !== 'section' || placed.part.sectionKind !== 'how-made') return [];
  const credentials = credentialsOf(letter);
  if (placed.part.fields.some(({ definition }) => definition.kind === 'credential')) return [];
  if (credentials.length === 0) return [disabled(offer, t('No sentence of this section gives credentials.'))];
  return [{ ...offer, disabled: null, edits: () => edits(place, credentials) }];
}

function edits({ letter, setup }: RefactoringPlace, credentials: readonly Credential[]): TextEdit[] {
  const first = credentials[0]?.span.start ?? 0;
  const placed = letter.parts[partIndexAt(letter, first)];
  if (placed?.part.kind !== 'section') return [];
  const { body, text } = placed.part;
  const lineEnd = lineEndOf(letter.source.text);
  const at = body.at(first - placed.start);
  const stating = sentencesIn(body.text, setup.vocabulary).findLast(({ start }) => start <= at);
  const removed = stating && body.source(stating.start, stating.start + stating.sentence.text.length);
  const end = text.trimEnd().length;
  const lines = fieldLines(credentials, letter.profile.profile.credentials.fields);
  const fields: TextEdit = {
    span: { start: placed.start + end, end: placed.start + end },
    text: lineEnd.repeat(2) + lines.join(lineEnd),
  };
  if (!removed) return [fields];
  // The space before the sentence goes with it.
  const before = text.slice(0, removed.start).trimEnd().length;
  const isAlone = /[\r\n]/.test(text.slice(before, removed.start));
  const start = isAlone ? removed.start : before;
  const rest = /^[ \t]+/.exec(text.slice(removed.end))?.[0].length ?? 0;
  const stop = isAlone ? removed.end + rest : removed.end;
  return [{ span: { start: placed.start + start, end: placed.start + stop }, text: '' }, fields];
}

function fieldLines(
  credentials: readonly Credential[],
  fields: readonly { readonly role: CredentialRole; readonly label: string }[],
): string[] {
  return fields.flatMap(({ role, label }) => {
    const values = credentials.filter(credential => credential.role === role).map(({ value }) => value);
    return values.length > 0 ? [`${label}: ${values.join(', ')}`] : [];
  });
}
