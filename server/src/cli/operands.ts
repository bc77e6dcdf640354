import type { Arguments } from './arguments';
import { UsageError } from './errors';

/** @throws {UsageError} if something stands behind a command that takes only options */
export function noOperands({ positionals: [first] }: Arguments): void {
  if (first !== undefined) throw new UsageError(`This command takes only options, not "${first}".`);
}
