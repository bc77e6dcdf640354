import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root: every script works from here, wherever it was called. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts make for themselves and can make again; ignored by git. */
export const buildFolder = join(root, '.build');
export const cacheFolder = join(root, '.cache');
export const distFolder = join(root, 'dist');
