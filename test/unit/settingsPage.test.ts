import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../server/src/core/rules/index';

interface Setting {
  readonly type?: string;
  readonly order?: number;
  readonly default?: unknown;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, { readonly type?: string; readonly enum?: readonly string[] }>>;
}

/** The page on which a writer sets the extension up. */
describe('the page of settings', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { id: string; title: string; order: number; properties: Record<string, Setting> }[] };
  };
  const pages = contributes.configuration;
  const all = pages.flatMap(({ properties }) => Object.entries(properties));

  it('has groups in an order of their own', () => {
    assert.ok(pages.length > 3);
    assert.equal(new Set(pages.map(({ id }) => id)).size, pages.length);
    const orders = pages.map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...orders].sort((a, b) => a - b),
    );
  });

  it('has a description, an order and a default for each setting', () => {
    for (const [name, { markdownDescription, order, default: value }] of all) {
      assert.ok(markdownDescription && order !== undefined && value !== undefined, name);
    }
  });

  it('shows every rule with its severities to choose from', () => {
    const [, setting] = all.find(([name]) => name === 'determinationLetters.rules') ?? [];
    assert.deepEqual(Object.keys(setting?.properties ?? {}).sort(), rules.map(({ id }) => id).sort());
    // The page shows an object as a table only if nothing in it is an object.
    for (const [id, rule] of Object.entries(setting?.properties ?? {})) {
      assert.equal(rule.type, 'string', id);
      assert.deepEqual(rule.enum, ['off', 'error', 'warning', 'information', 'hint'], id);
    }
  });

  it('shows every option of a rule as a setting of its own', () => {
    const options = rules.flatMap(({ id, options: own }) =>
      Object.entries(own ?? {}).map(([name, option]) => ({ id, name, option })),
    );
    assert.ok(options.length > 0);
    for (const { id, name, option } of options) {
      const [, setting] = all.find(([key]) => key === `determinationLetters.ruleOptions.${id}.${name}`) ?? [];
      assert.deepEqual(setting?.default, option.default, `${id} ${name}`);
    }
  });
});
