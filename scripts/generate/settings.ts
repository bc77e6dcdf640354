import type { z } from 'zod';
import { type SettingInfo, settingGroups, settingsSchema } from '../../server/src/core/config/settingsSchema';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { rules } from '../../server/src/core/rules/index';
import { section } from './extension';
import { jsonSchema } from './schemas';
import type { Texts } from './texts';

type JsonSchema = z.core.JSONSchema.JSONSchema;
type Setting = JsonSchema & SettingInfo;

/** The editor's page of settings, a configuration for each group; its texts are keys of `texts`. */
export function settings(texts: Texts): object[] {
  const all = flat(jsonSchema(settingsSchema), '');
  const groups = Object.entries(settingGroups) as [SettingInfo['group'], string][];
  return groups.flatMap(([group, title], order) => {
    const own = all.filter(([, setting]) => setting.group === group);
    if (own.length === 0) return [];
    const properties = own.map(([name, setting], index) => [
      `${section}.${name}`,
      { ...described(name, setting, texts), default: setting.default, scope: 'resource', order: index },
    ]);
    return [
      {
        id: `${section}.${group}`,
        title: texts.key(`settings.group.${group}`, title),
        order,
        properties: Object.fromEntries(properties),
      },
    ];
  });
}

/** The settings of the schema by their names; objects within it that say no more are but parts of the names. */
function flat(schema: JsonSchema, prefix: string): [name: string, setting: Setting][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix + name;
    if (typeof property !== 'object') return [];
    if (isSetting(property)) return [[path, property]];
    if (property.type === 'object') return flat(property, `${path}.`);
    throw new Error(`The setting ${path} has no group and no default: make it with "setting"`);
  });
}

function isSetting(property: JsonSchema): property is Setting {
  return 'group' in property;
}

/** The editor's own form of a setting: no limits on lengths, which an editor only shows when it is too late. */
function described(name: string, setting: Setting, texts: Texts): object {
  const { minLength, maxLength, group, default: standard, examples: own = [], description = '', ...schema } = setting;
  const examples = name === 'profile' ? [...builtInProfiles.map(({ id }) => id), ...own] : own;
  const key = `settings.${name}`;
  return {
    ...localised(name === 'rules' ? { ...schema, properties: ruleSettings(schema) } : schema, key, texts),
    ...(examples.length > 0 && { examples }),
    markdownDescription: texts.key(key, description, { examples }),
  };
}

function ruleSettings(schema: JsonSchema): Record<string, JsonSchema> {
  return Object.fromEntries(rules.map(rule => [rule.id, ruleSetting(schema, rule.id)]));
}

/** Here a rule is set by its severity alone, which the page of settings can show; its options are settings of their own. */
function ruleSetting({ properties }: JsonSchema, id: string): JsonSchema {
  const rule = properties?.[id];
  const [severity] = typeof rule === 'object' ? (rule.anyOf ?? []) : [];
  if (typeof rule !== 'object' || typeof severity !== 'object') throw new Error(`The rule ${id} has no setting`);
  return { ...severity, ...(rule.description !== undefined && { description: rule.description }) };
}

/** The schema with keys in the place of its texts. */
function localised(schema: JsonSchema, key: string, texts: Texts): JsonSchema {
  const { description, enumDescriptions, properties, anyOf, ...rest } = schema;
  const inner = (value: boolean | JsonSchema, of: string): JsonSchema =>
    typeof value === 'object' ? localised(value, of, texts) : {};
  return {
    ...rest,
    ...(anyOf && { anyOf: anyOf.map(value => inner(value, key)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [name, inner(value, `${key}.${name}`)]),
      ),
    }),
    ...(Array.isArray(enumDescriptions) && {
      enumDescriptions: enumDescriptions.map((text, index) =>
        texts.choice(String(schema.enum?.[index]), String(text), key),
      ),
    }),
    ...(description !== undefined && { description: texts.key(key, description) }),
  };
}
