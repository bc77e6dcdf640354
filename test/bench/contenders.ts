import { join } from 'node:path';
import type { ServerKind } from './client';
import { generateLetter, random } from './letterGenerator';

/** A text to open, and where in it keys are pressed. */
export interface BenchDocument {
  readonly text: string;
  readonly line: number;
  readonly character: number;
}

/** A server with texts of its language. */
export interface Contender {
  readonly server: ServerKind;
  document(size: number): BenchDocument;
}

/** What is measured and the floor under it. */
export function own(folders: {
  readonly bench: string;
  readonly dist: string;
}): Record<'floor' | 'letters', Contender> {
  const letter = { languageId: 'determination-letter', uri: 'untitled:bench.letter' };
  const node = (script: string): ServerKind => ({ ...letter, command: [process.execPath, script, '--stdio'] });
  return {
    floor: { server: node(join(folders.bench, 'floor.js')), document: letterDocument },
    letters: { server: node(join(folders.dist, 'server.js')), document: letterDocument },
  };
}

/** The peers, from the folder that they are installed in; texts of the same size in their own languages. */
export function peers(folder: string): Record<'json' | 'rumdl', Contender> {
  const json = join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server');
  return {
    json: {
      server: {
        command: [process.execPath, json, '--stdio'],
        languageId: 'json',
        uri: 'untitled:bench.json',
        isAsked: true,
      },
      document: jsonDocument,
    },
    rumdl: {
      server: {
        command: [rumdlProgram(folder), 'server', '--no-config', '--config', rumdlSettings],
        languageId: 'markdown',
        uri: 'file:///bench.md',
      },
      document: letterDocument,
    },
  };
}

/** What letters are like by their nature is not told, so that these tools too find only a few problems in a text. */
export const notForLetters = ['MD012', 'MD013', 'MD022', 'MD024', 'MD025', 'MD026', 'MD032'];
export const rumdlSettings = `disable = ${JSON.stringify(notForLetters)}`;

/** The program itself, without the script of Node that starts it. */
export function rumdlProgram(folder: string): string {
  const program = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl';
  return join(folder, `node_modules/@rumdl/cli-${process.platform}-${process.arch}`, program);
}

/** A letter is Markdown too. Keys are pressed in a rationale in its middle. */
export function letterDocument(size: number): BenchDocument {
  const text = generateLetter(size);
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  const label = lines.findIndex((each, index) => index >= middle && each.startsWith('Decision rationale'));
  const line = label < 0 ? lines.findLastIndex(each => each.startsWith('Decision rationale')) : label;
  return { text, line: line + 2, character: 20 };
}

/** Objects of the kind that configuration has, some with a key twice, for which twenty warnings come. */
function jsonDocument(size: number): BenchDocument {
  const next = random(1);
  const word = () => Math.floor(next() * 1e9).toString(36);
  const lines = ['['];
  let length = 0;
  while (length < size) {
    const twice = lines.length <= 10 ? '"name": 1, "name": 2, ' : '';
    const line = `  { ${twice}"${word()}": "the ${word()} of ${word()} and ${word()}", "list": [${Math.floor(next() * 99)}, true, null] },`;
    lines.push(line);
    length += line.length + 1;
  }
  lines.push('  {}', ']');
  const line = Math.floor(lines.length / 2);
  return { text: lines.join('\n'), line, character: (lines[line] as string).indexOf('"the') + 5 };
}
