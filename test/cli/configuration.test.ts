import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, item, letters, letterWith } from './command';

const undecided = letterWith(item('Knee brace').replace(': Upheld', ''));

interface Diagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

function check(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = letters(['check', '--format', 'json', ...args], { cwd });
  const files = JSON.parse(stdout).files as { path: string; diagnostics: Diagnostic[] }[];
  return {
    code,
    stderr,
    files: new Map(files.map(file => [file.path, file.diagnostics])),
    order: files.map(f => f.path),
  };
}

function severityOf(diagnostics: readonly Diagnostic[] | undefined): string | undefined {
  return diagnostics?.find(({ rule }) => rule === 'missing-decision')?.severity;
}

function config(severity: string): string {
  return JSON.stringify({ rules: { 'missing-decision': severity } });
}

describe('letters.config.json', () => {
  it('the nearest one counts, alone, up to the root of the repository', () => {
    const cwd = folderWith({
      'letters.config.json': config('off'),
      'repository/.git/HEAD': '',
      'repository/a.letter': undecided,
      'repository/team/letters.config.json': config('hint'),
      'repository/team/b.letter': undecided,
      'repository/team/2016/c.letter': undecided,
      'repository/team/2017/letters.config.json': config('warning'),
      'repository/team/2017/d.letter': undecided,
    });
    const { files } = check(cwd, 'repository');
    assert.equal(severityOf(files.get('repository/a.letter')), 'error');
    assert.equal(severityOf(files.get('repository/team/b.letter')), 'hint');
    assert.equal(severityOf(files.get('repository/team/2016/c.letter')), 'hint');
    assert.equal(severityOf(files.get('repository/team/2017/d.letter')), 'warning');
  });

  it('outside of a repository only that of the letter\u2019s own folder counts', () => {
    const cwd = folderWith({
      'letters.config.json': config('hint'),
      'a.letter': undecided,
      'below/b.letter': undecided,
    });
    const { files } = check(cwd, '.');
    assert.equal(severityOf(files.get('a.letter')), 'hint');
    assert.equal(severityOf(files.get('below/b.letter')), 'error');
  });

  it('counts for standard input where its name says it stands', () => {
    const cwd = folderWith({ 'team/letters.config.json': config('off') });
    const run = (...args: string[]) =>
      letters(['check', '-', '--format', 'json', ...args], { cwd, input: undecided }).stdout;
    assert.match(run(), /missing-decision/);
    assert.doesNotMatch(run('--stdin-name', 'team/new.letter'), /missing-decision/);
  });

  it('chooses the profile, which decides what a letter must have', () => {
    const cwd = folderWith({
      'letters.config.json': JSON.stringify({ profile: 'federal-external-review' }),
      'a.letter': '# FINDINGS\n\n## Home oxygen\n\nReviewer rationale: The records show low oxygen at rest.\n',
    });
    const { stdout } = letters(['parse', 'a.letter'], { cwd });
    const { profile, items } = JSON.parse(stdout);
    assert.equal(profile, 'federal-external-review');
    assert.deepEqual(items, [
      {
        title: 'Home oxygen',
        decision: null,
        claimsGuideline: null,
        reviewerGuideline: null,
        rationale: 'The records show low oxygen at rest.',
      },
    ]);
  });

  it('brings words of its own, which the checks go by', () => {
    const vocabulary = { version: 1, abbreviations: [{ short: 'ZQX', expansions: ['zone quick exercise'] }] };
    const text = letterWith(item('Knee brace').replace('Decision rationale:', 'Decision rationale: A ZQX was tried.'));
    const cwd = folderWith({
      'plain.letter': text,
      'team/letters.config.json': JSON.stringify({ vocabularies: ['words.letters-vocabulary.json'] }),
      'team/words.letters-vocabulary.json': JSON.stringify(vocabulary),
      'team/a.letter': text,
    });
    const { files } = check(cwd, '.');
    const told = (path: string) => files.get(path)?.filter(({ rule }) => rule === 'medical-abbreviation').length;
    assert.equal(told('plain.letter') ?? 0, 0);
    assert.equal(told('team/a.letter'), 1);
  });

  it('names a file of names that must not stand in letters; no output repeats one', () => {
    const text = letterWith(item('Knee brace').replace('The records', 'Wilhelmina Quist and jo tarr met. The records'));
    const config = JSON.stringify({ names: 'case.letters-names.json' });
    const cwd = folderWith({
      'plain.letter': text,
      'team/letters.config.json': config,
      'team/case.letters-names.json': JSON.stringify({ workers: ['Wilhelmina Quist'], employers: ['Jo Tarr'] }),
      'team/a.letter': text,
      'broken/letters.config.json': config,
      'broken/case.letters-names.json': '{\n  "workers": ["Wilhelmina Quist", 7],\n  "Quist": []\n}',
      'broken/b.letter': text,
    });
    const { files, stderr } = check(cwd, '.');
    const names = (path: string) => files.get(path)?.filter(({ rule }) => rule === 'personal-identifier').length;
    assert.equal(names('plain.letter'), 0);
    assert.equal(names('team/a.letter'), 2);
    assert.equal(names('broken/b.letter'), 1, 'what is right in it counts');
    assert.deepEqual(
      files.get('broken/case.letters-names.json')?.map(({ range }) => range.start.line),
      [1, 2],
    );
    assert.equal(stderr, '');
    for (const format of ['pretty', 'json', 'sarif', 'github']) {
      const { stdout } = letters(['check', '--format', format, 'team', 'broken'], { cwd });
      assert.doesNotMatch(stdout, /Quist/, format);
      assert.match(stdout, /personal-identifier/, format);
    }
  });

  it('a broken one is a file of its own in the output, told of once; what is right in it counts', () => {
    const cwd = folderWith({
      'letters.config.json': `{\n  "rules": { "missing-decision": "off", "no-such-rule": "error" },\n  "catalogues": ["absent.json", "../../outside.json"]\n}`,
      'a.letter': undecided,
      'b.letter': undecided,
    });
    const { code, files, order, stderr } = check(cwd, '.');
    assert.equal(stderr, '');
    assert.equal(code, 1);
    assert.deepEqual(order, ['letters.config.json', 'a.letter', 'b.letter']);
    const problems = files.get('letters.config.json') ?? [];
    assert.deepEqual(
      problems.map(({ rule, severity }) => [rule, severity]),
      Array(3).fill(['configuration', 'error']),
    );
    assert.deepEqual(
      problems.map(({ range }) => range.start.line),
      [1, 2, 2],
    );
    assert.match(problems[0]?.message ?? '', /no-such-rule/);
    assert.match(problems[1]?.message ?? '', /^catalogues\[0\]: .*absent\.json/);
    assert.equal(severityOf(files.get('a.letter')), undefined);
  });

  it('one that is no JSON, a broken catalogue and a broken profile are told of in their place', () => {
    const cwd = folderWith({
      'config/letters.config.json': '{ "rules": ',
      'config/a.letter': undecided,
      'catalogue/letters.config.json': '{ "catalogues": ["list.json"] }',
      'catalogue/list.json': '{ "version": 1, "id": "x", "title": "X", "guidelines": [{ "id": 5 }] }',
      'catalogue/b.letter': undecided,
      'vocabulary/letters.config.json': '{ "vocabularies": ["words.json"] }',
      'vocabulary/words.json': '{ "version": 1, "services": [{ "id": "x", "title": "x", "class": "nothing" }] }',
      'vocabulary/d.letter': undecided,
      'profile/letters.config.json': '{ "profile": "own.json" }',
      'profile/own.json': '{ "version": 1 }',
      'profile/c.letter': undecided,
    });
    const { code, files } = check(cwd, '.');
    assert.equal(code, 1);
    for (const path of [
      'config/letters.config.json',
      'catalogue/list.json',
      'vocabulary/words.json',
      'profile/own.json',
    ]) {
      const problems = files.get(path) ?? [];
      assert.ok(problems.length > 0, path);
      assert.ok(
        problems.every(({ rule, severity }) => rule === 'configuration' && severity === 'error'),
        path,
      );
    }
    assert.match(files.get('vocabulary/words.json')?.[0]?.message ?? '', /^services\[0\]\.class: /);
    assert.ok(files.get('catalogue/list.json')?.some(({ message }) => message.startsWith('guidelines[0]')));
    for (const path of ['config/a.letter', 'catalogue/b.letter', 'profile/c.letter', 'vocabulary/d.letter']) {
      assert.equal(severityOf(files.get(path)), 'error', path);
    }
  });

  it('a broken one is said on standard error where the output has no place for it', () => {
    const cwd = folderWith({ 'letters.config.json': '{ "rules": [] }', 'a.letter': undecided });
    for (const command of ['parse', 'fix']) {
      const { code, stdout, stderr } = letters([command, 'a.letter'], { cwd });
      assert.equal(code, 1, command);
      assert.match(stderr, /^letters: letters\.config\.json:1:\d+: rules: /, command);
      assert.notEqual(stdout, '', command);
    }
  });

  it('one that cannot be read makes the exit code 2, and the letter is checked', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'a.letter': undecided });
    symlinkSync('letters.config.json', join(cwd, 'letters.config.json'));
    const { code, files, stderr } = check(cwd, 'a.letter');
    assert.equal(code, 2);
    assert.match(stderr, /^letters: letters\.config\.json: Its symbolic links/);
    assert.equal(severityOf(files.get('a.letter')), 'error');
  });
});
