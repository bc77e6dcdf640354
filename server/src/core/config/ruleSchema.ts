import * as z from 'zod/mini';
import { rules } from '../rules/index';
import { type Rule, type RuleOption, severities } from '../rules/rule';
import { t } from '../words/translate';

/** What may be said of rules: their severities and options. */

const severity = z.enum(['off', ...severities]).check(
  z.meta({
    enumDescriptions: [
      'Not checked.',
      'A letter with this must not go out.',
      'Very likely a mistake.',
      'Worth a look.',
      'A quiet suggestion.',
    ],
  }),
);

/** The values that an option may have: those of the kind of its default. */
export function optionSchema(option: RuleOption): z.ZodMiniType {
  const { default: value } = option;
  const schema =
    typeof value === 'number'
      ? z.number()
      : typeof value === 'string'
        ? z.string().check(z.maxLength(1000))
        : typeof value === 'boolean'
          ? z.boolean()
          : z.array(z.string().check(z.minLength(1), z.maxLength(1000))).check(z.maxLength(1000));
  return schema.check(z.describe(option.description));
}

function ruleSchema(rule: Rule): z.ZodMiniType {
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => [name, z.optional(optionSchema(option))]);
  const withOptions = z.strictObject({ severity: z.optional(severity), ...Object.fromEntries(options) });
  const names = options.map(([name]) => `"${name}"`).join(', ');
  const values = severity.options.join(', ');
  const error = () =>
    names === ''
      ? t('Expected {0}, or an object with "severity".', values)
      : t('Expected {0}, or an object with "severity" and the options {1}.', values, names);
  return z.union([severity, withOptions], { error }).check(z.describe(`${rule.summary} By default: ${rule.severity}.`));
}

export const ruleSettings = z
  .strictObject(Object.fromEntries(rules.map(rule => [rule.id, z.optional(ruleSchema(rule))])))
  .check(z.describe('Severity, or severity and options, of each rule that shall differ from its default.'));
