import assert from 'node:assert/strict';
import { builtInData } from '../../server/src/core/builtInData';
import { Configurator } from '../../server/src/core/config/configuration';
import { mergeLayers } from '../../server/src/core/config/layers';
import {
  loadCatalogueFile,
  loadConfigFile,
  loadProfile,
  loadSettings,
  loadVocabularyFile,
} from '../../server/src/core/config/load';
import {
  absoluteUri,
  folderOf,
  isInside,
  isSameUri,
  resolveInside,
  shownPath,
} from '../../server/src/core/config/uris';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';

const root = 'file:///home/team';
const letter = { uri: `${root}/letters/one.letter`, root };
const configFile = `${root}/letters.config.json`;

const guideline = (id: string, title: string) => ({
  id,
  family: 'house',
  title,
  status: 'standing',
  reference: 'none',
  certainty: 'high',
  citedAs: [{ title, year: 2016, style: 'section' }],
});
const catalogue = (...guidelines: object[]) => JSON.stringify({ version: 1, id: 'house', title: 'House', guidelines });

const builtIn = () => Promise.resolve(builtInData);

/** Files in memory; counts how often each is read. */
class Files {
  readonly reads: string[] = [];
  readonly builtIn = builtIn;
  constructor(readonly files: Record<string, string>) {}
  async readText(uri: string): Promise<string | null> {
    this.reads.push(uri);
    return this.files[uri] ?? null;
  }
}

const configure = (files: Record<string, string>, settings = {}) =>
  new Configurator(new Files(files)).configure(letter, settings);

describe('configuration', () => {
  it('is the same object for the same content, and reads a file once', async () => {
    const files = new Files({ [configFile]: JSON.stringify({ rules: { 'missing-decision': 'hint' } }) });
    const configurator = new Configurator(files);
    const first = await configurator.configure(letter);
    const second = await configurator.configure({ ...letter, uri: `${root}/letters/two.letter` });
    assert.equal(second.setup, first.setup);
    assert.equal(new Set(files.reads).size, files.reads.length, files.reads.join('\n'));
    configurator.forgetFiles();
    // Written differently, but the same is said.
    files.files[configFile] = '{ "rules": { "missing-decision": { "severity": "hint" } } }';
    assert.equal((await configurator.configure(letter)).setup, first.setup);
    configurator.forgetFiles();
    files.files[configFile] = '{}';
    assert.notEqual((await configurator.configure(letter)).setup, first.setup);
    assert.equal(
      (await configurator.configure({ uri: null, root: null })).setup,
      (await configurator.configure(letter)).setup,
    );
  });

  it('keeps the catalogue when only rules change', async () => {
    const configurator = new Configurator(new Files({}));
    const one = await configurator.configure(letter);
    const other = await configurator.configure(letter, { user: { rules: { 'missing-decision': 'off' } } });
    assert.notEqual(other.setup, one.setup);
    assert.equal(other.setup.catalogue, one.setup.catalogue);
  });

  it('names every file it read or looked for', async () => {
    const { files } = await configure({ [configFile]: '{"catalogues":["a.json"]}' });
    assert.deepEqual(files, [`${root}/letters/letters.config.json`, configFile, `${root}/a.json`]);
  });

  it('takes the first profile where none is named, and the one that is', async () => {
    const [first, second] = builtInProfiles.map(({ id }) => id);
    assert.equal((await configure({})).setup.profile.profile.id, first);
    const named = await configure({ [configFile]: JSON.stringify({ profile: second, organisation: 'Our House' }) });
    assert.equal(named.setup.profile.profile.id, second);
    assert.equal(named.setup.profile.profile.organisation, 'Our House');
  });

  it('takes a profile file by its path, or by its id from a list, over the profile it extends', async () => {
    const file = JSON.stringify({ extends: 'ca-imr', id: 'ours', organisation: 'Ours' });
    const config = { profile: 'programs/ours.json' };
    const byPath = await configure({ [configFile]: JSON.stringify(config), [`${root}/programs/ours.json`]: file });
    const byId = await configure({
      [configFile]: JSON.stringify({ profile: 'ours', profiles: ['programs/ours.json'] }),
      [`${root}/programs/ours.json`]: file,
    });
    for (const { setup, problems } of [byPath, byId]) {
      assert.deepEqual(problems, []);
      const { id, organisation, sections } = setup.profile.profile;
      assert.deepEqual([id, organisation], ['ours', 'Ours']);
      assert.deepEqual(sections, builtInProfiles.find(profile => profile.id === 'ca-imr')?.sections);
    }
  });

  it('goes on without a profile that is broken, and tells where', async () => {
    const text = '{ "extends": "ca-imr", "header": { "caseNumber": 7 } }';
    const { setup, problems } = await configure({
      [configFile]: '{"profile":"ours.json"}',
      [`${root}/ours.json`]: text,
    });
    assert.equal(setup.profile.profile.id, builtInProfiles[0]?.id);
    assert.deepEqual(
      problems.map(({ uri, span }) => [uri, text.slice(span.start, span.end)]),
      [[`${root}/ours.json`, '7']],
    );
    assert.match(problems[0]?.message ?? '', /^header\.caseNumber: /);
  });

  it('layers catalogues, and tells what replaces what', async () => {
    const user = 'file:///home/me/mine.json';
    const { setup, problems } = await configure(
      {
        [configFile]: '{"catalogues":["a.json","b.json"]}',
        [`${root}/a.json`]: catalogue(guideline('knee', 'Team Knee'), guideline('elbow', 'Team Elbow')),
        [`${root}/b.json`]: catalogue(guideline('knee', 'Other Knee')),
        [user]: catalogue(guideline('knee', 'My Knee'), guideline('toe', 'My Toe')),
      },
      { user: { catalogues: ['/home/me/mine.json'] } },
    );
    assert.equal(setup.catalogue.byId('knee')?.title, 'Other Knee');
    assert.equal(setup.catalogue.byId('toe')?.title, 'My Toe');
    assert.equal(setup.catalogue.byId('elbow')?.origin, 'a.json');
    assert.deepEqual(
      problems.map(({ uri, text, span, severity }) => [uri, text.slice(span.start, span.end), severity]),
      [
        [`${root}/a.json`, '"knee"', 'information'],
        [`${root}/b.json`, '"knee"', 'information'],
      ],
    );
  });

  it('leaves out of a catalogue only what is wrong', async () => {
    const { setup, problems } = await configure({
      [configFile]: '{"catalogues":["a.json"]}',
      [`${root}/a.json`]: catalogue(guideline('good', 'Good'), { ...guideline('bad', 'Bad'), status: 'maybe' }),
    });
    assert.ok(setup.catalogue.byId('good'));
    assert.equal(setup.catalogue.byId('bad'), undefined);
    assert.deepEqual(
      problems.map(({ message }) => message.split(':')[0]),
      ['guidelines[1].status'],
    );
  });

  it('adds the words of a vocabulary file, and makes the setup anew when they change', async () => {
    const words = (term: string) =>
      JSON.stringify({ version: 1, services: [{ id: 'sauna', title: 'sauna', class: 'modality', terms: [term] }] });
    const files = new Files({
      [configFile]: '{"vocabularies":["words.json"]}',
      [`${root}/words.json`]: words('sauna'),
    });
    const configurator = new Configurator(files);
    const terms = ({ setup }: Awaited<ReturnType<Configurator['configure']>>) =>
      setup.vocabulary.services.find(({ id }) => id === 'sauna')?.terms;
    const first = await configurator.configure(letter);
    assert.deepEqual([terms(first), first.problems], [['sauna'], []]);
    assert.ok(first.files.includes(`${root}/words.json`));
    configurator.forgetFiles();
    assert.equal((await configurator.configure(letter)).setup, first.setup);
    files.files[`${root}/words.json`] = words('steam bath');
    configurator.forgetFiles();
    assert.deepEqual(terms(await configurator.configure(letter)), ['steam bath']);
  });

  it('tells in the vocabulary file what clashes, and leaves out only what is wrong', async () => {
    const text = JSON.stringify({
      version: 1,
      drugs: [
        { id: 'house-drug', generic: 'housedrug', brands: ['Norco'], classes: ['opioid'] },
        { id: 'other-drug', generic: 'otherdrug', classes: ['no-such-class'] },
        { id: 'carisoprodol', generic: 'carisoprodolum', classes: ['muscle-relaxant'] },
        { id: 'Wrong Id', generic: 'x', classes: [] },
      ],
    });
    const { setup, problems } = await configure({
      [configFile]: '{"vocabularies":["words.json","none.json"]}',
      [`${root}/words.json`]: text,
    });
    assert.ok(setup.vocabulary.drugs.some(({ id }) => id === 'house-drug'));
    assert.ok(!setup.vocabulary.drugs.some(({ id }) => id === 'Wrong Id'));
    assert.deepEqual(
      problems
        .map(({ uri, severity, message }) => [uri?.replace(`${root}/`, ''), severity, message.split(':')[0]])
        .sort(),
      [
        ['letters.config.json', 'error', 'vocabularies[1]'],
        ['words.json', 'error', 'drugs[1].classes'],
        ['words.json', 'error', 'drugs[3].classes'],
        ['words.json', 'error', 'drugs[3].id'],
        ['words.json', 'information', 'drugs[2].generic'],
        ['words.json', 'warning', 'drugs[0].brands[0]'],
      ],
    );
    const ambiguous = problems.find(({ severity }) => severity === 'warning');
    assert.equal(text.slice(ambiguous?.span.start, ambiguous?.span.end), '"Norco"');
  });

  it('takes a policy and a list of names, and makes the setup anew when they change', async () => {
    const path = `${root}/case.letters-names.json`;
    const files = new Files({
      [configFile]: '{"policy":"safe-harbor","names":"case.letters-names.json"}',
      [path]: '{"workers":["Jane Doe"]}',
    });
    const configurator = new Configurator(files);
    const first = await configurator.configure(letter);
    assert.equal(first.setup.policy, 'safe-harbor');
    assert.equal(first.setup.names?.namesIn('Jane Doe').length, 1);
    assert.ok(first.files.includes(path));
    configurator.forgetFiles();
    assert.equal((await configurator.configure(letter)).setup, first.setup);
    files.files[path] = '{"workers":["Richard Roe"]}';
    configurator.forgetFiles();
    const second = await configurator.configure(letter);
    assert.equal(second.setup.names?.namesIn('Jane Doe').length, 0);
    assert.equal(second.setup.names?.namesIn('Richard Roe').length, 1);
    const posted = await new Configurator(files, { policy: 'posted' }).configure(letter);
    assert.equal(posted.setup.policy, 'posted', 'what is asked for outright wins');
    assert.equal((await configure({})).setup.policy, 'posted');
    assert.equal((await configure({})).setup.names, null);
  });

  it('repeats nothing of a list of names that is broken, and reads none outside of the folder', async () => {
    for (const list of [
      '{"workers":["Wilhelmina Quist",7]}',
      '{"Quist":[]}',
      '{"Quist":1,"Quist":1}',
      '["Quist"]',
      '{Quist',
    ]) {
      const { problems } = await configure({
        [configFile]: '{"names":"names.json"}',
        [`${root}/names.json`]: list,
      });
      assert.ok(problems.length > 0, list);
      assert.doesNotMatch(JSON.stringify(problems), /Quist/);
    }
    for (const [names, message] of [
      ['../names.json', /does not lead to a file/],
      ['none.json', /There is no file/],
    ] as const) {
      const { problems, setup } = await configure({
        [configFile]: JSON.stringify({ names }),
        'file:///home/names.json': '{"workers":["Jane Doe"]}',
      });
      assert.equal(setup.names, null);
      assert.match(problems[0]?.message ?? '', message);
    }
  });

  it('survives a host that fails, and files of any kind', async () => {
    const failing = new Configurator({ builtIn, readText: () => Promise.reject(new Error('no')) });
    assert.deepEqual((await failing.configure(letter)).problems, []);
    for (const text of [
      '',
      '[]',
      '7',
      '{"rules":[]}',
      '{"rules":{"__proto__":1}}',
      '{"catalogues":{"0":1}}',
      '\u0000',
    ]) {
      const { setup, problems } = await configure({ [configFile]: text });
      assert.equal(problems.length > 0, true, text);
      assert.equal(setup.profile.profile.id, builtInProfiles[0]?.id);
    }
  });
});

describe('layers of configuration', () => {
  it('count the stronger, setting by setting and option by option', () => {
    const layer = (kind: 'user' | 'file' | 'workspace', config: object) => ({ kind, folder: null, config });
    const merged = mergeLayers([
      layer('user', { profile: 'a', rules: { x: 'hint', y: { severity: 'off', most: 3 } }, quietTyping: { pause: 5 } }),
      layer('file', { organisation: 'O', rules: { y: 'error' }, policy: 'posted' }),
      layer('workspace', { profile: 'b', catalogues: ['c.json'], ruleOptions: { y: { least: 1 }, z: { least: 2 } } }),
    ]);
    assert.equal(merged.profile?.value, 'b');
    assert.equal(merged.organisation, 'O');
    assert.equal(merged.policy, 'posted');
    assert.equal(merged.quietPause, 5);
    const y = { severity: 'error', most: 3, least: 1 };
    assert.deepEqual(merged.rules, { x: { severity: 'hint' }, y, z: { least: 2 } });
    assert.equal(mergeLayers([]).quietPause, 2000);
  });

  it('take the options of a rule from settings of their own', () => {
    const settings = { ruleOptions: { 'plain-language': { words: 12 } } };
    assert.deepEqual(loadSettings(settings).problems, []);
    const read = loadSettings(settings).value ?? {};
    const merged = mergeLayers([{ kind: 'user', folder: null, config: read }]);
    assert.deepEqual(merged.rules, { 'plain-language': { words: 12 } });
  });
});

describe('what comes from outside', () => {
  const loadOurs = (text: string) => loadProfile(text, builtInProfiles);

  it('is taken but for what is wrong', () => {
    const { value, problems } = loadConfigFile(
      '{"rules":{"missing-decision":"loud","missing-items":"off"},"catalogues":["a",7,"b"],"colour":"red"}',
    );
    assert.deepEqual(value, { rules: { 'missing-items': 'off' }, catalogues: ['a', 'b'] });
    assert.deepEqual(
      problems.map(({ path }) => path),
      [['rules', 'missing-decision'], ['catalogues', 1], ['colour']],
    );
    assert.match(problems[0]?.message ?? '', /^Expected off, error/);
  });

  it('is none where nothing can be read', () => {
    for (const load of [loadConfigFile, loadCatalogueFile, loadOurs, loadVocabularyFile]) {
      for (const text of ['', 'null', '[', '"x"']) {
        const { value, problems } = load(text);
        assert.equal(value, null);
        assert.equal(problems.length, 1);
      }
    }
    assert.deepEqual(loadSettings(undefined).value, {});
    assert.deepEqual(loadSettings({ profile: '', rules: null, catalogues: [] }), {
      value: { catalogues: [] },
      problems: [],
    });
    assert.equal(loadSettings([]).problems.length, 1);
  });

  it('must extend a profile that there is', () => {
    const { value, problems } = loadOurs(JSON.stringify({ ...builtInProfiles[0], extends: 'nothing' }));
    assert.equal(value, null);
    assert.deepEqual(
      problems.map(({ path }) => path),
      [['extends']],
    );
  });
});

describe('file names', () => {
  it('are URIs of any scheme', () => {
    assert.equal(folderOf('vscode-vfs://github/a/b.letter'), 'vscode-vfs://github/a');
    assert.equal(folderOf('file:///b.letter'), 'file://');
    assert.equal(shownPath('file:///a', 'file:///a/b%20c/d.json'), 'b c/d.json');
    assert.equal(shownPath(null, 'file:///a/b.json'), 'a/b.json');
  });

  it('are the same however they are encoded', () => {
    assert.ok(isSameUri('file:///c%3A/a%20b', 'file:///C:/a b'));
    assert.ok(isInside('file:///c%3A/a', 'file:///C:/a/b/c.letter'));
    assert.ok(isInside('file:///a/', 'file:///a'));
    assert.ok(!isInside('file:///a', 'file:///ab/c'));
    assert.ok(!isInside('file:///a', 'http:///a/b'));
    assert.ok(isInside('file:///%zz', 'file:///%zz/b'), 'what is no encoding is taken as it is');
  });

  it('do not lead out of their root', () => {
    const resolve = (path: string) => resolveInside('file:///a', 'file:///a/b', path);
    assert.equal(resolve('c.json'), 'file:///a/b/c.json');
    assert.equal(resolve('./x/../c d.json'), 'file:///a/b/c%20d.json');
    assert.equal(resolve('..\\c.json'), 'file:///a/c.json');
    for (const path of [
      '',
      '/c.json',
      '../../c.json',
      '..\\..\\a2\\c.json',
      'C:\\c.json',
      'file:///a/c.json',
      '\\\\host\\c',
    ]) {
      assert.equal(resolve(path), null, path);
    }
  });

  it('are absolute in the settings of a user', () => {
    assert.equal(absoluteUri('/home/a b/c.json'), 'file:///home/a%20b/c.json');
    assert.equal(absoluteUri('C:\\a\\c.json'), 'file:///C%3A/a/c.json');
    assert.equal(absoluteUri('\\\\host\\share\\c.json'), 'file://host/share/c.json');
    assert.equal(absoluteUri('vscode-vfs://github/c.json'), 'vscode-vfs://github/c.json');
    assert.equal(absoluteUri('c.json'), null);
  });
});
