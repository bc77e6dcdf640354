/*
 * File names are URIs of any scheme, so that a folder on the web is as good as one on the disk. Only their paths are
 * touched here; two URIs that differ in what is percent-encoded are one file.
 */

/** Control characters and halves of characters: no system has them in a path, and they cannot be encoded. */
const UNNAMEABLE = /[\p{Cc}\p{Surrogate}]/u;
const URI = /^([a-zA-Z][a-zA-Z0-9+.-]{1,40}:(?:\/\/[^/?#]*)?)([^?#]*)/;

/** The folder a file stands in, without a slash at its end; the same for the root. */
export function folderOf(uri: string): string {
  const { head, path } = split(uri);
  const slash = path.lastIndexOf('/');
  return slash < 0 ? head : head + path.slice(0, slash);
}

/** The file of this name in a folder. */
export function inFolder(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${encodeURIComponent(name)}`;
}

/** Whether the URI is the folder or stands in it. */
export function isInside(folder: string, uri: string): boolean {
  const outer = split(folder);
  const inner = split(uri);
  const top = comparable(outer.path).replace(/\/$/, '');
  const path = comparable(inner.path);
  return outer.head.toLowerCase() === inner.head.toLowerCase() && (path === top || path.startsWith(`${top}/`));
}

/** Whether two URIs name one file. */
export function isSameUri(a: string, b: string): boolean {
  const one = split(a);
  const other = split(b);
  return one.head.toLowerCase() === other.head.toLowerCase() && comparable(one.path) === comparable(other.path);
}

/** The same for all ways to write the URI of one file. */
export function uriKey(uri: string): string {
  const { head, path } = split(uri);
  return head.toLowerCase() + comparable(path);
}

/**
 * The URI of a path written in a file of `folder`: relative, its separators `/` or `\`. Null if it is absolute, leaves
 * `root`, or holds what no name of a file does.
 */
export function resolveInside(root: string, folder: string, path: string): string | null {
  const segments = path.replaceAll('\\', '/').split('/');
  if (path === '' || segments[0] === '' || /^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(path)) return null;
  if (UNNAMEABLE.test(path)) return null;
  const { head, path: base } = split(folder);
  const resolved = base.replace(/\/$/, '').split('/');
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') resolved.pop();
    else resolved.push(encodeURIComponent(segment));
  }
  const uri = head + resolved.join('/');
  return isInside(root, uri) ? uri : null;
}

/** The URI of an absolute path of this machine, or of a URI; null if it is neither. */
export function absoluteUri(path: string): string | null {
  if (UNNAMEABLE.test(path)) return null;
  if (/^[a-zA-Z][a-zA-Z0-9+.-]{1,40}:/.test(path)) return path;
  const plain = path.replaceAll('\\', '/');
  const isDrive = /^[a-zA-Z]:\//.test(plain);
  if (!isDrive && !plain.startsWith('/')) return null;
  const encoded = plain.split('/').map(encodeURIComponent).join('/');
  return plain.startsWith('//') ? `file:${encoded}` : `file://${isDrive ? '/' : ''}${encoded}`;
}

/** The file as a person names it: its path from the root, or the whole of it where it stands elsewhere. */
export function shownPath(root: string | null, uri: string): string {
  const { path } = split(uri);
  const shown =
    root !== null && isInside(root, uri) ? decoded(path).slice(decoded(split(root).path).length) : decoded(path);
  return shown.replace(/^\//, '');
}

function split(uri: string): { readonly head: string; readonly path: string } {
  const match = URI.exec(uri);
  return { head: match?.[1] ?? '', path: match?.[2] ?? uri };
}

/** The path decoded, and a drive's letter in lower case, as clients differ in both. */
function comparable(path: string): string {
  return decoded(path).replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
