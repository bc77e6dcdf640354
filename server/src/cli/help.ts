import type { OptionDefinitions } from './arguments';
import { type Command, commands } from './commands';

/** Options that stand in every command's help. */
export const commonOptions: OptionDefinitions = {
  help: { type: 'boolean', help: 'Show this help.' },
};

export const mainOptions: OptionDefinitions = {
  ...commonOptions,
  version: { type: 'boolean', help: 'Show the version.' },
};

export function mainHelp(): string {
  const width = Math.max(...commands.map(({ name, operands }) => `${name} ${operands}`.length));
  return [
    'Usage: letters COMMAND ...',
    '',
    'Checks determination letters, mends and reads them.',
    '',
    'Commands:',
    ...commands.map(({ name, operands, summary }) => `  ${`${name} ${operands}`.padEnd(width)}  ${summary}`),
    '',
    ...optionLines(mainOptions),
    '',
    'letters COMMAND --help says more about a command.',
    '',
  ].join('\n');
}

export function commandHelp({ name, operands, summary, details, options }: Command): string {
  return [
    usage(name, operands),
    '',
    summary,
    '',
    ...(details === '' ? [] : [details, '']),
    ...optionLines({ ...options, ...commonOptions }),
    '',
  ].join('\n');
}

function usage(name: string, operands: string): string {
  return `Usage: letters ${name} [OPTIONS] ${operands}`.trimEnd();
}

function optionLines(options: OptionDefinitions): string[] {
  const entries = Object.entries(options).map(([name, { short, placeholder, help }]) => {
    const names = short ? `-${short}, --${name}` : `--${name}`;
    return { names: placeholder ? `${names} ${placeholder}` : names, help };
  });
  const width = Math.max(...entries.map(({ names }) => names.length));
  const indent = `\n${' '.repeat(width + 4)}`;
  return [
    'Options:',
    ...entries.map(({ names, help }) => `  ${names.padEnd(width)}  ${help.replaceAll('\n', indent)}`),
  ];
}
