import { isMainThread } from 'node:worker_threads';
import { optimizeAfterStart } from '../lsp/engine';
import { readArguments } from './arguments';
import { type Command, commands } from './commands';
import { didYouMean } from './didYouMean';
import { fileError, UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { commandHelp, commonOptions, mainHelp, mainOptions } from './help';
import type { Answer, Results, Task } from './tasks/task';
import { print, say, sayUnexpected } from './terminal';
import { version } from './version';

async function main([name, ...rest]: readonly string[]): Promise<number> {
  // `letters help COMMAND` is what other tools have.
  if (name === 'help') return main([...rest, '--help']);
  const isCommand = name !== undefined && !name.startsWith('-');
  return isCommand ? runCommand(name, rest) : runWithout(name === undefined ? [] : [name, ...rest]);
}

/** `letters --help` and `letters --version`. */
async function runWithout(options: readonly string[]): Promise<number> {
  const args = readArguments(options, mainOptions);
  if (args.flag('version')) {
    await print(`${version()}\n`);
    return exitCodes.good;
  }
  if (!args.flag('help')) throw new UsageError(`Say which command to run.\n\n${mainHelp()}`);
  await print(mainHelp());
  return exitCodes.good;
}

async function runCommand(name: string, rest: readonly string[]): Promise<number> {
  const names = commands.map(command => command.name);
  const command = commands.find(c => c.name === name);
  if (!command) {
    throw new UsageError(`There is no command "${name}".${didYouMean(name, names)} There are: ${names.join(', ')}.`);
  }
  const args = readArguments(rest, { ...command.options, ...commonOptions });
  if (args.flag('help')) {
    await print(commandHelp(command));
    return exitCodes.good;
  }
  checkOperands(command, args.positionals);
  return command.run(args);
}

/** @throws {UsageError} if there are too few or too many */
function checkOperands({ name, operands, takesOne }: Command, [first, second]: readonly string[]): void {
  if (operands === '' && first !== undefined)
    throw new UsageError(`letters ${name} takes only options, not "${first}".`);
  if (operands !== '' && first === undefined) throw new UsageError(`Something is missing: letters ${name} ${operands}`);
  if (takesOne && second !== undefined) throw new UsageError(`letters ${name} takes one ${operands} at a time.`);
}

/** Runs the command that the process was started with, and sets the process's exit code. */
function start(): void {
  process.stdout.on('error', outputFailed);
  // Should the run end before its time, nobody takes that for success.
  process.exitCode = exitCodes.unusable;
  main(process.argv.slice(2)).then(
    code => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (error instanceof UsageError) say(`${error.message}\nletters --help says how to call it.`);
      else sayUnexpected(error);
    },
  );
}

/** A reader that has seen enough (`| head`) ends the run; that is no mistake. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(exitCodes.good);
  say(fileError('standard output', error).message);
  process.exit(exitCodes.unusable);
}

/** What a thread of a pool is asked for: it runs this same script. */
export async function doTask(task: Task): Promise<Answer<Results[Task['kind']]>> {
  return (await import('./tasks/doTask')).doTask(task);
}

if (isMainThread) {
  optimizeAfterStart();
  start();
}
