import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import {
  loadCatalogueFile,
  loadConfigFile,
  loadNames,
  loadProfile,
  loadVocabularyFile,
} from '../../server/src/core/config/load';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';

const loadOurs = (text: string) => loadProfile(text, builtInProfiles);

/** The JSON schemas that editors check files with must say what the server says. */
describe('generated schemas', () => {
  const ajv = new Ajv({ allowUnionTypes: true, strict: false });
  const schema = (name: string) =>
    ajv.compile(JSON.parse(readFileSync(join('server', 'data', 'schemas', `${name}.schema.json`), 'utf8')));
  const config = schema('config');
  const catalogue = schema('catalogue');
  const profile = schema('profile');
  const vocabulary = schema('vocabulary');

  for (const [folder, validate, load] of [
    ['catalogue', catalogue, loadCatalogueFile],
    ['profiles', profile, loadOurs],
    ['vocabulary', vocabulary, loadVocabularyFile],
  ] as const) {
    const files = readdirSync(join('server', 'data', folder)).filter(name => name.endsWith('.json'));
    for (const name of files) {
      it(`take data/${folder}/${name}, as the server does`, () => {
        const text = readFileSync(join('server', 'data', folder, name), 'utf8');
        assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
        assert.deepEqual(load(text).problems, []);
      });
    }
  }

  it('take a profile that says only what differs', () => {
    const extending = { extends: 'ca-imr', id: 'ours', items: { per: 'case' } };
    assert.ok(profile(extending), JSON.stringify(profile.errors));
    assert.deepEqual(loadOurs(JSON.stringify(extending)).problems, []);
    assert.ok(!profile({ id: 'ours' }), 'another one must be whole');
    assert.ok(loadOurs('{"id":"ours"}').problems.length > 0);
  });

  const lists: readonly [boolean, unknown][] = [
    [true, {}],
    [true, { $schema: './x.json', workers: ['Jane Doe'], physicians: [], employers: ['Acme'], others: ['Unit 7'] }],
    [false, { workers: 'Jane Doe' }],
    [false, { workers: ['J'] }],
    [false, { workers: ['x'.repeat(101)] }],
    [false, { persons: ['Jane Doe'] }],
    [false, []],
  ];
  for (const [isValid, value] of lists) {
    it(`${isValid ? 'take' : 'refuse'} the names ${JSON.stringify(value).slice(0, 60)}, as the server does`, () => {
      const names = schema('names');
      assert.equal(names(value), isValid, JSON.stringify(names.errors));
      assert.equal(loadNames(JSON.stringify(value)).problems.length === 0, isValid);
    });
  }

  const configs: readonly [boolean, object][] = [
    [true, {}],
    [true, { $schema: './x.json', profile: 'ca-imr', profiles: ['a.json'], catalogues: [], organisation: 'O' }],
    [true, { rules: { 'missing-decision': 'off', 'missing-items': { severity: 'hint' } }, policy: 'posted' }],
    [false, { rules: { 'missing-decision': 'loud' } }],
    [false, { rules: { 'missing-decision': { severity: 'hint', colour: 'red' } } }],
    [false, { rules: { 'no-such-rule': 'off' } }],
    [false, { profile: '' }],
    [false, { catalogues: 'a.json' }],
    [true, { vocabularies: ['words.json'] }],
    [false, { vocabularies: [''] }],
    [false, { policy: 'none' }],
    [true, { policy: 'safe-harbor', names: 'case.letters-names.json' }],
    [false, { names: '' }],
    [false, { colour: 'red' }],
  ];
  for (const [isValid, value] of configs) {
    it(`${isValid ? 'take' : 'refuse'} ${JSON.stringify(value)}, as the server does`, () => {
      assert.equal(config(value), isValid, JSON.stringify(config.errors));
      assert.equal(loadConfigFile(JSON.stringify(value)).problems.length === 0, isValid);
    });
  }
});
