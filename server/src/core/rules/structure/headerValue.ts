import { distance } from 'fastest-levenshtein';
import type { HeaderField } from '../../language/tree';
import type { HeaderFieldDefinition } from '../../profile/schema';
import { printDay, readDay } from '../../text/dates';
import { squeeze } from '../../text/words';
import { anyOf } from '../../words/phrases';
import { t } from '../../words/translate';
import type { Severity } from '../rule';

/** What is wrong with the value of a field of the header. The message never repeats the value. */
export interface ValueProblem {
  readonly message: string;
  readonly atMost?: Severity;
  /** What may have been meant, the likeliest first. */
  readonly meant: readonly string[];
}

/** Null where the value is as it should be, or still a placeholder. */
export function valueProblem(field: HeaderField, caseNumber: string): ValueProblem | null {
  const { definition } = field;
  const value = field.text.text;
  if (value.includes('[[')) return null;
  if (value === '') {
    return { message: t('Nothing stands behind "{0}:". Write what belongs there.', definition.label), meant: [] };
  }
  if (definition.kind === 'date') return dateProblem(value, definition);
  if (definition.kind === 'caseNumber') return caseNumberProblem(value, definition, caseNumber);
  return definition.kind === 'word' ? wordProblem(value, definition) : null;
}

function dateProblem(value: string, { label }: HeaderFieldDefinition): ValueProblem | null {
  const day = readDay(value);
  if (day && printDay(day) === squeeze(value)) return null;
  if (day) {
    return {
      message: t(
        '"{0}" is a date that other letters write as mm/dd/yyyy. Write it so, and every reader finds and compares it at once.',
        label,
      ),
      atMost: 'hint',
      meant: [printDay(day)],
    };
  }
  return {
    message: t(
      '"{0}" does not hold a date. Deadlines and the guidelines in force are counted from the header\'s dates. Write it as mm/dd/yyyy.',
      label,
    ),
    meant: datesIn(value),
  };
}

const NUMERIC = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g;

/** The dates that stand among other words, also those with day and month changed over, as mm/dd/yyyy. */
function datesIn(value: string): string[] {
  const found = new Set<string>();
  for (const [, a, b, year] of value.slice(0, 200).matchAll(NUMERIC)) {
    const day = readDay(`${a}/${b}/${year}`) ?? readDay(`${b}/${a}/${year}`);
    if (day) found.add(printDay(day));
  }
  const words = readDay(value.replace(/[\s.,;]{1,9}$/, ''));
  if (words) found.add(printDay(words));
  return [...found];
}

function caseNumberProblem(value: string, { label }: HeaderFieldDefinition, form: string): ValueProblem | null {
  if (form === '' || hasForm(value, form)) return null;
  const meant = inForm(value, form);
  return {
    message: t(
      '"{0}" must look like {1}, each # a digit. Under another number the letter cannot be filed with its case. Correct it.',
      label,
      form,
    ),
    meant: meant === null ? [] : [meant],
  };
}

function hasForm(value: string, form: string): boolean {
  if (value.length !== form.length) return false;
  return [...form].every((c, i) => (c === '#' ? /\d/.test(value.charAt(i)) : c === value.charAt(i)));
}

/** The value's digits in the form, where there are as many and no other letters than the form's own. */
function inForm(value: string, form: string): string | null {
  if (value.length > 2 * form.length) return null;
  const digits = value.replace(/\D/g, '');
  const letters = (text: string) => text.replace(/[^a-z]/gi, '').toLowerCase();
  if (digits.length !== form.split('#').length - 1) return null;
  if (letters(value) !== '' && letters(value) !== letters(form)) return null;
  let at = 0;
  return form.replace(/#/g, () => digits.charAt(at++));
}

function wordProblem(value: string, { label, values }: HeaderFieldDefinition): ValueProblem | null {
  if (values.length === 0 || values.some(word => squeeze(word) === squeeze(value))) return null;
  const far = (word: string) => distance(squeeze(word), squeeze(value.slice(0, 60)));
  return {
    message: t(
      '"{0}" is one of {1}. Any other word is not understood where letters are counted. Choose one.',
      label,
      anyOf(values),
    ),
    meant: [...values].sort((a, b) => far(a) - far(b)).slice(0, 5),
  };
}
