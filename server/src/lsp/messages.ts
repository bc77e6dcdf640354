import type { Translations } from '../core/words/translate';

/** Messages between this server and its own clients, beyond the protocol. Any client may leave them out. */

/** What a client may say in `initializationOptions`. */
export interface ClientOptions {
  /** Folder with the pages of the rules, ending in a slash. */
  readonly rulePages: string | null;
  /** What the server says, in the language of the client: translations by the English texts. Null leaves it English. */
  readonly translations: Translations | null;
  /**
   * The text of `built-in.json`, which the build writes beside the server, from a client that can read it where a worker
   * cannot.
   */
  readonly builtIn: string | null;
  /** Whether the client answers `ReadFile`; otherwise the server reads `file:` URIs itself, where it can. */
  readonly readsFiles: boolean;
  /** Whether the client answers `ListLetters`; otherwise the server looks into `file:` folders itself, where it can. */
  readonly listsLetters: boolean;
  /** Whether the client answers `LayeredSettings`; otherwise `workspace/configuration` is asked. */
  readonly layersSettings: boolean;
  /** Whether the client shows diagnostics beside a hover, so that the hover need not repeat them. */
  readonly showsDiagnosticsInHover: boolean;
  /** The client's command that brings up completion: run behind a proposal that the next one continues. */
  readonly suggestCommand: string | null;
  /** The client's command that goes to a place: a URI and a range are its arguments. */
  readonly showPlaceCommand: string | null;
  /** The client's command that shows places beside one: a URI, a position and locations are its arguments. */
  readonly showPlacesCommand: string | null;
  /** The client's command that opens the preview of a letter, whose URI is its argument; null if it shows none. */
  readonly previewCommand: string | null;
  /** Rules to do without, by their ids: they did not come to an end. */
  readonly withoutRules: readonly string[];
  /** Whether the client wants a note before each rule runs: the one that does not come to an end is to be found. */
  readonly notesRules: boolean;
}

/** The name under which editors keep the settings. */
export const settingsSection = 'determinationLetters';

/** Notification from the client: the line on which the cursor now stands. */
export const cursorLine = 'determinationLetters/cursorLine';
export interface CursorLineParams {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}

/** Request from the client: whether the server still answers; the result is null. */
export const alive = 'determinationLetters/alive';

/** Notification to the client that wants notes: the rule that is about to run, or null when it has come to its end. */
export const ruleRuns = 'determinationLetters/ruleRuns';
export interface RuleRunsParams {
  readonly rule: string | null;
}

/** Bytes: a larger file is no letter and no configuration, and is not read. */
export const mostFileBytes = 40_000_000;

/** More text is no letter, in UTF-16 units: to read it would hold up all others. */
export const mostText = 20_000_000;

/** Request to the client: the text of a file. */
export const readFile = 'determinationLetters/readFile';
export interface ReadFileParams {
  readonly uri: string;
  /** Folders: the file must stand in one of them, also when links are followed. */
  readonly within?: readonly string[];
}
export interface ReadFileResult {
  /** Null if there is no such file, or it cannot be read. */
  readonly text: string | null;
}

/** Request to the client: the letters of the workspace. */
export const listLetters = 'determinationLetters/listLetters';
export interface ListLettersParams {
  /** No more than these are wanted. */
  readonly most: number;
}
export interface ListLettersResult {
  readonly uris: readonly string[];
}

/** Request to the client: the settings that apply to a letter, those of the user apart from those of the workspace. */
export const layeredSettings = 'determinationLetters/settings';
export interface LayeredSettingsParams {
  readonly uri: string;
}
export interface LayeredSettingsResult {
  readonly user: unknown;
  readonly workspace: unknown;
}

/** Reads what a client says in `initializationOptions`; whatever is not as it should be counts as not said. */
export function readClientOptions(value: unknown): ClientOptions {
  const options = isObject(value) ? value : {};
  return {
    rulePages: readString(options['rulePages']),
    translations: readTranslations(options['translations']),
    builtIn: typeof options['builtIn'] === 'string' ? options['builtIn'] : null,
    readsFiles: options['readsFiles'] === true,
    listsLetters: options['listsLetters'] === true,
    layersSettings: options['layersSettings'] === true,
    showsDiagnosticsInHover: options['showsDiagnosticsInHover'] === true,
    suggestCommand: readString(options['suggestCommand']),
    showPlaceCommand: readString(options['showPlaceCommand']),
    showPlacesCommand: readString(options['showPlacesCommand']),
    previewCommand: readString(options['previewCommand']),
    withoutRules: readStrings(options['withoutRules']),
    notesRules: options['notesRules'] === true,
  };
}

/** More than every text of the server could take. UTF-16 units. */
const MOST_TRANSLATIONS = 1_000_000;

/** The texts among what is given; null where it is no such thing, or too much. */
function readTranslations(value: unknown): Translations | null {
  if (!isObject(value)) return null;
  const texts: Record<string, string> = {};
  let length = 0;
  for (const [text, translation] of Object.entries(value)) {
    if (typeof translation !== 'string') continue;
    length += text.length + translation.length;
    if (length > MOST_TRANSLATIONS) return null;
    texts[text] = translation;
  }
  return texts;
}

function readString(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function readStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
}

export function readCursorLine(value: unknown): CursorLineParams | null {
  if (!isObject(value)) return null;
  const { uri, line } = value as { readonly uri?: unknown; readonly line?: unknown };
  return typeof uri === 'string' && typeof line === 'number' ? { uri, line } : null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
