import assert from 'node:assert/strict';
import { folderWith, item, letters, letterWith } from './command';

const undecided = letterWith(
  item('MRI of the left knee'),
  // Onto the second page.
  item('Therapy').replace('The records show', `${'The records show a stable joint. '.repeat(120)}The records show`),
  item('Knee brace').replace(': Upheld', ''),
);

interface Diagnostic {
  readonly rule: string;
  readonly message: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly page?: number;
  readonly item?: number;
}

describe('letters check reads PDF and Word files', function () {
  this.timeout(60_000);
  const cwd = folderWith({ 'a.letter': undecided });

  before(() => {
    for (const format of ['pdf', 'docx', 'txt']) {
      assert.equal(letters(['export', 'a.letter', '--to', format, '--force'], { cwd }).code, 0);
    }
  });

  it('json: the same problems as of the markup, by page and item', () => {
    const { code, stdout, stderr } = letters(['check', '--format', 'json', 'a.letter', 'a.pdf', 'a.docx', 'a.txt'], {
      cwd,
    });
    assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
    const files = JSON.parse(stdout).files as { path: string; diagnostics: Diagnostic[] }[];
    const [markup, pdf, docx, txt] = files;
    const brief = (diagnostics: readonly Diagnostic[] = []) =>
      diagnostics.map(({ rule, severity, message }) => ({ rule, severity, message }));
    assert.ok(brief(markup?.diagnostics).length > 0);
    assert.deepEqual(brief(pdf?.diagnostics), brief(markup?.diagnostics));
    assert.deepEqual(brief(docx?.diagnostics), brief(markup?.diagnostics));
    const undecidedItem = (diagnostics: readonly Diagnostic[] = []) =>
      diagnostics.find(({ rule }) => rule === 'missing-decision');
    const { page, item: index } = undecidedItem(pdf?.diagnostics) ?? {};
    assert.deepEqual({ page, index }, { page: 3, index: 2 });
    assert.equal(undecidedItem(docx?.diagnostics)?.item, 2);
    for (const { page, item } of [...(markup?.diagnostics ?? []), ...(txt?.diagnostics ?? [])]) {
      assert.deepEqual({ page, item }, { page: undefined, item: undefined });
    }
  });

  it('pretty, github, sarif, csv: page and item in the place of line and column', () => {
    const run = (format: string) => letters(['check', '--format', format, 'a.pdf'], { cwd }).stdout;
    const pretty = run('pretty');
    assert.match(pretty, /^a\.pdf: page 3, item 3: error: This item has no decision\./m);
    assert.match(pretty, /\| ## Knee brace\n/);
    assert.doesNotMatch(pretty, /^ {2}fix/m);
    assert.match(run('github'), /^::error file=a\.pdf,title=missing-decision::page 3, item 3: This item has/m);
    const result = JSON.parse(run('sarif')).runs[0].results.find(
      (each: { ruleId: string }) => each.ruleId === 'missing-decision',
    );
    assert.deepEqual(result.properties, { page: 3, item: 2 });
    assert.equal(result.locations[0].physicalLocation.region, undefined);
    assert.match(result.message.text, /^page 3, item 3: /);
    assert.match(run('csv'), /^a\.pdf,,,3,3,error,missing-decision,/m);
  });

  it('a file that is no letter cannot be checked; the others are', () => {
    const folder = folderWith({ 'a.letter': undecided, 'b.pdf': 'no PDF' });
    const { code, stdout, stderr } = letters(['check', '--format', 'json', 'b.pdf', 'a.letter'], { cwd: folder });
    assert.equal(code, 2);
    assert.match(stderr, /^letters: b\.pdf: It is not what its name says\..*\n$/);
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ path }: { path: string }) => path),
      ['a.letter'],
    );
  });

  it('finds the same in threads, in the same order', () => {
    const paths = ['a.pdf', 'a.letter', 'a.docx', 'a.txt'];
    const run = (threads: string, format: string) =>
      letters(['check', ...paths, '--format', format, '--threads', threads], { cwd });
    for (const format of ['json', 'pretty']) {
      assert.deepEqual(run('3', format), run('1', format), format);
    }
  });
});
