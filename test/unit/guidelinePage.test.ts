import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { entryPlace } from '../../server/src/core/config/entryPlace';
import { guidelinePage } from '../../server/src/core/services/guidelinePage';
import { guidelineDocument, guidelineIdOf, guidelineUri } from '../../server/src/lsp/guidelineDocument';
import { profileNamed } from '../support/setup';

const catalogue = builtInCatalogue(profileNamed('ca-imr').catalogues);

describe('the page of a guideline', () => {
  const guideline = catalogue.byId('cpmtg-2009') ?? assert.fail();
  const page = guidelinePage(guideline, catalogue);
  const document = guidelineDocument(page);
  const lines = document.text.split('\n');

  it('tells edition, days in force, pages, certainty and source', () => {
    assert.equal(lines[0], '# Chronic Pain Medical Treatment Guidelines, 2009');
    for (const name of ['Edition', 'In force', 'Status', 'Replaced by', 'Cited as', 'Pages', 'Regulation', 'Source']) {
      assert.ok(
        lines.some(line => line.startsWith(`- **${name}:** `) && line.length > name.length + 9),
        `${name} in\n${document.text.slice(0, 2000)}`,
      );
    }
  });

  it('lists every section and topic with its pages, and knows their lines', () => {
    for (const about of [...guideline.sections, ...guideline.topics]) {
      const name = 'name' in about ? about.name : about.title;
      const line = lines[document.lineOf(about)]?.replaceAll('\\', '') ?? '';
      assert.ok(line.startsWith(`- **${name}:** `), `${name} is not in ${line}`);
    }
    const topic = guideline.topics.find(({ pages }) => pages.length > 0) ?? assert.fail();
    assert.ok(lines[document.lineOf(topic)]?.includes(`page ${topic.pages[0]?.[0]}`));
  });

  it('shows what a catalogue holds as it is, and on one line', () => {
    const hostile = {
      title: '# a <b>',
      facts: [{ name: '[x](y)', text: 'line\n# two *b* `c`' }],
      notes: null,
      parts: [],
    };
    assert.deepEqual(guidelineDocument(hostile).text.split('\n'), [
      '# # a \\<b>',
      '',
      '- **\\[x](y):** line # two \\*b\\* \\`c\\`',
      '',
    ]);
  });

  it('has an address that leads back to it, for every guideline', () => {
    for (const each of catalogue.guidelines) {
      const uri = guidelineUri(each);
      assert.equal(guidelineIdOf(uri), each.id);
      assert.match(uri, /^letters-guideline:\/[^/]+\/[^/]+\.md$/);
    }
    for (const uri of [
      '',
      'file:///a/b.md',
      'letters-guideline:',
      'letters-guideline:/%zz/a.md',
      'letters-guideline:/a',
    ]) {
      assert.equal(guidelineIdOf(uri), null);
    }
  });
});

describe('the entry of a guideline in its file', () => {
  const file = '{ "guidelines": [{ "id": "a", "x": { "id": "b" } }, 3, { "id": "b" }] }';
  it('is found by its id', () => {
    const place = entryPlace(file, 'b') ?? assert.fail();
    assert.equal(file.slice(place.entry.start, place.entry.end), '{ "id": "b" }');
    assert.equal(place.id.end, file.lastIndexOf('"b"') + 3);
  });

  it('is nowhere in a file that has none, or is broken', () => {
    for (const text of [file.replaceAll('"b"', '"c"'), '', '{', '[]', '{ "guidelines": 1 }']) {
      assert.equal(entryPlace(text, 'b'), null);
    }
  });
});
