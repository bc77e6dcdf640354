import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/*
 * What is kept of a letter is sealed with the letter itself: its messages and fixes quote the letter, and whoever finds the
 * file without having the letter must read nothing of it there.
 */

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** What is found in a letter is never longer. */
const mostBytes = 100_000_000;

/** The name under which something is kept, which tells nothing of the key. */
export function nameOf(key: string): string {
  return derived('name', key).toString('base64url');
}

/** The value as text that only the key opens. */
export function sealed(value: unknown, key: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, derived('seal', key), nonce);
  const content = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(value))), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url');
}

/** What was sealed with the key; null where the text is anything else, be it by a single character. */
export function opened(text: string, key: string): unknown {
  try {
    const bytes = Buffer.from(text, 'base64url');
    const content = nonceBytes + tagBytes;
    const decipher = createDecipheriv(algorithm, derived('seal', key), bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, content));
    const plain = Buffer.concat([decipher.update(bytes.subarray(content)), decipher.final()]);
    return JSON.parse(inflateRawSync(plain, { maxOutputLength: mostBytes }).toString('utf8'));
  } catch {
    return null;
  }
}

function derived(use: 'name' | 'seal', key: string): Buffer {
  return createHash('sha256').update(`${use} ${key}`).digest();
}
