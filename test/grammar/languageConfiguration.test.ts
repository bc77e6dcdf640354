import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';

const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const [language] = manifest.contributes.languages;

describe('language configuration', () => {
  describe('words', () => {
    const { pattern, flags } = configuration.wordPattern;
    const words = (text: string) => text.match(new RegExp(pattern, `g${flags}`));

    for (const term of [
      'L4-5',
      '10/325mg',
      '#60',
      '7.5mg',
      '0.025%',
      '03/14/2016',
      'CM16-0000001',
      "worker's",
      'T2-weighted',
      'naïve',
    ]) {
      it(`${term} is one`, () => {
        assert.deepEqual(words(`see ${term}, then`), ['see', term, 'then']);
      });
    }

    it('end at punctuation', () => {
      assert.deepEqual(words('127,Chronic (a).Then [[b]] x/y'), ['127', 'Chronic', 'a', 'Then', 'b', 'x', 'y']);
    });

    it('are found in a hostile line without delay', function () {
      this.timeout(5000);
      assert.equal(words("a'".repeat(100_000))?.length, 1);
    });
  });

  describe('Enter', () => {
    interface EnterRule {
      beforeText: { pattern: string };
      action: { indent: string; appendText?: string };
    }

    function appended(before: string): string {
      const rules = configuration.onEnterRules as EnterRule[];
      const rule = rules.find(r => new RegExp(r.beforeText.pattern).test(before));
      assert.equal(rule?.action.indent, 'none', 'no indentation of its own');
      return rule?.action.appendText ?? '';
    }

    it('continues a list', () => {
      assert.equal(appended('- the report of 04/01/2016'), '- ');
      assert.equal(appended('  - a'), '- ');
    });

    it('ends a list behind an empty line of it', () => {
      assert.equal(appended('- '), '');
      assert.equal(appended('-'), '');
    });

    it('does nothing else', () => {
      assert.equal(appended('text'), '');
      assert.equal(appended('(the record['), '');
      assert.equal(appended('-5 degrees'), '');
    });
  });

  it('folds regions of comments', () => {
    const { start, end } = configuration.folding.markers;
    assert.match('<!-- region: the first report -->', new RegExp(start));
    assert.match('<!-- endregion -->', new RegExp(end));
    assert.doesNotMatch('<!-- endregion -->', new RegExp(start));
    assert.doesNotMatch('The region was tender.', new RegExp(start));
  });
});

describe('language contribution', () => {
  it('names files that are there', () => {
    const paths = [
      language.configuration,
      language.icon.light,
      language.icon.dark,
      manifest.icon,
      ...manifest.contributes.grammars.map((g: { path: string }) => g.path),
      ...manifest.contributes.snippets.map((s: { path: string }) => s.path),
    ];
    for (const path of paths) assert.ok(existsSync(path), path);
  });

  it('has an icon of at least 128 x 128 pixels', () => {
    const png = readFileSync(manifest.icon);
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.ok(png.readUInt32BE(16) >= 128 && png.readUInt32BE(20) >= 128);
  });

  describe('first line', () => {
    const firstLine = new RegExp(language.firstLine);

    for (const profile of builtInProfiles) {
      const heading = profile.sections[0]?.heading ?? '';
      for (const line of [heading, `# ${heading}`, ` ${heading} `, `\uFEFF# ${heading}`, `\f${heading}`]) {
        it(`knows ${JSON.stringify(line)}`, () => assert.match(line, firstLine));
      }
    }

    it('knows a case number', () => {
      assert.match('Case Number: CM16-0000001', firstLine);
      assert.match('\uFEFF Case Number:          CM16-0000001', firstLine);
    });

    it('knows nothing else', () => {
      for (const line of ['', '# Notes', 'Case Number: 12', 'About HOW THE IMR FINAL DETERMINATION WAS MADE']) {
        assert.doesNotMatch(line, firstLine);
      }
    });
  });
});
