import { parseArgs } from 'node:util';
import { didYouMean } from './didYouMean';
import { UsageError } from './errors';

export interface OptionDefinition {
  readonly type: 'string' | 'boolean';
  /** One letter that stands for the name: `-o`. */
  readonly short?: string;
  /** Stands for the value in the help. */
  readonly placeholder?: string;
  readonly help: string;
  /** The values allowed, where there are only these. */
  readonly values?: readonly string[];
}

export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

/** What stood behind the command's name, checked against its options. */
export class Arguments {
  constructor(
    readonly positionals: readonly string[],
    private readonly values: ReadonlyMap<string, string | true>,
  ) {}

  flag(name: string): boolean {
    return this.values.has(name);
  }

  text(name: string): string | undefined {
    const value = this.values.get(name);
    return value === true ? undefined : value;
  }
}

/**
 * Reads the arguments of a command.
 *
 * @throws {UsageError} on an option that is unknown, lacks its value, has one that is not allowed or takes none
 */
export function readArguments(args: readonly string[], options: OptionDefinitions): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        short === undefined ? { type } : { type, short },
      ]),
    ),
  });
  const positionals: string[] = [];
  const values = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name)) throw unknownOption(token.rawName, Object.keys(options));
    values.set(token.name, optionValue(token, options[token.name] as OptionDefinition));
  }
  return new Arguments(positionals, values);
}

function optionValue(
  token: { readonly rawName: string; readonly value: string | undefined; readonly inlineValue: boolean | undefined },
  { type, placeholder, values }: OptionDefinition,
): string | true {
  const { rawName, value, inlineValue } = token;
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    return true;
  }
  const isMissing = value === undefined || value === '' || (!inlineValue && value.startsWith('-') && value !== '-');
  if (isMissing) throw new UsageError(`${rawName} needs a value: ${rawName} ${placeholder ?? 'VALUE'}`);
  if (values && !values.includes(value)) {
    throw new UsageError(
      `${rawName} cannot be "${value}".${didYouMean(value, values)} It is one of: ${values.join(', ')}.`,
    );
  }
  return value;
}

function unknownOption(rawName: string, known: readonly string[]): UsageError {
  const names = known.map(name => `--${name}`);
  return new UsageError(`There is no option ${rawName} here.${didYouMean(rawName, names)}`);
}
