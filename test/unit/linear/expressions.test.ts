import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { build, transform } from 'esbuild';
import { analyse } from 'scslre';

/*
 * No expression of ours takes a time that grows faster than the text: none that goes back and forth between two
 * quantifiers, and none that, where it fails, begins anew at every character of what it has already read.
 */

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

describe('every expression is linear', function () {
  this.timeout(60_000);

  it('tells one that is not', () => {
    for (const [source, flags] of [
      ['(?:a+)+b', ''],
      ['(?:a|a)*b', ''],
      ['\\s*\\s*x', ''],
      ['\\s+$', ''],
      ['[a-z]+-\\n', 'gi'],
    ] as const) {
      assert.notEqual(problemOf({ where: '', source, flags }), null, source);
    }
    assert.equal(problemOf({ where: '', source: '(?<![a-z])[a-z]+-\\n', flags: 'g' }), null);
  });

  it('as it is written', async () => {
    const files = ['server/src', 'client/src'].flatMap(sourceFiles);
    const expressions = (await Promise.all(files.map(literalsOf))).flat();
    assert.ok(expressions.length > 500, `${expressions.length} expressions`);
    assertLinear(expressions);
  });

  it('as it is made of words', async () => {
    const expressions = await expressionsMade();
    assert.ok(expressions.length > 20, `${expressions.length} expressions`);
    assertLinear(expressions);
  });
});

function assertLinear(expressions: readonly Expression[]): void {
  assert.deepEqual(
    expressions.flatMap(one => problemOf(one) ?? []),
    [],
  );
}

function problemOf({ where, source, flags }: Expression): string | null {
  const { reports } = analyse({ source, flags }, { maxReports: 1 });
  const [report] = reports;
  if (!report) return null;
  return `${where}: /${source.slice(0, 200)}/${flags} on many of ${JSON.stringify(report.character.pick)} (${report.type})`;
}

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts')).map(name => join(folder, name));
}

async function literalsOf(file: string): Promise<Expression[]> {
  const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', target: 'esnext' });
  const found: Expression[] = [];
  const pending: unknown[] = [parse(code, { ecmaVersion: 'latest', sourceType: 'module' })];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) found.push({ where: file, source: regex.pattern, flags: regex.flags });
    else pending.push(...Object.values(node));
  }
  return found;
}

/** Those that core makes of lists of words while it is loaded and reads the examples and fixtures. */
async function expressionsMade(): Promise<Expression[]> {
  const { outputFiles } = await build({
    stdin: { contents: "export { checkAll } from './test/unit/linear/checkAll'", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
  });
  const found = new Map<string, Expression>();
  class Recorded extends RegExp {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      found.set(`${this.source}/${this.flags}`, { where: 'made', source: this.source, flags: this.flags });
    }

    // What `split` and `matchAll` copy is an expression like any other.
    static override get [Symbol.species](): RegExpConstructor {
      return RegExp;
    }
  }
  const module = { exports: {} as { checkAll: () => void } };
  const run = new Function('RegExp', 'require', 'module', 'exports', outputFiles[0]?.text ?? '');
  run(Recorded, require, module, module.exports);
  module.exports.checkAll();
  return [...found.values()];
}
