import type { Catalogue } from './catalogue/catalogue';
import { compileGuidelineGrammar, type GuidelineGrammar } from './citations/grammar';
import type { NameList } from './privacy/nameList';
import { defaultPolicy, type Policy } from './privacy/policy';
import { type CompiledProfile, compileProfile } from './profile/compiled';
import type { Profile } from './profile/schema';
import { rules as allRules } from './rules/index';
import type { Rule, Severity, SeveritySetting } from './rules/rule';
import type { Vocabulary } from './vocabulary/schema';

/** How a rule is set: a severity, or a severity with options. */
export type RuleSetting =
  | SeveritySetting
  | ({ readonly severity?: SeveritySetting } & Readonly<Record<string, unknown>>);

export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** All that a letter is read and checked with. Immutable: a change of configuration makes a new one. */
export interface Setup {
  readonly profile: CompiledProfile;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  /** Null where the profile knows no guideline lines. */
  readonly grammar: GuidelineGrammar | null;
  readonly rules: readonly ActiveRule[];
  /** What counts as identifying a person. */
  readonly policy: Policy;
  /** Names that must not stand in a letter; null where none are listed. */
  readonly names: NameList | null;
}

export interface SetupInput {
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly policy?: Policy | null;
  readonly names?: NameList | null;
}

export function createSetup(input: SetupInput): Setup {
  const line = input.profile.guidelineLine;
  return {
    profile: compileProfile(input.profile),
    catalogue: input.catalogue,
    vocabulary: input.vocabulary,
    grammar: line && compileGuidelineGrammar(line, input.catalogue),
    rules: allRules.flatMap(rule => activate(rule, input.rules?.[rule.id])),
    policy: input.policy ?? defaultPolicy,
    names: input.names ?? null,
  };
}

function activate(rule: Rule, setting: RuleSetting | undefined): ActiveRule[] {
  const { severity = rule.severity, ...options } = typeof setting === 'object' ? setting : { severity: setting };
  if (severity === 'off') return [];
  const defaults = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
  );
  return [{ rule, severity, options: { ...defaults, ...options } }];
}
