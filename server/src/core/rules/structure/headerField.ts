import type { Letter } from '../../language/letter';
import type { HeaderField } from '../../language/tree';
import type { HeaderFieldDefinition, Profile } from '../../profile/schema';
import type { Span, TextEdit } from '../../text/span';
import { quote } from '../../words/phrases';
import { t } from '../../words/translate';
import { insertion, lineEndOf } from '../edits';
import { endOfLine, startOfLine } from '../lineEdges';
import type { LetterRule } from '../rule';
import { type ValueProblem, valueProblem } from './headerValue';

/** How many fields are looked at: a header has a dozen, and more than that is other text. */
const MOST = 100;

export const rule: LetterRule = {
  id: 'header-field',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: 'A header without a field it needs, or a value that is no date, case number or known word.',
  fix: 'offered',
  check(letter, { profile: { profile } }, report) {
    const { fields } = letter.header.part;
    const required = profile.header.fields.filter(definition => definition.required);
    const missing = required.filter(definition => !fields.some(field => field.definition === definition));
    const labels = missing.map(definition => quote(definition.label)).join(', ');
    if (fields.length === 0) {
      const place = firstWords(letter);
      if (missing.length === 0 || !place) return;
      report({
        span: place,
        message: t(
          'The letter has no header. With {0} at its top, dates can be checked and the letter is found by its case. Add them if the letter does not get them elsewhere.',
          labels,
        ),
        atMost: 'information',
        fixes: () => [{ title: t('Add the header'), safe: false, edits: [newHeader(letter, missing, profile)] }],
      });
      return;
    }
    // The header stands at the letter's start: its offsets are the letter's.
    const first = fields[0] as HeaderField;
    if (missing.length > 0) {
      report({
        span: first.label,
        message:
          missing.length > 1
            ? t(
                'The header lacks {0}. Every letter states them, and its dates are checked against them. Fill in what is missing.',
                labels,
              )
            : t(
                'The header lacks {0}. Every letter states it, and its dates are checked against it. Fill in what is missing.',
                labels,
              ),
        fixes: () => [{ title: t('Add {0}', labels), safe: false, edits: additions(letter, missing, profile) }],
      });
    }
    for (const field of fields.slice(0, MOST)) {
      const problem = problemOf(field, profile);
      if (!problem) continue;
      const { message, meant, atMost } = problem;
      const isEmpty = field.value.end === field.value.start;
      report({
        span: isEmpty ? field.label : field.value,
        message,
        ...(atMost && { atMost }),
        fixes: () =>
          meant.map(text => ({ title: t('Write "{0}"', text), safe: false, edits: [{ span: field.value, text }] })),
      });
    }
  },
};

const problems = new WeakMap<HeaderField, ValueProblem | null>();

/** Worked out once for a field; a change of the profile reads the letter anew. */
function problemOf(field: HeaderField, profile: Profile): ValueProblem | null {
  let problem = problems.get(field);
  if (problem === undefined) {
    problem = valueProblem(field, profile.header.caseNumber);
    problems.set(field, problem);
  }
  return problem;
}

/** The first heading or title of a letter that has one. */
function firstWords({ sections, items, parts }: Letter): Span | null {
  const section = sections[0];
  if (section && section === parts[1]) {
    const { start, end } = section.part.heading.span;
    return { start: section.start + start, end: section.start + end };
  }
  const item = items[0];
  if (!item) return null;
  const { start, end } = item.part.title.span;
  return { start: item.start + start, end: item.start + end };
}

function line(definition: HeaderFieldDefinition, { header }: Profile): string {
  const form = { date: 'mm/dd/yyyy', caseNumber: header.caseNumber, word: definition.values.join(' or '), text: '' };
  return `${definition.label}: [[${form[definition.kind] || definition.label}]]`;
}

function newHeader(letter: Letter, missing: readonly HeaderFieldDefinition[], profile: Profile): TextEdit {
  const { text } = letter.source;
  const eol = lineEndOf(text);
  const at = text.startsWith('\ufeff') ? 1 : 0;
  return insertion(at, missing.map(definition => line(definition, profile) + eol).join('') + eol);
}

/** Each on a line of its own, below the field that comes before it in the profile, or at the top. */
function additions(letter: Letter, missing: readonly HeaderFieldDefinition[], profile: Profile): TextEdit[] {
  const { text } = letter.source;
  const { fields } = letter.header.part;
  const eol = lineEndOf(text);
  const order = profile.header.fields;
  const rank = (field: HeaderField) => order.indexOf(field.definition);
  return missing.map(definition => {
    const words = line(definition, profile);
    const above = fields.filter(field => rank(field) < order.indexOf(definition));
    const last = above.reduce<HeaderField | null>((a, b) => (a && rank(a) > rank(b) ? a : b), null);
    if (last) return insertion(endOfLine(text, last.span.end), eol + words);
    return insertion(startOfLine(text, (fields[0] as HeaderField).label.start), words + eol);
  });
}
