import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The posted letters that tests read where they are present; they are no part of the project. */
export const corpusFolder = resolve('..', 'shared', 'corpus');
export const corpusPresent = existsSync(join(corpusFolder, 'expected'));
export const shapes = ['layout', 'raw', 'spaced'] as const;
export type Shape = (typeof shapes)[number];

export interface ExpectedItem {
  title: string;
  decision: string;
  claimsGuideline: string;
  reviewerGuideline: string;
  rationale: string;
}

export interface ExpectedLetter {
  header: Record<string, string>;
  credentials: { licensure: string[]; specialty: string[] };
  items: ExpectedItem[];
}

export function corpusIds(): string[] {
  return readdirSync(join(corpusFolder, 'expected')).map(name => name.replace('.json', ''));
}

export function corpusText(id: string, shape: Shape): string {
  return readFileSync(join(corpusFolder, shape, `${id}.txt`), 'utf8');
}

export function expectedLetter(id: string): ExpectedLetter {
  return JSON.parse(readFileSync(join(corpusFolder, 'expected', `${id}.json`), 'utf8')) as ExpectedLetter;
}

export function seedText(prefix: '000' | '002'): string {
  const folder = join(corpusFolder, 'seeds');
  const name = readdirSync(folder).find(file => file.startsWith(prefix));
  return readFileSync(join(folder, name ?? ''), 'utf8');
}

/** For `describe`: skips its tests, and says why, where the corpus is absent; the body is not run then. */
export function describeCorpus(title: string, body: () => void): void {
  if (corpusPresent) describe(title, body);
  else describe(title, () => it.skip('needs the folder of posted letters, which is absent'));
}
