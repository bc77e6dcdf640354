import * as z from 'zod/mini';
import type { Span } from '../text/span';
import { t } from '../words/translate';
import { issueWords } from './issueWords';
import { type JsonNode, JsonSyntaxError, jsonValue, parseJsonTree } from './jsonTree';

z.config({ localeError: issueWords });

/** What is wrong with a file, and where. */
export interface JsonProblem {
  /** Names and places from the top of the file; empty for the file as a whole. */
  readonly path: readonly (string | number)[];
  /** In the text of the file, UTF-16 units. */
  readonly span: Span;
  readonly message: string;
  /** The same without words of the file, where the message repeats some. */
  readonly untold?: string;
}

export type JsonResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

/** The most text that is read, in UTF-16 units. */
const LARGEST = 5_000_000;
const MOST_PROBLEMS = 100;
/** Names that reach the prototype of an object when they are copied carelessly; no file of ours has them. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a JSON file that comes from outside. Never throws: whatever is wrong is told with its place. */
export function validateJson<S extends z.ZodMiniType>(text: string, schema: S): JsonResult<z.output<S>> {
  if (text.length > LARGEST)
    return failed([], { start: 0, end: 0 }, t('The file is too large: 5 MB are read at most.'));
  let tree: JsonNode;
  try {
    tree = parseJsonTree(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return failed([], error.span, error.message, error.untold);
    throw error;
  }
  const forbidden = forbiddenKeys(tree, []);
  if (forbidden.length > 0) return { ok: false, problems: forbidden };
  const parsed = schema.safeParse(jsonValue(tree));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.slice(0, MOST_PROBLEMS).flatMap(issue => problemsOf(issue, tree)) };
}

function failed(path: JsonProblem['path'], span: Span, message: string, untold?: string) {
  const problem: JsonProblem = { path, span, message, ...(untold !== undefined && { untold }) };
  return { ok: false as const, problems: [problem] };
}

/** An issue at its field; unknown fields each at their name. */
function problemsOf(issue: z.core.$ZodIssue, tree: JsonNode): JsonProblem[] {
  const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: [...path, key],
      span: spanAt(tree, [...path, key], true),
      message: t('There is no field "{0}" here.', key),
    }));
  }
  return [{ path, span: spanAt(tree, path, false), message: issue.message }];
}

/** Where the value at `path` stands, or its name; of a field that is absent, the name of what lacks it. */
function spanAt(tree: JsonNode, path: readonly (string | number)[], ofKey: boolean): Span {
  let node = tree;
  let name: Span | null = null;
  for (const part of path) {
    const member = node.kind === 'object' ? node.members.find(({ key }) => key === part) : undefined;
    const next = node.kind === 'array' && typeof part === 'number' ? node.items[part] : member?.value;
    if (!next) return name ?? start(node);
    name = member ? member.keySpan : start(next);
    node = next;
  }
  if (ofKey) return name ?? start(node);
  return node.kind === 'value' ? node.span : (name ?? start(node));
}

/** The opening bracket: a whole object or list would underline the file. */
function start({ span }: JsonNode): Span {
  return { start: span.start, end: span.start + 1 };
}

function forbiddenKeys(node: JsonNode, path: readonly (string | number)[]): JsonProblem[] {
  if (node.kind === 'array') return node.items.flatMap((item, index) => forbiddenKeys(item, [...path, index]));
  if (node.kind !== 'object') return [];
  return node.members.flatMap(({ key, keySpan, value }) => {
    const here = [...path, key];
    const own = FORBIDDEN.has(key)
      ? [{ path: here, span: keySpan, message: t('The name "{0}" is not allowed.', key) }]
      : [];
    return [...own, ...forbiddenKeys(value, here)];
  });
}
