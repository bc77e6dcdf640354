import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goodItem, goodLetter } from './letters';

const folder = join('.build', 'test', 'faulty');

/** Builds the servers that have the rules of `test/support/faultyRules.ts`; returns their folder. */
export async function buildFaultyServers(): Promise<string> {
  const script: { buildFaultyServers(folder: string): Promise<void> } = await import(
    pathToFileURL(resolve('scripts/lib/faultyServer.mjs')).href
  );
  await script.buildFaultyServers(folder);
  return folder;
}

/** Letters in which one of those rules does harm. */
export const hangs = goodLetter + goodItem.replace('Physical therapy', 'A never-ending course of therapy');
export const slow = goodLetter.replace(
  'Decision rationale:',
  'Decision rationale: Here is slow reading. There is slow reading too.',
);
