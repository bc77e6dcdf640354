import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInFiles } from '../../server/src/core/catalogue/builtIn';
import type { LayeredFile } from '../../server/src/core/catalogue/catalogue';
import { layerCatalogues } from '../../server/src/core/catalogue/layers';
import { loadCatalogue } from '../../server/src/core/catalogue/load';
import type { CatalogueFile } from '../../server/src/core/catalogue/schema';
import { jsonValue, parseJsonTree } from '../../server/src/core/config/jsonTree';
import { loadCatalogueFile } from '../../server/src/core/config/load';

const entry = {
  id: 'team-hand',
  family: 'team',
  title: 'Hand therapy',
  status: 'standing',
  reference: 'section',
  certainty: 'high',
} as const;

function fileText(guidelines: readonly unknown[], more: object = {}): string {
  return JSON.stringify({ version: 1, id: 'team', title: 'Team', guidelines, ...more }, null, 2);
}

/** The problems of a text: path, and the piece of the text each is shown at. */
function problems(text: string): [path: string, shown: string, message: string][] {
  const loaded = loadCatalogue(text);
  assert.equal(loaded.ok, false);
  if (loaded.ok) return [];
  return loaded.problems.map(({ path, span, message }) => [path.join('.'), text.slice(span.start, span.end), message]);
}

describe('a catalogue file of others', () => {
  it('is read with its optional fields absent', () => {
    const loaded = loadCatalogue(fileText([entry]));
    assert.equal(loaded.ok && loaded.value.guidelines[0]?.id, 'team-hand');
  });

  it('is reported at the value that is wrong', () => {
    const [first] = problems(fileText([{ ...entry, status: 'current' }]));
    assert.deepEqual(first?.slice(0, 2), ['guidelines.0.status', '"current"']);
  });

  it('is reported at the name of an unknown field', () => {
    const [first] = problems(fileText([{ ...entry, chaptr: 3 }]));
    assert.deepEqual(first, ['guidelines.0.chaptr', '"chaptr"', 'There is no field "chaptr" here.']);
  });

  it('is reported where a field is missing', () => {
    const { family: _, ...lacking } = entry;
    const [first] = problems(fileText([lacking]));
    assert.deepEqual(first?.slice(0, 2), ['guidelines.0.family', '{']);
  });

  it('may not use an id twice, end before it begins, or borrow from nobody', () => {
    const broken = [
      { ...entry, inForce: { from: '2020-01-01', to: '2019-01-01' } },
      { ...entry, sectionsFrom: 'nobody' },
    ];
    assert.deepEqual(
      problems(fileText(broken))
        .map(([path]) => path)
        .sort(),
      ['guidelines.0.inForce', 'guidelines.1.id', 'guidelines.1.sectionsFrom'],
    );
  });

  it('is used without the entries that are wrong and those that need them, but not searched for them without end', () => {
    const borrowing = (length: number) =>
      Array.from({ length }, (_, index) => ({ ...entry, id: `g${index + 1}`, sectionsFrom: `g${index}` }));
    const wrong = { ...entry, id: 'g0', status: 'current' };
    const salvaged = loadCatalogueFile(fileText([wrong, ...borrowing(4), entry]));
    assert.deepEqual(
      salvaged.value?.guidelines.map(({ id }) => id),
      [entry.id],
    );
    const many = loadCatalogueFile(fileText([wrong, ...borrowing(5), entry]));
    assert.equal(many.value, null);
    assert.equal(many.problems.length, 1);
  });

  it('may not have a page range that runs backwards', () => {
    const pages = { range: [20, 10], certainty: 'recall' };
    assert.match(problems(fileText([{ ...entry, pages }]))[0]?.[2] ?? '', /first page comes after the last/);
  });

  it('cannot reach the prototype of an object', () => {
    const text = '{ "version": 1, "id": "x", "title": "x", "guidelines": [], "__proto__": { "polluted": true } }';
    assert.deepEqual(problems(text), [['__proto__', '"__proto__"', 'The name "__proto__" is not allowed.']]);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('is refused where it is broken, with the place', () => {
    const at = (text: string) => {
      const loaded = loadCatalogue(text);
      return loaded.ok ? null : loaded.problems[0]?.span.start;
    };
    assert.equal(at('{ "version": 1, }'), 16);
    assert.equal(at('{ "version": 1 "id": 2 }'), 15);
    assert.equal(at('{ "version": 1, "version": 2 }'), 16);
    assert.equal(at('{} {}'), 3);
    assert.equal(at('{ "a": "open'), 7);
    assert.equal(at(''), 0);
  });

  it('is refused where it is too large or nested too deeply', () => {
    assert.match(problems(' '.repeat(5_000_001))[0]?.[2] ?? '', /too large/);
    assert.match(problems('['.repeat(100_000))[0]?.[2] ?? '', /nested too deeply/);
  });
});

describe('the JSON reader', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        assert.deepEqual(JSON.stringify(jsonValue(parseJsonTree(written))), JSON.stringify(JSON.parse(written)));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}[\],:"\\0-9.eE+truefalsn -]{0,12}$/), text => {
        let expected = true;
        try {
          JSON.parse(text);
        } catch {
          expected = false;
        }
        if (!expected) assert.throws(() => parseJsonTree(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('catalogues laid over each other', () => {
  const layered = (layer: LayeredFile['layer'], guidelines: CatalogueFile['guidelines']): LayeredFile => ({
    layer,
    origin: `${layer}.json`,
    file: { version: 1, id: layer, title: layer, guidelines },
  });

  it('let the stronger layer replace a guideline of the same id, whatever their order', () => {
    const user = layered('user', [{ ...entry, title: 'User' }]);
    const workspace = layered('workspace', [{ ...entry, title: 'Workspace' }]);
    const { catalogue, clashes } = layerCatalogues([workspace, user]);
    assert.equal(catalogue.byId('team-hand')?.title, 'Workspace');
    assert.equal(catalogue.byId('team-hand')?.layer, 'workspace');
    assert.deepEqual(
      clashes.map(({ kind, id, file, other, path }) => [kind, id, file.origin, other.origin, path.join('.')]),
      [['replaced', 'team-hand', 'workspace.json', 'user.json', 'guidelines.0.id']],
    );
  });

  it('tell of one printed name and year with two ids', () => {
    const [builtIn] = builtInFiles(['acoem']);
    assert.ok(builtIn);
    const citedAs = [{ title: 'Low back complaints', year: 2004, style: 'section' as const }];
    const { clashes, catalogue } = layerCatalogues([builtIn, layered('workspace', [{ ...entry, citedAs }])]);
    assert.deepEqual(
      clashes.map(({ kind, id, otherId }) => [kind, id, otherId]),
      [['ambiguous', 'team-hand', 'acoem2-ch12']],
    );
    assert.equal(catalogue.named('Low Back Complaints', 2004).length, 2);
  });

  it('say nothing where layers only add', () => {
    assert.deepEqual(
      layerCatalogues([...builtInFiles(['acoem', 'mtus', 'odg']), layered('user', [entry])]).clashes,
      [],
    );
  });
});
