/** In place of a decompressor that only compressed web fonts need: those that files embed are not compressed. */
export default function decompress() {
  throw new Error('A compressed font cannot be read.');
}
