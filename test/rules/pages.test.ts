import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { rules } from '../../server/src/core/rules/index';
import { testSetup } from '../support/setup';

/** Every rule has a page; its examples are fences of the languages `letter bad` and `letter good`. */
const headings = ['## What it finds', '## Why it matters', '## What to do', '## Examples'];

for (const rule of rules) {
  describe(`page of ${rule.id}`, () => {
    const path = join('docs', 'rules', `${rule.id}.md`);
    const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const setting = rule.severity === 'off' ? { [rule.id]: 'warning' as const } : {};
    const setup = testSetup(setting);

    it('stands in docs/rules, with every part', () => {
      assert.ok(page.startsWith(`# ${rule.id}\n`), `${path} must start with the rule's id`);
      for (const heading of headings) assert.ok(page.includes(`\n${heading}\n`), `${path} lacks "${heading}"`);
      for (const name of Object.keys(rule.options ?? {})) assert.ok(page.includes(`\`${name}\``), `option ${name}`);
    });

    for (const kind of ['bad', 'good'] as const) {
      it(`its ${kind} examples are ${kind}`, () => {
        const examples = fences(page, kind);
        assert.ok(examples.length > 0, `${path} needs an example: \`\`\`letter ${kind}`);
        for (const example of examples) {
          const found = checkLetter(parseLetter(example, setup.profile), setup).filter(f => f.rule === rule.id);
          assert.equal(found.length > 0, kind === 'bad', example);
        }
      });
    }
  });
}

it('docs/rules has no page without a rule', () => {
  const pages = readdirSync(join('docs', 'rules')).map(name => name.replace('.md', ''));
  assert.deepEqual(
    pages.filter(id => id !== 'README' && !rules.some(rule => rule.id === id)),
    [],
  );
});

function fences(page: string, kind: string): string[] {
  const found: string[] = [];
  const fence = /^```letter (bad|good)\n([\s\S]*?)^```$/gm;
  for (const match of page.matchAll(fence)) if (match[1] === kind) found.push(match[2] ?? '');
  return found;
}
