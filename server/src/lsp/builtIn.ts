import type { BuiltIn } from '../core/builtIn';
import type { Client } from './client';
import { isObject } from './messages';
import type { Platform } from './platform';

/** Loads the built-in data once: from what the client hands over, or from where the server itself finds them. */
export function loadsBuiltIn({ builtIn: handed }: Client, platform: Platform): () => Promise<BuiltIn> {
  let loaded: Promise<BuiltIn> | null = null;
  const load = async () => (handed === null ? platform.builtIn() : readBuiltIn(handed));
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/**
 * Reads the file that the build writes beside the worker: validated when it was generated.
 *
 * @throws {Error} where it is another file
 */
export function readBuiltIn(text: string): BuiltIn {
  const value: unknown = JSON.parse(text);
  const isBuiltIn =
    isObject(value) && [value['profiles'], value['catalogues'], value['vocabularies']].every(Array.isArray);
  if (!isBuiltIn) throw new Error('These are not the built-in data');
  return value as unknown as BuiltIn;
}
