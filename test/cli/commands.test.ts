import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import picocolors from 'picocolors';
import { rulePage } from '../../server/src/cli/rulePage';
import { terminalMarkdown } from '../../server/src/cli/terminalMarkdown';
import { rules } from '../../server/src/core/rules/index';
import type { Rule } from '../../server/src/core/rules/rule';
import { folderWith, letters } from './command';

const names = ['check', 'fix', 'format', 'parse', 'diff', 'export', 'import', 'rules', 'explain', 'catalogue', 'lsp'];

describe('the command', () => {
  it('--help lists every command, and each has a help of its own', () => {
    const { code, stdout } = letters(['--help']);
    assert.equal(code, 0);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(match => match[1]);
    assert.deepEqual(listed, names);
    for (const name of names) {
      const help = letters([name, '--help']);
      assert.equal(help.code, 0);
      assert.match(help.stdout, new RegExp(`^Usage: letters ${name} `));
    }
    assert.deepEqual(letters(['help']), letters(['--help']));
    assert.deepEqual(letters(['help', 'export']), letters(['export', '--help']));
    assert.ok(
      stdout.split('\n').every(line => line.length <= 100),
      stdout,
    );
  });

  it('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(letters(['--version']).stdout, `${version}\n`);
  });

  it('rules lists every rule', () => {
    const table = letters(['rules']).stdout;
    const { version, rules: listed } = JSON.parse(letters(['rules', '--json']).stdout);
    assert.equal(version, 1);
    assert.deepEqual(
      listed.map((rule: { id: string }) => rule.id),
      rules.map(({ id }) => id),
    );
    for (const { id, severity, summary } of rules) {
      assert.match(table, new RegExp(`^${id} +${severity} .*${summary.slice(-10).replace(/\W/g, '.')}$`, 'm'));
    }
  });

  it('explain prints the page of a rule, with its examples, and how it is set', () => {
    const withOptions = rules.find(rule => rule.options && existsSync(`docs/rules/${rule.id}.md`)) as Rule;
    for (const id of ['missing-decision', 'personal-identifier', withOptions.id]) {
      const { code, stdout } = letters(['explain', id]);
      assert.equal(code, 0);
      assert.ok(stdout.startsWith(readFileSync(`docs/rules/${id}.md`, 'utf8')), id);
      assert.match(stdout, /^```letter bad$/m);
      assert.match(stdout, /^```letter good$/m);
      assert.match(stdout, /\n## Settings\n/);
    }
  });

  it('explain says of each rule how it is set, with all its options', () => {
    for (const rule of rules) {
      const text = rulePage('# A page\n', rule);
      assert.ok(text.startsWith('# A page\n\n## Settings\n'));
      assert.ok(text.includes(`\n- Severity: \`${rule.severity}\`\n`), text);
      assert.ok(text.includes(`{ "rules": { "${rule.id}": "`), text);
      for (const [name, option] of Object.entries(rule.options ?? {})) {
        assert.ok(text.includes(`\`${name}\`, by default \`${JSON.stringify(option.default)}\`: `), text);
      }
    }
  });

  it('explain shows examples on a terminal, told apart without colours', () => {
    const page = 'Text that `runs`\non.\n\n```letter bad\n# A\n\nB\n```\n\n```letter good\nC\n```\n';
    const shown = terminalMarkdown(page, picocolors.createColors(false));
    assert.equal(shown, 'Text that runs on.\n\n  Flagged:\n  | # A\n  | \n  | B\n\n  Not flagged:\n  | C\n');
  });

  it('check takes a policy whatever is configured, and none that there is not', () => {
    const cwd = folderWith({
      'letters.config.json': '{"policy":"posted"}',
      'a.letter': '# CLINICAL CASE SUMMARY\n\nThe worker was injured on 10/13/2016.\n',
    });
    const found = (...args: string[]) =>
      JSON.parse(letters(['check', '--format', 'json', ...args, 'a.letter'], { cwd }).stdout).rules[
        'personal-identifier'
      ];
    assert.equal(found(), undefined);
    assert.equal(found('--policy', 'posted'), undefined);
    assert.equal(found('--policy', 'safe-harbor'), 1);
    const wrong = letters(['check', '--policy', 'safe-harbour', 'a.letter'], { cwd });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /Did you mean "safe-harbor"\?/);
  });

  it('catalogue finds guidelines with pages, sections and their certainty', () => {
    const { code, stdout } = letters(['catalogue', '--json', 'traction', 'neck']);
    assert.equal(code, 0);
    const { query, results } = JSON.parse(stdout);
    assert.equal(query, 'traction neck');
    const traction = results.find((hit: { topic: unknown }) => hit.topic);
    assert.equal(traction.guideline, 'acoem2-ch08');
    assert.equal(traction.chapter, 8);
    assert.deepEqual(traction.topic.pages, [[173, 174]]);
    assert.equal(traction.topic.certainty, 'published');
    assert.ok(results.some((hit: { section: { certainty: string } | null }) => hit.section?.certainty === 'seen'));

    const pretty = letters(['catalogue', 'traction neck']).stdout;
    assert.match(
      pretty,
      /^Neck and Upper Back Complaints \(chapter 8\): Traction.* acoem2-ch08\n {2}page 173-174, published/,
    );
    assert.match(letters(['catalogue', 'qqqqqqqqq']).stdout, /^Nothing in the catalogue matches "qqqqqqqqq"/);
  });

  it('catalogue searches what the folder adds', () => {
    const cwd = folderWith({
      'letters.config.json': JSON.stringify({ catalogues: ['house.json'] }),
      'house.json': JSON.stringify({
        version: 1,
        id: 'house',
        title: 'House list',
        guidelines: [
          {
            id: 'house-zebra',
            family: 'house',
            title: 'Zebra therapy',
            status: 'standing',
            reference: 'none',
            certainty: 'high',
          },
        ],
      }),
    });
    const { stdout, stderr } = letters(['catalogue', '--json', 'zebra'], { cwd });
    assert.equal(stderr, '');
    assert.equal(JSON.parse(stdout).results[0]?.guideline, 'house-zebra');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'rules', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    const [code] = await once(child, 'exit');
    assert.equal(said, '');
    assert.equal(code, 0);
  });

  it('lsp is the language server', async () => {
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'lsp', '--stdio']);
    const send = (message: object) => {
      const content = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    let received = '';
    for await (const chunk of child.stdout) {
      received += chunk;
      if (received.includes('"capabilities"')) break;
    }
    assert.match(received, /^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2\.0","id":1,"result":\{"capabilities":/);
    const ended = once(child, 'exit');
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal((await ended)[0], 0);
  });
});
