/** Words that messages share. */

/** "A"; "A" or "B"; "A", "B" or "C". */
export function anyOf(words: readonly string[]): string {
  const quoted = words.map(word => `"${word}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
