import { rules } from '../core/rules/index';
import type { Arguments } from './arguments';
import { didYouMean } from './didYouMean';
import { UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { readPage } from './pages';
import { rulePage } from './rulePage';
import { colorsFor, print, say } from './terminal';
import { terminalMarkdown } from './terminalMarkdown';

/** `letters explain`: the page about a rule and its settings. Where it is read by a program, it is given in Markdown. */
export async function explain({ positionals: [id = ''] }: Arguments): Promise<number> {
  const rule = rules.find(r => r.id === id);
  if (!rule) {
    const names = rules.map(r => r.id);
    throw new UsageError(`There is no rule "${id}".${didYouMean(id, names)} letters rules lists them.`);
  }
  const page = readPage(id);
  if (page === null) {
    say(`The page about ${id} is not installed. In short: ${rule.summary}`);
    return exitCodes.unusable;
  }
  const text = rulePage(page, rule);
  await print(process.stdout.isTTY ? terminalMarkdown(text, colorsFor(process.stdout), process.stdout.columns) : text);
  return exitCodes.good;
}
