import type { Span } from '../text/span';
import { t } from '../words/translate';

/**
 * Strict JSON read with the place of everything, which `JSON.parse` does not tell: problems of a file that a person
 * wrote are shown where they are.
 */
export type JsonNode =
  | { readonly kind: 'value'; readonly span: Span; readonly value: string | number | boolean | null }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] };

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

/** What is wrong with the text, and where; offsets are UTF-16 units. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    readonly span: Span,
    /** The same without words of the text. */
    readonly untold?: string,
  ) {
    super(message);
    this.name = 'JsonSyntaxError';
  }
}

/** Deeper nesting than any file of ours has, and than the stack bears. */
const DEEPEST = 100;

/** @throws {JsonSyntaxError} */
export function parseJsonTree(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

/** The plain value of a node. A key such as `__proto__` becomes an own property like any other. */
export function jsonValue(node: JsonNode): unknown {
  if (node.kind === 'value') return node.value;
  if (node.kind === 'array') return node.items.map(jsonValue);
  const object: Record<string, unknown> = {};
  for (const { key, value } of node.members) {
    Object.defineProperty(object, key, {
      value: jsonValue(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class Reader {
  private at: number;

  constructor(private readonly text: string) {
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  value(depth: number): JsonNode {
    this.space();
    const start = this.at;
    const char = this.text.charAt(start);
    if (depth > DEEPEST) throw this.error(t('This is nested too deeply.'), 1);
    if (char === '{') return this.object(start, depth);
    if (char === '[') return this.array(start, depth);
    if (char === '"') return { kind: 'value', value: this.string(), span: { start, end: this.at } };
    for (const [word, value] of WORDS) {
      if (!this.text.startsWith(word, start)) continue;
      this.at += word.length;
      return { kind: 'value', value, span: { start, end: this.at } };
    }
    NUMBER.lastIndex = start;
    const number = NUMBER.exec(this.text);
    if (!number)
      throw this.error(start < this.text.length ? t('A value is expected here.') : t('The file ends too early.'), 1);
    this.at = NUMBER.lastIndex;
    return { kind: 'value', value: Number(number[0]), span: { start, end: this.at } };
  }

  end(): void {
    this.space();
    if (this.at < this.text.length)
      throw this.error(t('Nothing may follow the value of the file.'), this.text.length - this.at);
  }

  private object(start: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    this.list('}', () => {
      const keyStart = this.at;
      if (this.text.charAt(keyStart) !== '"') throw this.error(t('A name in quotation marks is expected here.'), 1);
      const key = this.string();
      const keySpan = { start: keyStart, end: this.at };
      if (keys.has(key)) {
        const untold = t('This name stands here twice.');
        throw new JsonSyntaxError(t('"{0}" stands here twice.', key), keySpan, untold);
      }
      keys.add(key);
      this.space();
      if (this.text.charAt(this.at) !== ':') throw this.error(t('A colon is expected here.'), 1);
      this.at++;
      members.push({ key, keySpan, value: this.value(depth + 1) });
    });
    return { kind: 'object', members, span: { start, end: this.at } };
  }

  private array(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.list(']', () => items.push(this.value(depth + 1)));
    return { kind: 'array', items, span: { start, end: this.at } };
  }

  /** Reads from the opening bracket behind the closing one; `part` reads what stands between two commas. */
  private list(close: string, part: () => void): void {
    this.at++;
    this.space();
    if (this.text.charAt(this.at) === close) {
      this.at++;
      return;
    }
    for (;;) {
      part();
      this.space();
      const char = this.text.charAt(this.at);
      if (char !== ',' && char !== close) throw this.error(t('A comma or "{0}" is expected here.', close), 1);
      this.at++;
      if (char === close) return;
      this.space();
      if (this.text.charAt(this.at) === close) throw this.error(t('No comma may stand before the closing bracket.'), 1);
    }
  }

  private string(): string {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text.charAt(end) !== '"') end += this.text.charAt(end) === '\\' ? 2 : 1;
    try {
      const value = JSON.parse(this.text.slice(start, end + 1)) as string;
      this.at = end + 1;
      return value;
    } catch {
      throw this.error(t('This text is not closed, or holds a line end or a wrong escape.'), 1);
    }
  }

  private space(): void {
    while (' \t\r\n'.includes(this.text.charAt(this.at)) && this.at < this.text.length) this.at++;
  }

  private error(message: string, length: number): JsonSyntaxError {
    const start = Math.min(this.at, this.text.length);
    return new JsonSyntaxError(message, { start, end: Math.min(start + length, this.text.length) });
  }
}
