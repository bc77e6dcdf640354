import type { Arguments, OptionDefinitions } from './arguments';

export interface Command {
  readonly name: string;
  /** What stands behind the name: `PATHS...`. */
  readonly operands: string;
  readonly summary: string;
  /** More for the command's own help, if there is more to say. */
  readonly details: string;
  readonly options: OptionDefinitions;
  /** Returns the exit code. Loads its code only when it runs. */
  run(args: Arguments): Promise<number>;
}

const paths = `PATHS are files, folders (their *.letter files, at any depth), patterns such as "2016/**/*.letter",
and - for standard input.`;
const settings = `A letters.config.json in the letter's folder or above it, up to the root of the repository, chooses the
profile, catalogues and rules.`;
const exits =
  'Exit code: 1 if there is an error, or more warnings than allowed; 2 if something could not be read; else 0.';

const stdinName = {
  type: 'string',
  placeholder: 'NAME',
  help: 'Path that the letter on standard input is taken to have.',
} as const;

export const commands: readonly Command[] = [
  {
    name: 'check',
    operands: 'PATHS...',
    summary: 'Check letters and say what is missing or wrong.',
    details: `${paths}\n${settings}\n\n${exits}`,
    options: {
      format: {
        type: 'string',
        placeholder: 'FORMAT',
        values: ['pretty', 'json', 'sarif', 'github'],
        help: 'pretty (default), json, sarif (2.1.0) or github (workflow commands).',
      },
      'max-warnings': { type: 'string', placeholder: 'N', help: 'Exit with 1 if there are more than N warnings.' },
      'stdin-name': stdinName,
    },
    run: async args => (await import('./check')).check(args),
  },
  {
    name: 'parse',
    operands: 'PATHS...',
    summary: 'Print what letters say as JSON, one object a line.',
    details: `${paths}\n${settings}`,
    options: {
      format: { type: 'string', placeholder: 'FORMAT', values: ['json'], help: 'json, the only one.' },
      'stdin-name': stdinName,
    },
    run: async args => (await import('./parse')).parse(args),
  },
];
