import type { CatalogueClash } from '../catalogue/layers';
import type { CatalogueFile } from '../catalogue/schema';
import type { ListedNames } from '../privacy/nameList';
import type { Profile } from '../profile/schema';
import type { VocabularyClash } from '../vocabulary/layers';
import type { VocabularyFile } from '../vocabulary/schema';
import { quote } from '../words/phrases';
import { t } from '../words/translate';
import type { ConfigFile, ConfigFiles } from './configFiles';
import type { LayeredSettings, LetterPlace } from './configuration';
import type { ConfigLayer, Configured, MergedConfig } from './layers';
import type { Loaded } from './load';
import { aboutField, type ConfigurationProblem, type FieldPath } from './problem';
import type { Config } from './schema';
import type { Settings } from './settingsSchema';
import type { CatalogueText, VocabularyText } from './setups';
import { absoluteUri, folderOf, inFolder, isInside, resolveInside, shownPath } from './uris';

export const configFileName = 'letters.config.json';
const section = 'determinationLetters';
const clashSeverities = {
  reference: 'error',
  ambiguous: 'warning',
  replaced: 'information',
} as const;
const nowhere = { start: 0, end: 0 };

/** One reading of all that a letter is configured with, gathering what is wrong and which files it looked at. */
export class Reading {
  readonly problems: ConfigurationProblem[] = [];
  readonly looked = new Set<string>();
  private readonly texts = new Map<ConfigLayer, ConfigFile<unknown>>();

  constructor(
    private readonly files: ConfigFiles,
    private readonly place: LetterPlace,
    private readonly builtIn: readonly Profile[],
  ) {}

  /** What is configured, weakest first. */
  async layers(settings: LayeredSettings): Promise<ConfigLayer[]> {
    const { root } = this.place;
    const user = await this.settings(settings.user);
    const file = await this.nearest();
    const workspace = await this.settings(settings.workspace);
    const layers: ConfigLayer[] = [{ kind: 'user', folder: null, config: user }];
    if (file) {
      const layer = { kind: 'file', folder: folderOf(file.uri), config: file.value ?? {} } as const;
      this.texts.set(layer, file);
      layers.push(layer);
    }
    layers.push({ kind: 'workspace', folder: root, config: workspace });
    return layers;
  }

  /** The profile that is named, or the default where none is, or it cannot be had. */
  async profile({ profile, profiles }: MergedConfig): Promise<Profile> {
    const fallback = this.builtIn[0] as Profile;
    const listed = await Promise.all(profiles.map(each => this.profileFile(each)));
    if (!profile) return fallback;
    if (profile.value.endsWith('.json')) return (await this.profileFile(profile)) ?? fallback;
    const named = [...listed, ...this.builtIn].find(each => each?.id === profile.value);
    if (named) return named;
    // Of a file that is broken the id is not known: that it is broken is told already.
    if (listed.every(each => each !== null)) {
      const known = [...new Set([...this.builtIn, ...listed].map(each => quote(each?.id ?? '')))].join(', ');
      await this.add(profile, t('There is no profile "{0}". There are: {1}.', profile.value, known));
    }
    return fallback;
  }

  /** The catalogue files that are named and can be read, weakest first. */
  async catalogues({ catalogues }: MergedConfig): Promise<(CatalogueText & { readonly uri: string })[]> {
    const read = await Promise.all(
      catalogues.map(async configured => {
        const file = await this.file<CatalogueFile>(configured, async text => (await loader()).loadCatalogueFile(text));
        if (!file?.value) return [];
        const layer = configured.layer.kind === 'user' ? ('user' as const) : ('workspace' as const);
        const origin = shownPath(this.place.root, file.uri);
        return [{ uri: file.uri, text: file.text, file: { layer, origin, file: file.value } }];
      }),
    );
    return read.flat();
  }

  /** The vocabulary files that are named and can be read, weakest first. */
  async vocabularies({ vocabularies }: MergedConfig): Promise<(VocabularyText & { readonly uri: string })[]> {
    const read = await Promise.all(
      vocabularies.map(async configured => {
        const load = async (text: string) => (await loader()).loadVocabularyFile(text);
        const file = await this.file<VocabularyFile>(configured, load);
        if (!file?.value) return [];
        const origin = shownPath(this.place.root, file.uri);
        return [{ uri: file.uri, text: file.text, file: { origin, file: file.value } }];
      }),
    );
    return read.flat();
  }

  /** The names that must not stand in letters; null where no file of them is named, or it cannot be read. */
  async names({ names }: MergedConfig): Promise<ListedNames | null> {
    if (!names) return null;
    const file = await this.file<ListedNames>(names, async text => (await loader()).loadNames(text), hidden);
    return file?.value ?? null;
  }

  /** Tells of what does not go together with the rest, in the file that says it. */
  async clashes(
    clashes: readonly (CatalogueClash | VocabularyClash)[],
    files: readonly ((CatalogueText | VocabularyText) & { readonly uri: string })[],
  ): Promise<void> {
    for (const { file, path, message, kind } of clashes) {
      // The setup of the same content is kept: its files are those of an earlier reading.
      const read = files.find(each => each.file === file || each.file.origin === file.origin);
      if (read) await this.addAt(read.uri, read.text, path, message, clashSeverities[kind]);
    }
  }

  /** The nearest configuration file, from the letter's folder upward. */
  private async nearest(): Promise<ConfigFile<Config> | null> {
    for (const folder of this.folders()) {
      const uri = inFolder(folder, configFileName);
      const file = await this.read<Config>(uri, async text => (await loader()).loadConfigFile(text), folder);
      if (file) return file;
    }
    return null;
  }

  private folders(): string[] {
    const { uri, root } = this.place;
    if (uri === null) return root === null ? [] : [root];
    const folders = [folderOf(uri)];
    if (root === null || !isInside(root, uri)) return folders;
    for (let folder = folderOf(uri); isInside(root, folderOf(folder)) && folderOf(folder) !== folder; ) {
      folder = folderOf(folder);
      folders.push(folder);
    }
    return folders;
  }

  private profileFile(configured: Configured<string>): Promise<Profile | null> {
    const file = this.file<Profile>(configured, async text => (await loader()).loadProfile(text, this.builtIn));
    return file.then(read => read?.value ?? null);
  }

  /** The file that a path in the configuration names; if there is none, that is told where the path stands. */
  private async file<T>(
    configured: Configured<string>,
    load: (text: string) => Promise<Loaded<T>>,
    shown?: (text: string) => string,
  ): Promise<ConfigFile<T> | null> {
    const uri = await this.resolve(configured);
    if (uri === null) return null;
    const { kind, folder } = configured.layer;
    const file = await this.read(uri, load, kind === 'user' ? null : folder, shown);
    if (!file) await this.add(configured, t('There is no file "{0}", or it cannot be read.', configured.value));
    return file;
  }

  private async resolve(configured: Configured<string>): Promise<string | null> {
    const { value, layer } = configured;
    if (layer.kind === 'user') {
      const uri = absoluteUri(value);
      if (uri === null) await this.add(configured, t('"{0}" is no absolute path.', value));
      return uri;
    }
    const root = this.place.root ?? layer.folder;
    const uri = root === null || layer.folder === null ? null : resolveInside(root, layer.folder, value);
    if (uri === null) {
      await this.add(
        configured,
        layer.kind === 'file'
          ? t('"{0}" does not lead to a file in the folder of this file or the workspace.', value)
          : t('"{0}" does not lead to a file in the workspace folder.', value),
      );
    }
    return uri;
  }

  /**
   * `folder` is the one that the file must not leave by a link, unless for the workspace; null where it may be anywhere.
   * `shown` is the text of the file as a problem in it may show it.
   */
  private async read<T>(
    uri: string,
    load: (text: string) => Promise<Loaded<T>>,
    folder: string | null,
    shown = (text: string) => text,
  ): Promise<ConfigFile<T> | null> {
    const isNew = !this.looked.has(uri);
    this.looked.add(uri);
    const { root } = this.place;
    const within = folder === null ? undefined : root === null ? [folder] : [folder, root];
    const file = await this.files.read(uri, load, within);
    if (file && isNew) {
      const text = shown(file.text);
      for (const { path, span, message } of file.problems) {
        this.problems.push({ uri, text, span, severity: 'error', message: aboutField(path, message) });
      }
    }
    return file;
  }

  private async settings(value: unknown): Promise<Settings> {
    // Nothing set is the usual case, which needs no schema.
    if (value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0))
      return {};
    const { value: settings, problems } = (await loader()).loadSettings(value);
    for (const { path, message } of problems) this.addSetting(path, message);
    return settings;
  }

  /** A problem with a value of the configuration, in its file if it stands in one. */
  private async add({ layer, path }: Configured<unknown>, message: string): Promise<void> {
    const file = this.texts.get(layer);
    if (file) await this.addAt(file.uri, file.text, path, message, 'error');
    else this.addSetting(path, message);
  }

  private addSetting(path: FieldPath, message: string): void {
    this.problems.push({
      uri: null,
      text: '',
      span: nowhere,
      severity: 'error',
      message: aboutField([section, ...path], message),
    });
  }

  private async addAt(
    uri: string,
    text: string,
    path: FieldPath,
    message: string,
    severity: ConfigurationProblem['severity'],
  ): Promise<void> {
    for (const { span } of (await loader()).placed(text, [{ path, message }])) {
      this.problems.push({ uri, text, span, severity, message: aboutField(path, message) });
    }
  }
}

/** The text with its characters blanked, so that places in it stay and nothing of it is shown. */
function hidden(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Imported only when there is something to read: the schemas take time to load. */
function loader(): Promise<typeof import('./load')> {
  return import('./load');
}
