import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { defaultQuietPause } from '../../server/src/core/config/layers';
import { settingsSchema } from '../../server/src/core/config/schema';
import { rules } from '../../server/src/core/rules/index';
import { jsonSchema } from './schemas';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const section = 'determinationLetters';
const language = 'determination-letter';
const category = 'Determination Letters';

/** Values that count where nothing is set; "" and an empty list or object count as nothing. */
const defaults: Readonly<Record<string, unknown>> = {
  profile: '',
  organisation: '',
  catalogues: [],
  rules: {},
  'quietTyping.pause': defaultQuietPause,
  'trace.server': 'off',
};

/** The order in the editor's list of settings. */
const order = Object.keys(defaults);

const commands = {
  checkNow: 'Check Now',
  fixAll: 'Fix All Safe Problems',
  openRulePage: 'Open Rule Page',
  restartServer: 'Restart Server',
};
/** These are about the letter in the editor. */
const commandsOfLetters = ['checkNow', 'fixAll'];

/** The parts of the manifest that follow from the schemas and the rules; the others stay as they are. */
export function outputs(): Record<string, string> {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>;
  manifest['contributes'] = {
    ...manifest['contributes'],
    configuration: [{ title: category, properties: settings() }],
    configurationDefaults: {
      [`[${language}]`]: { 'editor.wordWrap': 'on', 'editor.wordBasedSuggestions': 'off' },
    },
    commands: Object.entries(commands).map(([name, title]) => ({ command: `${section}.${name}`, title, category })),
    menus: {
      commandPalette: commandsOfLetters.map(name => ({
        command: `${section}.${name}`,
        when: `editorLangId == ${language}`,
      })),
    },
    jsonValidation: [
      { fileMatch: 'letters.config.json', url: './server/data/schemas/config.schema.json' },
      { fileMatch: '*.letters-catalogue.json', url: './server/data/schemas/catalogue.schema.json' },
      { fileMatch: '*.letters-profile.json', url: './server/data/schemas/profile.schema.json' },
      { fileMatch: '*.letters-vocabulary.json', url: './server/data/schemas/vocabulary.schema.json' },
      { fileMatch: '*.letters-names.json', url: './server/data/schemas/names.schema.json' },
    ],
  };
  manifest['capabilities'] = { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true };
  return { 'package.json': `${JSON.stringify(manifest, null, 2)}\n` };
}

function settings(): Record<string, object> {
  const found = new Map(flat(jsonSchema(settingsSchema), ''));
  const unknown = [...found.keys()].filter(name => !order.includes(name));
  if (unknown.length > 0) throw new Error(`Settings without a default: ${unknown.join(', ')}`);
  return Object.fromEntries(
    order.map((name, index) => [
      `${section}.${name}`,
      { ...described(name, found.get(name) ?? {}), default: defaults[name], scope: 'resource', order: index },
    ]),
  );
}

/** The settings of the schema by their names; objects within it are but parts of the names. */
function flat(schema: JsonSchema, prefix: string): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix + name;
    if (typeof property !== 'object') return [];
    return property.type === 'object' && path !== 'rules' ? flat(property, `${path}.`) : [[path, property]];
  });
}

/** The editor's own form of a setting: no limits on lengths, which an editor only shows when it is too late. */
function described(name: string, { minLength, maxLength, ...schema }: JsonSchema): object {
  if (name !== 'rules') return schema;
  return { ...schema, properties: Object.fromEntries(rules.map(rule => [rule.id, ruleSetting(schema, rule.id)])) };
}

/** A rule without options is set by its severity alone, which the editor's list of settings can show. */
function ruleSetting({ properties }: JsonSchema, id: string): object {
  const rule = properties?.[id];
  const [severity, withOptions] = typeof rule === 'object' ? (rule.anyOf ?? []) : [];
  if (typeof rule !== 'object' || typeof severity !== 'object' || typeof withOptions !== 'object') {
    throw new Error(`The rule ${id} has no setting`);
  }
  const hasOptions = Object.keys(withOptions.properties ?? {}).length > 1;
  return hasOptions ? rule : { ...severity, description: rule.description };
}
