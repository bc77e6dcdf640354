import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Sentence } from '../../../server/src/core/facts/sentence';
import { importLetter } from '../../../server/src/core/import/importLetter';
import { parseLetter } from '../../../server/src/core/language/letter';
import { printLetter } from '../../../server/src/core/printed/printLetter';
import { checkLetter } from '../../../server/src/core/rules/check';
import { rules } from '../../../server/src/core/rules/index';
import { redacted } from '../../../server/src/core/services/redact';
import { semanticTokens } from '../../../server/src/core/services/semanticTokens/semanticTokens';
import { assertGrowth, growthProblem } from '../../support/growth';
import { hostilePieces, letterOf, repeated } from '../../support/hostile';
import { readMarked } from '../../support/markers';
import { testSetup } from '../../support/setup';

/*
 * The time that a letter takes grows with its length and no faster, whatever it is made of: each piece that could send a
 * reader back and forth is repeated in every place of a letter. What is slow for its length is measured again, and
 * compared with four times the length.
 */

const setup = testSetup();
const raw = setup.profile.profile;
const pieces = [...new Set([...hostilePieces(raw), ...flaggedLines()])];
/** Of the text in each place of a letter, in UTF-16 units. */
const LENGTH = 2000;

/** A setup for which nothing is kept, sentences included. */
const fresh = () => ({ ...setup, vocabulary: { ...setup.vocabulary } });

/** What is done with a letter as a whole, each on its own. */
const passes: Readonly<Record<string, (text: string) => () => void>> = {
  'reading and checking': text => () => {
    checkLetter(parseLetter(text, setup.profile), fresh(), rethrow);
  },
  importing: text => () => importLetter(text, setup),
  'writing and colouring': text =>
    withLetter(text, letter => [printLetter(letter, setup), semanticTokens(letter, setup)]),
};

describe(`time grows with the text (${pieces.length} pieces)`, function () {
  this.timeout(120_000);

  it('is told from a time that grows with the square', () => {
    const square = (length: number) => () => {
      for (let i = 0; i < length; i++) for (let k = 0; k < length; k++) Math.imul(i, k);
    };
    assert.notEqual(growthProblem(5000, square), null);
    assert.equal(
      growthProblem(200, length => () => square(200)() ?? length),
      null,
    );
  });

  for (const [name, pass] of Object.entries(passes)) {
    it(name, () => {
      assertGrowth(pieces, LENGTH, (piece, length) => pass(letterOf(raw, repeated(piece, length))));
    });
  }

  it('of redacting', () => {
    assertGrowth(pieces, LENGTH / 4, (piece, length) => {
      return withLetter(letterOf(raw, repeated(piece, length)), letter => redacted(letter, fresh(), 'safe-harbor'));
    });
  });

  it('of each extraction on its own', async () => {
    const extractions = await extractionsOf(['facts', 'privacy']);
    assert.ok(Object.keys(extractions).length > 40, `${Object.keys(extractions).length} extractions`);
    for (const [name, extract] of Object.entries(extractions)) {
      assertGrowth(
        pieces,
        8000,
        (piece, length) => {
          const sentence = new Sentence(repeated(piece, length).replace(/\s+/g, ' '), setup.vocabulary);
          return () => extract(sentence);
        },
        name,
      );
    }
  });
});

function withLetter(text: string, use: (letter: ReturnType<typeof parseLetter>) => unknown): () => void {
  const letter = parseLetter(text, setup.profile);
  return () => void use(letter);
}

function rethrow(rule: string, error: unknown): never {
  throw new Error(`${rule} failed`, { cause: error });
}

/** For each rule a line that it flags: repeated, it is found again and again. */
function flaggedLines(): string[] {
  return rules.map(({ id }) => {
    const folder = join('test', 'rules', id);
    const name = readdirSync(folder).find(file => /^bad.*\.letter$/.test(file) && !file.includes('.fixed.'));
    const { text, ranges } = readMarked(readFileSync(join(folder, name ?? ''), 'utf8'));
    const line = text.slice(text.lastIndexOf('\n', ranges[0]?.start) + 1).split('\n')[0] ?? '';
    return `${line}\n`;
  });
}

/** Every function of these folders of core that takes a text or a sentence and nothing else but the vocabulary. */
async function extractionsOf(folders: readonly string[]): Promise<Record<string, (sentence: Sentence) => unknown>> {
  const lines = folders.flatMap(folder => {
    const path = join('server', 'src', 'core', folder);
    return readdirSync(path).flatMap(file => {
      const declared = readFileSync(join(path, file), 'utf8').matchAll(/^export function (\w+)\(([^()]*)\)/gm);
      return [...declared].flatMap(([, name, parameters = '']) => {
        const list = argumentsFor(parameters);
        const from = JSON.stringify(`./${path}/${file}`);
        const key = JSON.stringify(`${folder}/${name}`);
        return list
          ? [`import * as m${folder}_${name} from ${from}; all[${key}] = s => m${folder}_${name}.${name}(${list});`]
          : [];
      });
    });
  });
  const { outputFiles } = await build({
    stdin: { contents: `export const all = {};\n${lines.join('\n')}`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
  });
  const module = { exports: {} as { all: Record<string, (sentence: Sentence) => unknown> } };
  new Function('require', 'module', 'exports', outputFiles[0]?.text ?? '')(require, module, module.exports);
  return module.exports.all;
}

/** What to call a function with, by its parameters; null if it wants something else. */
function argumentsFor(parameters: string): string | null {
  const known: Readonly<Record<string, string>> = { string: 's.text', Sentence: 's', Vocabulary: 's.vocabulary' };
  const types = parameters
    .split(/,(?![^{]*\})/)
    .map(parameter => parameter.replace(/^[^:]*(?:\{[^}]*\})?: ?/, '').trim());
  const list = types.map(type => known[type] ?? (type === '{ readonly text: string }' ? 's' : null));
  return list.includes(null) || list.length === 0 || types[0] === 'Vocabulary' ? null : list.join(', ');
}
