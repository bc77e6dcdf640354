import type { Rule } from '../core/rules/rule';

/** The page about a rule, with examples of what it finds and what not, and below it how the rule is set. */
export function rulePage(page: string, { id, severity, group, fix, options = {} }: Rule): string {
  const set = severity === 'off' ? 'warning' : 'off';
  const entries = Object.entries(options).map(([name, option]) => {
    return `- \`${name}\`, by default \`${JSON.stringify(option.default)}\`: ${option.description}`;
  });
  return [
    page.trimEnd(),
    '',
    '## Settings',
    '',
    `- Severity: \`${severity}\``,
    `- Group: ${group}`,
    `- Fixes: ${fixes[fix]}`,
    '',
    `In \`letters.config.json\`: \`{ "rules": { "${id}": "${set}" } }\``,
    ...(entries.length > 0 ? ['', 'Options, beside "severity" in an object:', '', ...entries] : []),
    '',
  ].join('\n');
}

const fixes: Record<Rule['fix'], string> = {
  safe: 'safe ones, which `letters fix` makes',
  offered: 'offered in the editor, to be chosen by the writer',
  none: 'none',
};
