// Makes the three parts of a new rule: its file, its page, its folder of fixtures.
//   npm run new-rule -- GROUP ID      for example: npm run new-rule -- structure missing-signature
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lib/paths.mjs';
import { Failure, runMain, runNode } from './lib/run.mjs';

const rulesFolder = join(root, 'server', 'src', 'core', 'rules');

runMain(async () => {
  const [group = '', id = ''] = process.argv.slice(2);
  const groups = readdirSync(rulesFolder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
  if (!groups.includes(group) || !/^[a-z]+(-[a-z]+)*$/.test(id)) {
    throw new Failure(`Usage: npm run new-rule -- GROUP ID, with GROUP one of ${groups.join(', ')} and ID like-this`);
  }
  const file = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const parts = {
    [join(rulesFolder, group, `${file}.ts`)]: ruleFile(group, id),
    [join(root, 'docs', 'rules', `${id}.md`)]: page(id),
    [join(root, 'test', 'rules', id, 'bad.letter')]: 'Mark what must be flagged with \u27ea and \u27eb.\n',
    [join(root, 'test', 'rules', id, 'good.letter')]: 'A letter in which the rule finds nothing.\n',
  };
  const there = Object.keys(parts).find(path => existsSync(path));
  if (there) throw new Failure(`${there} exists already`);
  for (const [path, text] of Object.entries(parts)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`made ${path}`);
  }
  return runNode('scripts/generate.mjs');
});

/**
 * @param {string} group
 * @param {string} id
 */
function ruleFile(group, id) {
  return `import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: '${id}',
  group: '${group}',
  scope: 'item',
  severity: 'warning',
  summary: 'What it finds, in one sentence.',
  fix: 'none',
  check(_item, _context, _report) {},
};
`;
}

/** @param {string} id */
function page(id) {
  return `# ${id}

What it finds, in one sentence.

## What it finds

## Why it matters

## What to do

## Examples

\`\`\`letter bad
\`\`\`

\`\`\`letter good
\`\`\`
`;
}
