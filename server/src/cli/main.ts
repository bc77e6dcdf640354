import { readArguments } from './arguments';
import { type Command, commands } from './commands';
import { didYouMean } from './didYouMean';
import { UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { commandHelp, commonOptions, mainHelp, mainOptions } from './help';
import { print, say, sayUnexpected } from './terminal';
import { version } from './version';

async function main([name, ...rest]: readonly string[]): Promise<number> {
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

/** A reader that has seen enough (`| head`) ends the run; that is no mistake. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = exitCodes.unusable;
    if (error instanceof UsageError) say(`${error.message}\nletters --help says how to call it.`);
    else sayUnexpected(error);
  },
);
