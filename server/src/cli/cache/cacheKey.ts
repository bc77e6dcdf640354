import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Equal only for letters in which the same is found: the same text, read with the same configuration by the same program.
 *
 * @param configuration the key of a `Configuration`
 */
export function cacheKey(text: string, configuration: string): string {
  const hash = createHash('sha256').update(program()).update(digest(configuration)).update(digest(text));
  return hash.digest('hex');
}

/** Of fixed length, so that what stands behind cannot pass for a part of it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf16le').digest();
}

let known: Buffer | undefined;

/** The command's own script with its built-in data: more than a version can tell, and a version has another one. */
function program(): Buffer {
  known ??= createHash('sha256').update(readFileSync(__filename)).digest();
  return known;
}
