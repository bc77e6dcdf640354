import { z } from 'zod';
import { policies } from '../privacy/policy';
import { rules } from '../rules/index';
import { type Rule, type RuleOption, severities } from '../rules/rule';

/** What a team's `letters.config.json` and a writer's settings may say. */

const path = z.string().min(1).max(1000);
const severity = z.enum(['off', ...severities]).meta({
  enumDescriptions: [
    'Not checked.',
    'A letter with this must not go out.',
    'Very likely a mistake.',
    'Worth a look.',
    'A quiet suggestion.',
  ],
});

function optionSchema(option: RuleOption): z.ZodType {
  const { default: value } = option;
  const schema =
    typeof value === 'number'
      ? z.number()
      : typeof value === 'string'
        ? z.string().max(1000)
        : typeof value === 'boolean'
          ? z.boolean()
          : z.array(z.string().min(1).max(1000)).max(1000);
  return schema.describe(option.description);
}

function ruleSchema(rule: Rule): z.ZodType {
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => [name, optionSchema(option).optional()]);
  const withOptions = z.strictObject({ severity: severity.optional(), ...Object.fromEntries(options) });
  const names = options.map(([name]) => `"${name}"`).join(', ');
  const error = `Expected ${severity.options.join(', ')}, or an object with "severity"${names && ` and the options ${names}`}.`;
  return z.union([severity, withOptions], { error }).describe(`${rule.summary} By default: ${rule.severity}.`);
}

const ruleSettings = z
  .strictObject(Object.fromEntries(rules.map(rule => [rule.id, ruleSchema(rule).optional()])))
  .describe('Severity, or severity and options, of each rule that shall differ from its default.');

const shared = {
  profile: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe('The program the letters belong to: the id of a profile, or the path of a profile file.'),
  organisation: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('House name of the reviewing organisation in standard text, where it differs from the profile.'),
  rules: ruleSettings.optional(),
};

export const configSchema = z
  .strictObject({
    $schema: z.string().max(1000).optional(),
    ...shared,
    profiles: z
      .array(path)
      .max(50)
      .optional()
      .describe('Profile files that `profile` may name by their ids. Paths count from this file.'),
    catalogues: z
      .array(path)
      .max(50)
      .optional()
      .describe('Catalogue files that add to the built-in guidelines or replace some. Paths count from this file.'),
    vocabularies: z
      .array(path)
      .max(50)
      .optional()
      .describe(
        'Vocabulary files that add body parts, drugs, services, specialties and abbreviations, or words for those known. Paths count from this file.',
      ),
    policy: z
      .enum(policies)
      .optional()
      .describe('What counts as identifying a person: "posted" lets ages and dates stay, "safe-harbor" does not.'),
    names: path
      .optional()
      .describe(
        'File that lists names which must not stand in a letter: worker, physicians, employer. Its path counts from this file. Keep it out of version control.',
      ),
  })
  .describe('How the letters of this folder and the folders below it are read and checked.');

export const settingsSchema = z.strictObject({
  ...shared,
  catalogues: z
    .array(path)
    .max(50)
    .optional()
    .describe(
      'Catalogue files that add to the built-in guidelines. In user settings absolute paths, in workspace settings paths that count from the workspace folder.',
    ),
  quietTyping: z
    .strictObject({
      pause: z
        .number()
        .min(0)
        .max(60_000)
        .optional()
        .describe(
          'Milliseconds without typing after which the line being typed is checked too. It is also checked when the cursor leaves it and when the letter is saved. 0: at once.',
        ),
    })
    .optional(),
  trace: z
    .strictObject({
      server: z
        .enum(['off', 'messages', 'verbose'])
        .optional()
        .describe(
          'Shows in the output channel what the editor and the language server tell each other. Verbose shows letters.',
        ),
    })
    .optional(),
});

export type Config = z.infer<typeof configSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type SeverityChoice = z.infer<typeof severity>;
