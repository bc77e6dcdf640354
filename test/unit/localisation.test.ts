import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../../scripts/generate/settings';
import { Texts } from '../../scripts/generate/texts';
import { filesBelow, translatedTexts } from '../../scripts/generate/translated';
import { t, useTranslations } from '../../server/src/core/words/translate';

/** Every text that the editor shows of its own stands in files that can be translated, and is in Spanish too. */

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
const manifestText = readFileSync('package.json', 'utf8');
const placeholders = (text: string) =>
  [...text.matchAll(/\{\d\}|`[^`]*`|\(command:[^)]*\)|\[\[|\]\]/g)].map(String).sort();

describe('the texts of the manifest', () => {
  const english = read('package.nls.json');
  const keysUsed = new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(match => match[1] ?? ''));

  it('are all there, and all used', () => {
    assert.deepEqual([...keysUsed].sort(), Object.keys(english).sort());
    assert.ok(keysUsed.size > 100, 'the keys are found');
  });

  it('stand nowhere but in their files', () => {
    const { contributes } = JSON.parse(manifestText) as { contributes: Record<string, unknown> };
    const shown = [
      'commands',
      'views',
      'viewsContainers',
      'viewsWelcome',
      'walkthroughs',
      'configuration',
      'submenus',
      'customEditors',
    ];
    const found = shown.flatMap(point => plainTexts(contributes[point], point));
    assert.deepEqual(found, []);
  });

  it('are all in Spanish, with the same commands and examples', () => {
    const spanish = read('package.nls.es.json');
    assert.deepEqual(Object.keys(spanish).sort(), Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(placeholders(spanish[key] ?? ''), placeholders(text), key);
      assert.notEqual(spanish[key]?.trim(), '', key);
    }
  });

  it('have a Spanish translation of each sentence of the settings, and of no other', () => {
    const texts = new Texts();
    settings(texts);
    assert.deepEqual(Object.keys(read('l10n/settings.es.json')).sort(), [...texts.all()].sort());
  });
});

describe('the texts of the client and the server', () => {
  const english = read('l10n/bundle.l10n.json');
  const spanish = read('l10n/bundle.l10n.es.json');

  it('are what the bundle holds', () => {
    assert.deepEqual(Object.keys(english).sort(), [...new Set(translatedTexts())].sort());
  });

  it('are all in Spanish, with the same places to be filled', () => {
    assert.deepEqual(Object.keys(spanish).sort(), Object.keys(english).sort());
    assert.ok(Object.keys(english).length > 800, 'the texts are found');
    for (const text of Object.keys(english)) {
      assert.deepEqual(placeholders(spanish[text] ?? ''), placeholders(text), text);
      assert.notEqual(spanish[text]?.trim(), '', text);
    }
  });

  it('are found where VS Code looks for them', () => {
    const { l10n } = JSON.parse(manifestText) as { l10n: string };
    assert.ok(existsSync(join(l10n, 'bundle.l10n.es.json')));
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!l10n\/bundle\.\*\.json$/m);
  });

  it('are never shown without a way to translate them', () => {
    const files = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const shown =
      /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*['"`]|\b(?:prompt|placeHolder|placeholder|title|tooltip|detail|label|description): ['"`](?!['"`])/g;
    const found = files.flatMap(name => {
      const source = readFileSync(join('client/src', name), 'utf8');
      return [...source.matchAll(shown)].map(match => `${name}: ${source.slice(match.index, match.index + 60)}`);
    });
    assert.deepEqual(found, []);
    assert.match("box.prompt = x({ title: 'Plain' })", new RegExp(shown.source));
  });
});

describe('the texts of the server', () => {
  const folders = ['rules', 'services', 'compare', 'config', 'catalogue', 'vocabulary'].map(
    name => `server/src/core/${name}`,
  );

  it('are never made without a way to translate them', () => {
    // Those are the words of the manifest, which has a file of its own.
    const files = [...folders, 'server/src/lsp']
      .flatMap(filesBelow)
      .filter(name => !/config\/\w*[sS]chema\.ts$/.test(name));
    assert.ok(files.length > 200, 'the sources are found');
    assert.deepEqual(
      files.flatMap(file => untranslated(readFileSync(file, 'utf8')).map(text => `${file}: ${text}`)),
      [],
    );
  });

  it('are found where they stand alone', () => {
    const found = untranslated(
      [
        "  summary: 'A title that is no title.',",
        "  message: 'Write the service.',",
        '  title: `Add a name`,',
        "  message: t('Write the service.'),",
        '  message: t(',
        "    'Write the service again and again.',",
        '  return `The title says {0}, and nothing else.`;',
        "  // 'This is only a remark on it.'",
      ].join('\n'),
    );
    assert.deepEqual(found, ["'Write the service.'", '`Add a name`', '`The title says {0}, and nothing else.`']);
  });

  it('are made in the language of the reader, and only those that are known', () => {
    useTranslations({ 'Write "{0}"': 'Escribir «{0}»' });
    try {
      assert.equal(t('Write "{0}"', 'a {1}'), 'Escribir «a {1}»');
      assert.equal(t('Take it out'), 'Take it out');
    } finally {
      useTranslations({});
    }
    assert.equal(t('Write "{0}"', 'a'), 'Write "a"');
  });
});

/** Texts for readers that are made without `t`, as far as their looks tell: a sentence, or what a field of that name holds. */
function untranslated(source: string): string[] {
  const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`/g;
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    if (/^\s*(?:\/\/|\/?\*)|^import |\b(?:summary|description):|z\.describe|Error\(|console\./.test(line)) return [];
    const above = lines[index - 1] ?? '';
    if (/\b(?:t|describe|ResponseError|Error)\($|\bsummary:$/.test(above)) return [];
    return [...line.matchAll(literal)].flatMap(({ 0: text, index: at }) => {
      const before = line.slice(0, at);
      const isTranslated = /(?<![\w.])(?:l10n\.)?t\($/.test(before);
      const isSentence =
        /^.(?:[A-Z][\w']* [^\s]+|["(]?\$\{[^}]+\}[")]? [a-z]+) [^\s]+/.test(text) && !/\\[bws]/.test(text);
      const isShown =
        /\b(?:message|title|reason|refused|documentation|paragraphs): \[?$/.test(before) && /^.[A-Z]/.test(text);
      return !isTranslated && (isSentence || isShown) ? [text] : [];
    });
  });
}

/** What a reader would see of a contribution, that is no key. */
function plainTexts(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => plainTexts(each, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const shown = [
    'title',
    'shortTitle',
    'name',
    'contextualTitle',
    'description',
    'markdownDescription',
    'contents',
    'altText',
    'category',
    'label',
  ];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (typeof inner === 'string' && shown.includes(name)) {
      return /^%[^%]+%$/.test(inner) ? [] : [`${path}.${name}: ${inner}`];
    }
    if (name === 'enumDescriptions') return (inner as string[]).filter(text => !/^%[^%]+%$/.test(text));
    // The names of settings are no texts.
    return name === 'default' || name === 'examples' ? [] : plainTexts(inner, `${path}.${name}`);
  });
}
