import * as z from 'zod/mini';
import { rules } from '../rules/index';
import { type Display, defaultDisplay } from './display';
import { defaultQuietPause, defaultWrap } from './layers';
import { optionSchema, ruleSettings } from './ruleSchema';
import { organisation, path, profile, wrap } from './schema';

/** What a writer's settings may say. */

/** The groups of the editor's page of settings, in its order, with their titles. */
export const settingGroups = {
  letter: 'The letter',
  checks: 'Checks',
  typing: 'While typing',
  display: 'Shown in the text',
  preview: 'Preview',
  formatting: 'Formatting and pasting',
  guidelines: 'Guidelines',
  troubleshooting: 'Troubleshooting',
} as const;

/** How the editor's page of settings shows a setting; within a group the order is that of the schema. */
export interface SettingInfo {
  readonly group: keyof typeof settingGroups;
  /** What counts where nothing is set; "" and an empty list or object count as nothing. */
  readonly default: unknown;
  readonly examples?: readonly unknown[];
}

function setting<T extends z.ZodMiniType>(schema: T, info: SettingInfo) {
  return z.optional(schema.check(z.meta({ ...info })));
}

/** A switch for something shown in the text. */
function shown<G extends keyof Display>(group: G, name: keyof Display[G], description: string) {
  return setting(z.boolean().check(z.describe(description)), {
    group: 'display',
    default: defaultDisplay[group][name],
  });
}

/** The options of rules, each a setting of its own, so that the page of settings can show it. */
const ruleOptions = z.strictObject(
  Object.fromEntries(
    rules
      .filter(rule => rule.options !== undefined)
      .map(rule => {
        const options = Object.entries(rule.options ?? {}).map(
          ([name, option]) =>
            [name, setting(optionSchema(option), { group: 'checks', default: option.default })] as const,
        );
        return [rule.id, z.optional(z.strictObject(Object.fromEntries(options)))] as const;
      }),
  ),
);

/** Objects within it that have no group are only parts of the settings' names. */
export const settingsSchema = z.strictObject({
  profile: setting(profile, { group: 'letter', default: '', examples: ['profiles/ours.letters-profile.json'] }),
  organisation: setting(organisation, { group: 'letter', default: '', examples: ['Example Review Services'] }),
  rules: setting(
    ruleSettings.check(z.describe('How severe each check is, where that shall differ from its default.')),
    {
      group: 'checks',
      default: {},
      examples: [{ 'plain-language': 'off', 'missing-ur-decision': 'warning' }],
    },
  ),
  ruleOptions: z.optional(ruleOptions),
  workspaceDiagnostics: setting(
    z.enum(['off', 'on']).check(
      z.describe('Checks all letters of the workspace, not only those that are open.'),
      z.meta({
        enumDescriptions: [
          'Only open letters are checked.',
          'Letters that are not open are checked too, and again when their files change.',
        ],
      }),
    ),
    { group: 'checks', default: 'off' },
  ),
  quietTyping: z.optional(
    z.strictObject({
      pause: setting(
        z
          .number()
          .check(
            z.minimum(0),
            z.maximum(60_000),
            z.describe(
              'Milliseconds without typing after which the line being typed is checked too. It is also checked when the cursor leaves it and when the letter is saved. 0: at once.',
            ),
          ),
        { group: 'typing', default: defaultQuietPause },
      ),
    }),
  ),
  linkedEditing: setting(
    z
      .boolean()
      .check(
        z.describe(
          "Typing over the worker's age, a side or a date changes it wherever the letter states the same fact in the same words. The editor's own setting for linked editing must be on as well.",
        ),
      ),
    { group: 'typing', default: false },
  ),
  inlayHints: z.optional(
    z.strictObject({
      citedPages: shown(
        'inlayHints',
        'citedPages',
        'Shows behind a cited page what stands on it, where that is known.',
      ),
      daysSinceInjury: shown(
        'inlayHints',
        'daysSinceInjury',
        'Shows behind the dates of the summary how many days after the injury they are, where the header has its date.',
      ),
      supersededEditions: shown(
        'inlayHints',
        'supersededEditions',
        'Shows behind a citation that its edition was not in force on the day that counts for the letter.',
      ),
    }),
  ),
  codeLenses: z.optional(
    z.strictObject({
      completeness: shown(
        'codeLenses',
        'completeness',
        'Shows above each disputed item whether it is decided and complete, and above the letter how many are.',
      ),
      citations: shown(
        'codeLenses',
        'citations',
        'Shows above a guideline line how many other letters of the workspace cite the same guideline.',
      ),
      preview: shown('codeLenses', 'preview', 'Shows above the letter a line that opens its preview.'),
    }),
  ),
  preview: z.optional(
    z.strictObject({
      appearance: setting(
        z
          .enum(['paper', 'theme'])
          .check(
            z.describe('The colors of the preview of a letter.'),
            z.meta({ enumDescriptions: ['Black on white, as it will be printed.', 'The colors of the editor.'] }),
          ),
        { group: 'preview', default: 'paper' },
      ),
    }),
  ),
  format: z.optional(
    z.strictObject({ wrap: setting(wrap, { group: 'formatting', default: defaultWrap, examples: [100] }) }),
  ),
  paste: z.optional(
    z.strictObject({
      cleanUp: setting(
        z
          .boolean()
          .check(
            z.describe(
              'Text that was copied from a PDF or a page of the web is pasted as clean markup. The editor then offers to paste it as it was.',
            ),
          ),
        { group: 'formatting', default: true },
      ),
    }),
  ),
  catalogues: setting(
    z
      .array(path)
      .check(
        z.maxLength(50),
        z.describe(
          'Catalogue files that add to the built-in guidelines. In user settings absolute paths, in workspace settings paths that count from the workspace folder.',
        ),
      ),
    { group: 'guidelines', default: [], examples: [['guidelines/ours.letters-catalogue.json']] },
  ),
  trace: z.optional(
    z.strictObject({
      server: setting(
        z
          .enum(['off', 'messages', 'verbose'])
          .check(
            z.describe(
              'Shows in the output channel which messages the editor and the language server send each other: their names, never the words of a letter.',
            ),
          ),
        { group: 'troubleshooting', default: 'off' },
      ),
    }),
  ),
});

export type Settings = z.infer<typeof settingsSchema>;
