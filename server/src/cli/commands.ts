import { policies } from '../core/privacy/policy';
import type { Arguments, OptionDefinitions } from './arguments';

export interface Command {
  readonly name: string;
  /** What stands behind the name: `PATHS...`; empty where nothing does. */
  readonly operands: string;
  /** Whether one operand is all there may be. */
  readonly takesOne?: true;
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
      policy: {
        type: 'string',
        placeholder: 'POLICY',
        values: policies,
        help: 'What identifies a person, whatever is configured: posted (ages and dates may stay) or safe-harbor.',
      },
      summary: { type: 'boolean', help: 'With pretty: end with a table of how often each rule found something.' },
      'max-warnings': { type: 'string', placeholder: 'N', help: 'Exit with 1 if there are more than N warnings.' },
      'stdin-name': stdinName,
    },
    run: async args => (await import('./check')).check(args),
  },
  {
    name: 'fix',
    operands: 'PATHS...',
    summary: 'Make the safe fixes: those that cannot change what a letter says.',
    details: `PATHS are files, folders (their *.letter files, at any depth) and patterns such as "2016/**/*.letter".\n${settings}`,
    options: { 'dry-run': { type: 'boolean', help: 'Only say what would be fixed.' } },
    run: async args => (await import('./fix')).fix(args),
  },
  {
    name: 'format',
    operands: 'PATHS...',
    summary: 'Write letters as the markup is written, without changing what they say.',
    details: `${paths} Standard input is written to standard output.\n${settings}\n\nExit code: with --check 1 if a letter would change; 2 if something could not be read or written; else 0.`,
    options: {
      check: { type: 'boolean', help: 'Change nothing: list the letters that would change.' },
      'stdin-name': stdinName,
    },
    run: async args => (await import('./format')).format(args),
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
  {
    name: 'rules',
    operands: '',
    summary: 'List the rules.',
    details: '',
    options: { json: { type: 'boolean', help: 'As JSON.' } },
    run: async args => (await import('./rules')).rules(args),
  },
  {
    name: 'explain',
    operands: 'RULE',
    takesOne: true,
    summary: 'Show the page about a rule: what it finds, why it matters, what to do.',
    details: '',
    options: {},
    run: async args => (await import('./explain')).explain(args),
  },
  {
    name: 'catalogue',
    operands: 'QUERY...',
    summary: 'Search the guidelines that letters cite, with their pages and sections.',
    details:
      'Finds by title, alias, topic, chapter number, page, body part, drug or service: letters catalogue traction neck',
    options: { json: { type: 'boolean', help: 'As JSON.' } },
    run: async args => (await import('./catalogue')).catalogue(args),
  },
  {
    name: 'lsp',
    operands: '',
    summary: 'Run the language server on standard input and output, for editors.',
    details: '',
    options: { stdio: { type: 'boolean', help: 'Understood because editors send it; it changes nothing.' } },
    run: async () => (await import('./lsp')).lsp(),
  },
];
