import { policies } from '../core/privacy/policy';
import type { Arguments, OptionDefinitions } from './arguments';
import { exportFormats } from './tasks/task';

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

const threads = {
  type: 'string',
  placeholder: 'N',
  help: 'How many threads work, where there are many letters; by default as many as the machine has.',
} as const;
const output = { type: 'string', short: 'o', placeholder: 'OUT' } as const;
const overwrite = {
  type: 'boolean',
  help: 'Replace files that are there already. Without it none is.',
} as const;
const places = `Without -o each file stands beside what it is made of. Of one file that is named outright, OUT is a file or a
folder, or - for standard output; of several, or of a folder or pattern, it is a folder, in which the files stand as they
do in the folder that was named. No file is left half written.`;

export const commands: readonly Command[] = [
  {
    name: 'check',
    operands: 'PATHS...',
    summary: 'Check letters and say what is missing or wrong.',
    details: `${paths}
A .pdf or .docx is imported for it, in memory: what is found is told by page and item.
${settings}

${exits}`,
    options: {
      format: {
        type: 'string',
        placeholder: 'FORMAT',
        values: ['pretty', 'json', 'sarif', 'github', 'csv', 'html'],
        help: `pretty (default), json, sarif (2.1.0), github (workflow commands), csv (a row a problem)
or html (a page to print: by rule, by letter, by month of the decision).`,
      },
      baseline: {
        type: 'string',
        placeholder: 'FILE',
        help: `Only what is new since FILE, an earlier report in json: known by letter, rule and message,
not by line. Only that counts for the exit code.`,
      },
      cache: {
        type: 'string',
        placeholder: 'FILE',
        help: `Keep in FILE what was found, and check only letters that changed since, or whose
configuration did. Without the letters nothing can be read in it.`,
      },
      policy: {
        type: 'string',
        placeholder: 'POLICY',
        values: policies,
        help: 'What identifies a person, whatever is configured: posted (ages and dates may stay) or safe-harbor.',
      },
      summary: { type: 'boolean', help: 'With pretty: end with a table of how often each rule found something.' },
      'max-warnings': { type: 'string', placeholder: 'N', help: 'Exit with 1 if there are more than N warnings.' },
      threads,
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
    name: 'diff',
    operands: 'A B',
    summary: 'Say what two letters, or two versions of one, decide and state differently.',
    details: `A and B are letters, or .pdf or .docx files, which are imported for it, in memory; one of them may be - for standard
input. What differs only in white space, line breaks, the form of the markup or the order of the header is no
difference.
${settings}

Exit code: 1 if there is a difference; 2 if a letter could not be read; else 0.`,
    options: {
      format: { type: 'string', placeholder: 'FORMAT', values: ['pretty', 'json'], help: 'pretty (default) or json.' },
      'stdin-name': stdinName,
    },
    run: async args => (await import('./diff')).diff(args),
  },
  {
    name: 'export',
    operands: 'PATHS...',
    summary: 'Write letters as they are sent: PDF, Word, web page or plain text.',
    details: `${paths}
${places}
${settings}

A letter with errors or placeholders is not exported, unless --force says so: it is named with what stands against it.

Exit code: 1 if a letter was not exported because of what stands against it; 2 if something could not be read or
written; else 0.`,
    options: {
      to: {
        type: 'string',
        placeholder: 'FORMAT',
        values: exportFormats,
        help: 'pdf, docx, html or txt (as letters are posted).',
      },
      output: { ...output, help: 'Where to write to.' },
      redact: {
        type: 'string',
        placeholder: 'POLICY',
        values: policies,
        help: `A copy in which what identifies a person is replaced, by the policy posted (ages and dates may
stay) or safe-harbor; its name ends in .redacted.FORMAT.`,
      },
      force: { type: 'boolean', help: 'Export letters with errors or placeholders too.' },
      overwrite,
      threads,
      'stdin-name': stdinName,
    },
    run: async args => (await import('./export')).exportLetters(args),
  },
  {
    name: 'import',
    operands: 'PATHS...',
    summary: 'Make letters in markup of posted or older ones: .txt, .pdf and .docx.',
    details: `PATHS are files, folders (their *.txt, *.pdf and *.docx files, at any depth), patterns such as "2016/**/*.pdf", and -
for text on standard input.
${places}
${settings}

Every word is kept. What could not be placed, and what stood beside the text, is told on standard error.

Exit code: 2 if something could not be read or written, or is no letter; else 0.`,
    options: {
      output: { ...output, help: 'Where to write to.' },
      profile: {
        type: 'string',
        placeholder: 'PROFILE',
        help: 'The program that the letters are of, whatever is configured: the name of a profile.',
      },
      overwrite,
      threads,
      'stdin-name': stdinName,
    },
    run: async args => (await import('./import')).importLetters(args),
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
