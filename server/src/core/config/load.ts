import * as z from 'zod/mini';
import { loadCatalogue } from '../catalogue/load';
import type { CatalogueFile } from '../catalogue/schema';
import type { ListedNames } from '../privacy/nameList';
import { nameRoles } from '../privacy/nameList';
import { namesSchema } from '../privacy/schema';
import { type Profile, profileSchema } from '../profile/schema';
import { loadVocabulary } from '../vocabulary/load';
import type { VocabularyFile } from '../vocabulary/schema';
import { quote } from '../words/phrases';
import { t } from '../words/translate';
import { type JsonProblem, type JsonResult, validateJson } from './json';
import { jsonValue, parseJsonTree } from './jsonTree';
import type { FieldPath } from './problem';
import { type Config, configSchema } from './schema';
import { type Settings, settingsSchema } from './settingsSchema';

/*
 * Reads what comes from outside. The only part of the configuration that needs the schemas: it is imported when there is
 * something to read.
 */

/** What could be read, and what is wrong with the rest. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly problems: readonly JsonProblem[];
}

/** What is wrong inside an entry of a file takes the whole entry: so deep stand the entries. */
const entryDepth = 2;
/** An entry taken out may be missed by another one, which goes next. */
const maxRounds = 5;

export function loadConfigFile(text: string): Loaded<Config> {
  return salvaged(text, each => validateJson(each, configSchema));
}

export function loadCatalogueFile(text: string): Loaded<CatalogueFile> {
  return salvaged(text, loadCatalogue);
}

export function loadVocabularyFile(text: string): Loaded<VocabularyFile> {
  return salvaged(text, loadVocabulary);
}

/** A list of names. What is wrong is told in words that repeat nothing of the file. */
export function loadNames(text: string): Loaded<ListedNames> {
  const { value, problems } = salvaged(text, each => validateJson(each, namesSchema));
  return {
    value,
    problems: problems.map(problem => ({ path: [], span: problem.span, message: untold(problem) })),
  };
}

function untold({ path, message, untold: words = message }: JsonProblem): string {
  if (path.length === 0) return words;
  const fields = nameRoles.map(role => quote(role)).join(', ');
  return t(
    'This does not belong in a list of names. It holds {0}, each a list of names of 2 to 100 characters, 500 at most.',
    fields,
  );
}

/** A profile is taken whole or not at all: with a part of it, letters would be read as something they are not. */
export function loadProfile(text: string, builtIn: readonly Profile[]): Loaded<Profile> {
  const extended = z.pipe(
    z.transform(value => overBase(value, builtIn)),
    profileSchema,
  );
  const result = validateJson(text, extended);
  if (!result.ok) return { value: null, problems: result.problems };
  const { extends: base } = result.value;
  if (base === undefined || builtIn.some(({ id }) => id === base)) return { value: result.value, problems: [] };
  const known = builtIn.map(({ id }) => quote(id)).join(', ');
  const message = t('There is no built-in profile "{0}". There are: {1}.', base, known);
  return { value: null, problems: placed(text, [{ path: ['extends'], message }]) };
}

/** Settings come as a value; what an editor sends for a setting that is not set counts as absent. */
export function loadSettings(value: unknown): { readonly value: Settings; readonly problems: readonly JsonProblem[] } {
  const text = JSON.stringify(value, (_, each: unknown) => (each === null || each === '' ? undefined : each)) ?? '{}';
  const { value: settings, problems } = salvaged(text, each => validateJson(each, settingsSchema));
  return { value: settings ?? {}, problems };
}

/** Gives problems found later their places in the file. */
export function placed(text: string, problems: readonly { path: FieldPath; message: string }[]): JsonProblem[] {
  const schema = z.unknown().check(
    z.superRefine((_, context) => {
      for (const { path, message } of problems) context.addIssue({ code: 'custom', path: [...path], message });
    }),
  );
  const result = validateJson(text, schema);
  return result.ok ? [] : [...result.problems];
}

function salvaged<T>(text: string, load: (text: string) => JsonResult<T>): Loaded<T> {
  const first = load(text);
  let result = first;
  let rest = text;
  for (let round = 0; !result.ok && round < maxRounds; round++) {
    const pruned = without(rest, result.problems);
    if (pruned === null) break;
    rest = pruned;
    result = load(rest);
  }
  return { value: result.ok ? result.value : null, problems: first.ok ? [] : first.problems };
}

/** The file without the entries that have problems; null if that would not help. */
function without(text: string, problems: readonly JsonProblem[]): string | null {
  if (problems.some(({ path }) => path.length === 0)) return null;
  const value = jsonValue(parseJsonTree(text));
  const paths = problems.map(({ path }) => path.slice(0, entryDepth));
  // From the back, so that places in lists stay as they are for those still to go.
  paths.sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
  const gone = new Set<string>();
  for (const path of paths) {
    const name = JSON.stringify(path);
    if (!gone.has(name)) removeAt(value, path);
    gone.add(name);
  }
  const pruned = JSON.stringify(value);
  return pruned === JSON.stringify(jsonValue(parseJsonTree(text))) ? null : pruned;
}

function removeAt(value: unknown, path: FieldPath): void {
  const [head, ...rest] = path;
  if (head === undefined || typeof value !== 'object' || value === null) return;
  if (rest.length > 0) removeAt((value as Record<string | number, unknown>)[head], rest);
  else if (Array.isArray(value)) value.splice(Number(head), 1);
  else delete (value as Record<string | number, unknown>)[head];
}

/** What a file says, over the built-in profile it extends: objects field by field, lists and values as a whole. */
function overBase(value: unknown, builtIn: readonly Profile[]): unknown {
  if (!isRecord(value)) return value;
  const base = builtIn.find(({ id }) => id === value['extends']);
  return base ? overlaid(base, value) : value;
}

function overlaid(base: unknown, value: unknown): unknown {
  if (!isRecord(base) || !isRecord(value)) return value;
  const result: Record<string, unknown> = { ...base };
  for (const [key, own] of Object.entries(value)) result[key] = overlaid(base[key], own);
  return result;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
