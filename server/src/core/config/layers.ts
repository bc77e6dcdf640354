import type { FormatStyle } from '../language/format/format';
import type { Policy } from '../privacy/policy';
import type { RuleSetting } from '../setup';
import { type Display, mergeDisplay } from './display';
import type { FieldPath } from './problem';
import type { Config } from './schema';
import type { Settings } from './settingsSchema';

/** One place where something may be configured. */
export interface ConfigLayer {
  readonly kind: 'user' | 'file' | 'workspace';
  /** Where relative paths count from; null where only absolute ones are allowed. */
  readonly folder: string | null;
  readonly config: Config & Settings;
}

/** A value with the layer it comes from and its place in it. */
export interface Configured<T> {
  readonly value: T;
  readonly layer: ConfigLayer;
  readonly path: FieldPath;
}

export interface MergedConfig {
  readonly profile: Configured<string> | null;
  /** Profile files, by paths. */
  readonly profiles: readonly Configured<string>[];
  /** Catalogue files, by paths, the weakest first. */
  readonly catalogues: readonly Configured<string>[];
  /** Vocabulary files, by paths, the weakest first. */
  readonly vocabularies: readonly Configured<string>[];
  readonly organisation: string | null;
  readonly policy: Policy | null;
  /** The file that lists names. */
  readonly names: Configured<string> | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly quietPause: number;
  readonly format: FormatStyle;
  readonly linkedEditing: boolean;
  readonly display: Display;
  readonly workspaceDiagnostics: boolean;
}

/** Milliseconds. */
export const defaultQuietPause = 2000;

export const defaultWrap = 'join';

/** Puts the layers together, given weakest first. A rule's severity and each of its options are settings of their own. */
export function mergeLayers(layers: readonly ConfigLayer[]): MergedConfig {
  const rules: Record<string, RuleSetting> = {};
  for (const { config } of layers) {
    for (const [id, setting] of Object.entries(config.rules ?? {})) {
      if (setting !== undefined) rules[id] = { ...settingObject(rules[id]), ...settingObject(setting as RuleSetting) };
    }
    for (const [id, options] of Object.entries(config.ruleOptions ?? {})) {
      rules[id] = { ...settingObject(rules[id]), ...options };
    }
  }
  const last = <T>(read: (config: ConfigLayer['config']) => T | undefined): T | null =>
    layers.map(({ config }) => read(config)).findLast(value => value !== undefined) ?? null;
  return {
    profile: configured(layers, 'profile'),
    profiles: layers.flatMap(layer => configuredList(layer, 'profiles')),
    catalogues: layers.flatMap(layer => configuredList(layer, 'catalogues')),
    vocabularies: layers.flatMap(layer => configuredList(layer, 'vocabularies')),
    organisation: last(config => config.organisation),
    policy: last(config => config.policy),
    names: configured(layers, 'names'),
    rules,
    quietPause: last(config => config.quietTyping?.pause) ?? defaultQuietPause,
    format: { wrap: last(config => config.format?.wrap) ?? defaultWrap },
    linkedEditing: last(config => config.linkedEditing) ?? false,
    display: mergeDisplay(layers.map(({ config }) => config)),
    workspaceDiagnostics: last(config => config.workspaceDiagnostics) === 'on',
  };
}

function settingObject(setting: RuleSetting | undefined): Exclude<RuleSetting, string> {
  if (setting === undefined) return {};
  return typeof setting === 'string' ? { severity: setting } : setting;
}

function configured(layers: readonly ConfigLayer[], field: 'profile' | 'names'): Configured<string> | null {
  const layer = layers.findLast(({ config }) => config[field] !== undefined);
  return layer ? { value: layer.config[field] ?? '', layer, path: [field] } : null;
}

function configuredList(layer: ConfigLayer, field: 'profiles' | 'catalogues' | 'vocabularies'): Configured<string>[] {
  return (layer.config[field] ?? []).map((value, index) => ({ value, layer, path: [field, index] }));
}
