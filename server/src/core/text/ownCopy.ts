/**
 * The same text on its own. Engines let a slice point into the text it was cut from, so that a line or a sentence that is
 * kept would keep a whole version of the letter alive.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
