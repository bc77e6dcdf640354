import type { Sentence } from '../../facts/sentence';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';

/** A space too many or too few; the span counts in the sentence. */
export interface Slip {
  readonly span: Span;
  readonly message: () => string;
  /** What the fix is called, and what it puts in the place of the span. */
  readonly fix: () => string;
  readonly text: string;
}

interface Kind {
  readonly pattern: RegExp;
  readonly message: () => string;
  /** False where a space is missing behind what was found. */
  readonly isSpace: boolean;
}

const KINDS: readonly Kind[] = [
  {
    // A decimal (" .5") and an ellipsis keep theirs.
    pattern: /(?<=[\p{L}\p{N})\]%"'\u2019\u201d]) (?=[.,;:?!](?:[ )\]"'\u2019\u201d]|$))/gu,
    message: () => t('A space stands before a punctuation mark, which may then begin the next line.'),
    isSpace: true,
  },
  {
    pattern: /(?<=\p{L}{2}|[)\]])[,;](?=\p{L})/gu,
    message: () => t('No space stands behind this mark: two words run together.'),
    isSpace: false,
  },
  {
    pattern: /(?<=\p{Ll}{2}|\p{Lu}{3}|\d{4}|[)\]])\.(?=\p{Lu}\p{Ll}*(?:[ ,]|$))/gu,
    message: () => t('No space stands behind the full stop: two sentences run together.'),
    isSpace: false,
  },
  {
    pattern: /(?<=\() (?=[^)])|(?<=[^( ]) (?=\))/gu,
    message: () => t('A space stands inside a bracket, which may then stand alone at the end of a line.'),
    isSpace: true,
  },
  {
    pattern: /(?<=[\p{L})]{2}\/) (?=\p{L})|(?<=\p{L}) (?=\/\p{L}{2})/gu,
    message: () => t('A space stands on one side of the slash alone.'),
    isSpace: true,
  },
  {
    pattern: /(?<=\d\/\d{1,2}\/) (?=\d{2}(?:\d{2})?(?:\P{N}|$))/gu,
    message: () => t('A space stands within a date, which a search for the date then misses.'),
    isSpace: true,
  },
];

/** A quick look that spares most sentences the slow one. */
const MAY = / [.,;:?!)/]|\( |\/ |[,;]\p{L}|\.\p{Lu}/u;
const NONE: readonly Slip[] = [];

/** An aspect of a sentence. */
export function spacingSlipsIn({ text }: Sentence): readonly Slip[] {
  if (!MAY.test(text)) return NONE;
  const slips: Slip[] = [];
  for (const { pattern, message, isSpace } of KINDS) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const span = { start: index, end: index + found.length };
      if (isSpace) {
        slips.push({
          span,
          message: () => t('{0} Take it out.', message()),
          fix: () => t('Take out the space'),
          text: '',
        });
      } else if (!isAddress(wordAt(text, index))) {
        slips.push({
          span,
          message: () => t('{0} Put one there.', message()),
          fix: () => t('Put a space there'),
          text: `${found} `,
        });
      }
    }
  }
  return slips;
}

const ADDRESS = /@|:\/\/|\\|www|\.(?:com|org|net|gov|edu|html?|pdf|docx?)\b/i;

function isAddress(word: string): boolean {
  return ADDRESS.test(word);
}

/** As far as an address may reach. */
const LONGEST = 200;

/** What stands around an offset without white space. */
function wordAt(text: string, at: number): string {
  let start = at;
  let end = at;
  while (start > 0 && at - start < LONGEST && text.charAt(start - 1) !== ' ') start--;
  while (end < text.length && end - at < LONGEST && text.charAt(end) !== ' ') end++;
  return text.slice(start, end);
}
