/** For a word of sex, that of the other sex; the likelier first where there are two. */
const others: Readonly<Record<string, readonly [string, ...string[]]>> = {
  male: ['female'],
  female: ['male'],
  man: ['woman'],
  woman: ['man'],
  gentleman: ['lady'],
  lady: ['gentleman'],
  mr: ['Ms'],
  ms: ['Mr'],
  mrs: ['Mr'],
  m: ['F'],
  f: ['M'],
  he: ['she'],
  she: ['he'],
  himself: ['herself'],
  herself: ['himself'],
  him: ['her'],
  hers: ['his'],
  his: ['her', 'hers'],
  her: ['his', 'him'],
};

/** Behind "her" where it is no possessive: "seen by her in May", "told her that". */
const ALONE =
  /^(?:$|[^\sA-Za-z'’-]| (?:to|for|in|on|at|with|from|and|or|but|off|out|up|of|as|by|that|is|was|were|has|had|because|since|when|while|after|before|until|if|a|an|the|any|some|no|about|into|not|again|today)\b)/;
/** Behind these both are possible: "gave her medication". */
const GIVING =
  /\b(?:gives?|gave|given|giving|tells?|told|offer(?:s|ed)?|prescribed|shows?|showed|caus(?:es|ed|ing)|allow(?:s|ed)?|sent|made|makes|taught|left|gets?) $/i;

/**
 * What to write in the place of a word of sex, in its letter case: one word, or two where the sentence does not tell
 * which is meant. `before` and `behind` are the text on its two sides.
 */
export function otherSexWords(word: string, before: string, behind: string): readonly string[] {
  const lower = word.toLowerCase();
  const [first, second] = others[lower] ?? [];
  if (!first) return [];
  return choice(lower, first, second, before, behind).map(other => inCaseOf(word, other));
}

function choice(lower: string, first: string, second: string | undefined, before: string, behind: string): string[] {
  if (!second) return [first];
  if (lower === 'his') return /^(?:$|[.,;:)])/.test(behind) ? [second] : [first];
  if (ALONE.test(behind)) return [second];
  return GIVING.test(before.slice(-20)) ? [first, second] : [first];
}

function inCaseOf(word: string, other: string): string {
  return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
