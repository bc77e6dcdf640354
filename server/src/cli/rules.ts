import { rules as allRules } from '../core/rules/index';
import type { Rule } from '../core/rules/rule';
import type { Arguments } from './arguments';
import { exitCodes } from './exitCodes';
import { colorsFor, print } from './terminal';

/** `letters rules`: what is checked, as a table or as `{ "version": 1, "rules": […] }`. */
export async function rules(args: Arguments): Promise<number> {
  await print(args.flag('json') ? `${JSON.stringify({ version: 1, rules: allRules.map(jsonRule) })}\n` : table());
  return exitCodes.good;
}

function jsonRule({ id, group, scope, severity, summary, fix, options = {} }: Rule) {
  return { id, group, scope, severity, summary, fix, options };
}

function table(): string {
  const colors = colorsFor(process.stdout);
  const rows = allRules.map(({ id, severity, fix, summary }) => [id, severity, fix, summary] as const);
  const header = ['rule', 'severity', 'fix', 'what it finds'] as const;
  const widths = [0, 1, 2].map(column => Math.max(...[header, ...rows].map(row => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  const groups = [...new Set(allRules.map(rule => rule.group))];
  return [
    colors.dim(line(header)),
    ...groups.flatMap(group => [
      '',
      colors.bold(group),
      ...rows.filter((_, index) => allRules[index]?.group === group).map(line),
    ]),
    '',
    'letters explain RULE shows the page about a rule.',
    '',
  ].join('\n');
}
