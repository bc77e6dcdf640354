import { l10n } from 'vscode';
import type { NewLetterField, NewLetterForm } from '../../../server/src/core/services/newLetter';
import { type Answer, askText, askWord, type CheckedText, type Step } from './steps';

/** What the writer said of the case; fields left open are not among the values. */
export interface Given {
  readonly values: Readonly<Record<string, string>>;
  readonly services: readonly string[];
}

/** Reads a value beside the others. */
export type CheckValue = (values: Given['values'], label: string) => Promise<CheckedText>;

/** Asks for the header field by field, then for the services in dispute. Null if the writer thinks better of it. */
export async function askHeader({ fields, profile }: NewLetterForm, check: CheckValue): Promise<Given | null> {
  let values: Record<string, string> = {};
  let services = '';
  const totalSteps = fields.length + 1;
  for (let index = 0; index < totalSteps; ) {
    const field = fields[index];
    const shared = { title: l10n.t('New Letter: {0}', profile.title), step: index + 1, totalSteps };
    const answer: Answer<string> = field
      ? await askField({ ...shared, prompt: promptOf(field), value: values[field.label] ?? '' }, field, values, check)
      : await askServices({ ...shared, value: services });
    if (answer === 'end') return null;
    if (answer === 'back') index--;
    else {
      if (field) values = { ...values, [field.label]: answer.value };
      else services = answer.value;
      index++;
    }
  }
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return { values: Object.fromEntries(given), services: splitServices(services) };
}

function askField(
  step: Step,
  field: NewLetterField,
  values: Given['values'],
  check: CheckValue,
): Promise<Answer<string>> {
  if (field.values.length > 0) return askWord(step, field.values);
  return askText({ ...step, placeholder: field.form }, text => check({ ...values, [field.label]: text }, field.label));
}

function promptOf({ label, required }: NewLetterField): string {
  return required
    ? l10n.t('{0}. Leave it empty to fill it in later.', label)
    : l10n.t('{0}. Leave it empty if the letter does not state it.', label);
}

function askServices(step: Omit<Step, 'prompt'>): Promise<Answer<string>> {
  const prompt = l10n.t('The disputed services, each as the title of an item, with a semicolon between two.');
  const placeholder = l10n.t('MRI of the right knee; physical therapy, 6 visits');
  return askText({ ...step, prompt, placeholder }, async value => ({ value, problem: null }));
}

export function splitServices(text: string): string[] {
  return text
    .split(';')
    .map(service => service.trim())
    .filter(service => service !== '');
}
