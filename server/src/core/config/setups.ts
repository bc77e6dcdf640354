import type { BuiltIn } from '../builtIn';
import { type LayeredFile, weakestLayer } from '../catalogue/catalogue';
import { type CatalogueClash, layerCatalogues } from '../catalogue/layers';
import { compileNames, type ListedNames } from '../privacy/nameList';
import type { Policy } from '../privacy/policy';
import type { Profile } from '../profile/schema';
import { createSetup, type RuleSetting, type Setup } from '../setup';
import { joinVocabularies } from '../vocabulary/extend';
import { type LayeredVocabulary, layerVocabularies, type VocabularyClash } from '../vocabulary/layers';

/** A catalogue file with the text it was read from. */
export interface CatalogueText {
  readonly file: LayeredFile;
  readonly text: string;
}

/** A vocabulary file with the text it was read from. */
export interface VocabularyText {
  readonly file: LayeredVocabulary;
  readonly text: string;
}

export interface SetupContent {
  /** Always the same. */
  readonly builtIn: BuiltIn;
  readonly profile: Profile;
  readonly organisation: string | null;
  readonly catalogues: readonly CatalogueText[];
  readonly vocabularies: readonly VocabularyText[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly policy: Policy | null;
  readonly listedNames: ListedNames | null;
}

type LayeredCatalogue = ReturnType<typeof layerCatalogues>;

/** So many different configurations are kept; more are hardly ever open at once. */
const kept = 16;

/**
 * Makes setups, the same one for the same content: what letters were read and checked with is known by its identity.
 */
export class Setups {
  private readonly setups = new Map<string, Setup>();
  private readonly catalogues = new Map<string, LayeredCatalogue>();
  private readonly vocabularies = new Map<string, ReturnType<typeof layerVocabularies>>();

  of(content: SetupContent): {
    readonly setup: Setup;
    /** Equal for equal content, whoever made the setup. */
    readonly key: string;
    readonly clashes: readonly (CatalogueClash | VocabularyClash)[];
  } {
    const { builtIn, profile, organisation, catalogues, vocabularies, rules, policy, listedNames } = content;
    const catalogueKey = JSON.stringify([
      profile.catalogues,
      catalogues.map(({ file, text }) => [file.layer, file.origin, text]),
    ]);
    const layered = remembered(this.catalogues, catalogueKey, () =>
      layerCatalogues([...weakestLayer(builtIn.catalogues, profile.catalogues), ...catalogues.map(({ file }) => file)]),
    );
    const vocabularyKey = JSON.stringify(vocabularies.map(({ file, text }) => [file.origin, text]));
    const words = remembered(this.vocabularies, vocabularyKey, () =>
      layerVocabularies(
        joinVocabularies(builtIn.vocabularies),
        vocabularies.map(({ file }) => file),
      ),
    );
    const key = JSON.stringify([
      profile,
      organisation,
      sorted(rules),
      catalogueKey,
      vocabularyKey,
      policy,
      listedNames,
    ]);
    const setup = remembered(this.setups, key, () =>
      createSetup({
        profile: organisation === null ? profile : { ...profile, organisation },
        catalogue: layered.catalogue,
        vocabulary: words.vocabulary,
        rules,
        policy,
        names: listedNames && compileNames(listedNames),
      }),
    );
    return { setup, key, clashes: [...layered.clashes, ...words.clashes] };
  }
}

function sorted(rules: SetupContent['rules']): unknown {
  return Object.entries(rules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, setting]) => [id, typeof setting === 'string' ? setting : Object.entries(setting).sort()]);
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
  return value;
}
