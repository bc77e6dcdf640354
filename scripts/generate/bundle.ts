import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatJson } from '../lib/generated.mjs';

/** Where texts stand that a client translates. */
const folders = [join('client', 'src'), join('server', 'src', 'core', 'compare')];

/** A call with its text as a plain literal: anything else could not be translated. */
const CALL = /\bl10n\s*\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")?/g;

/** Every text of the client that has translations, in the order of the alphabet: what a translator starts from. */
export function outputs(): Record<string, string> {
  const texts = [...new Set(folders.flatMap(textsBelow))].sort();
  return { 'l10n/bundle.l10n.json': formatJson(Object.fromEntries(texts.map(text => [text, text]))) };
}

function textsBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.ts')).flatMap(name => textsIn(join(folder, name)));
}

function textsIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(CALL)].map(([, single, double]) => {
    const text = single ?? double;
    if (text === undefined) throw new Error(`${file} calls l10n.t with something else than a text`);
    return text.replace(/\\(.)/g, '$1');
  });
}
