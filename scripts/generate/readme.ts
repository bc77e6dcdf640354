import { readFileSync } from 'node:fs';
import { rules } from '../../server/src/core/rules/index';
import type { Rule } from '../../server/src/core/rules/rule';

/** The tables of the README: everything between the marks of a region. */
export function outputs(): Record<string, string> {
  const readme = readFileSync('README.md', 'utf8');
  return {
    'README.md': [
      ['settings', settingsTable()],
      ['rules', rulesTable()],
    ].reduce((text, [name, table]) => replaceRegion(text, name ?? '', table ?? ''), readme),
    'docs/rules/README.md': `# Rules\n\nEvery check, with its page. Generated; the pages are not.\n\n${rulesTable('')}`,
  };
}

function replaceRegion(text: string, name: string, content: string): string {
  const start = `<!-- generated: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no region ${name}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n${text.slice(to)}`;
}

function rulesTable(folder = 'docs/rules/'): string {
  const groups = [...new Set(rules.map(rule => rule.group))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return groups
    .map(group => {
      const rows = rules
        .filter(rule => rule.group === group)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(rule => `| [${rule.id}](${folder}${rule.id}.md) | ${rule.severity} | ${fixOf(rule)} | ${rule.summary} |`);
      const title = group.charAt(0).toUpperCase() + group.slice(1);
      return `**${title}**\n\n| rule | severity | fix | what it finds |\n|---|---|---|---|\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

const order: readonly Rule['group'][] = ['structure', 'citations', 'consistency', 'privacy', 'style', 'law'];

function fixOf(rule: Rule): string {
  return rule.fix === 'none' ? '' : rule.fix === 'safe' ? 'safe' : 'yes';
}

interface Property {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
}

function settingsTable(): string {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { properties: Record<string, Property> }[] };
  };
  const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
  const rows = manifest.contributes.configuration.flatMap(page =>
    Object.entries(page.properties).map(([name, property]) => {
      const key = property.markdownDescription ?? property.description ?? '';
      const text = (texts[key.slice(1, -1)] ?? key).replace(/\s+/g, ' ').replaceAll('|', '\\|');
      return `| \`${name}\` | ${shown(property.default)} | ${text} |`;
    }),
  );
  return `| setting | default | what it does |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text === undefined || text === '""' || text === '{}' || text === '[]' ? '' : `\`${text}\``;
}
