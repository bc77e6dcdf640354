import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { rules } from '../../server/src/core/rules/index';

/** A call with its text as a plain literal: anything else could not be translated. */
const LITERAL = String.raw`\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")?`;
const CLIENT = new RegExp(String.raw`\bl10n\s*\.t${LITERAL}`, 'g');
const SERVER = new RegExp(String.raw`(?<![\w.$])t${LITERAL}`, 'g');

/** The one file that passes on what it is given. */
const translator = join('server', 'src', 'core', 'words', 'translate.ts');

/** Every text that has translations, some more than once. */
export function translatedTexts(): string[] {
  return [
    ...filesBelow(join('client', 'src')).flatMap(file => textsIn(file, CLIENT)),
    ...filesBelow(join('server', 'src')).flatMap(file => textsIn(file, CLIENT)),
    ...filesBelow(join('server', 'src'))
      .filter(usesTranslator)
      .flatMap(file => textsIn(file, SERVER)),
    ...dataTexts(),
  ];
}

/** What the server says that stands in rules and in the built-in profiles. */
function dataTexts(): string[] {
  const ofProfiles = builtInProfiles.flatMap(({ items, advisories }) => [
    ...items.wrongDecisions.map(({ advice }) => advice),
    ...advisories.map(({ topic }) => topic),
  ]);
  return [...rules.map(({ summary }) => summary), ...ofProfiles];
}

export function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.ts')).map(name => join(folder, name));
}

function usesTranslator(file: string): boolean {
  return file !== translator && /import \{[^}]*\bt\b[^}]*\} from '[^']*\/translate';/.test(readFileSync(file, 'utf8'));
}

function textsIn(file: string, call: RegExp): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(call)].map(([, single, double]) => {
    const text = single ?? double;
    if (text === undefined) throw new Error(`${file} translates something else than a text`);
    return text.replace(/\\(.)/g, '$1');
  });
}
