import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatJson } from '../lib/generated.mjs';

const folder = join('client', 'src');

/** A call with its text as a plain literal: anything else could not be translated. */
const CALL = /\bl10n\s*\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")?/g;

/** Every text of the client that has translations, in the order of the alphabet: what a translator starts from. */
export function outputs(): Record<string, string> {
  const texts = [...new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(textsIn))].sort();
  return { 'l10n/bundle.l10n.json': formatJson(Object.fromEntries(texts.map(text => [text, text]))) };
}

function textsIn(name: string): string[] {
  if (!name.endsWith('.ts')) return [];
  const source = readFileSync(join(folder, name), 'utf8');
  return [...source.matchAll(CALL)].map(([, single, double]) => {
    const text = single ?? double;
    if (text === undefined) throw new Error(`${folder}/${name} calls l10n.t with something else than a text`);
    return text.replace(/\\(.)/g, '$1');
  });
}
