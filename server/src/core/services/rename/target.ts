import type { Letter } from '../../language/letter';
import type { Placed } from '../../language/tree';
import type { Setup } from '../../setup';
import type { Span, TextEdit } from '../../text/span';
import { squeeze } from '../../text/words';
import { t } from '../../words/translate';

/** Something that can be renamed, as it stands at the cursor. */
export interface RenameTarget {
  readonly span: Span;
  /** What the writer starts from. */
  readonly words: string;
  rename(name: string): Renamed;
}

/** The edits of the letter, or why there are none. */
export type Renamed = { readonly edits: readonly TextEdit[] } | Refusal;

export interface Refusal {
  /** In plain words, without any of the letter's. */
  readonly refused: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

/** Where the cursor stands. */
export interface Place {
  readonly letter: Letter;
  readonly setup: Setup;
  readonly offset: number;
  /** The part around it. */
  readonly placed: Placed;
}

/** Words of the letter that say what is renamed; the span counts in the letter. */
export interface Mention {
  readonly span: Span;
  /** White space folded. */
  readonly words: string;
}

/** Each mention in its new form. Refused where a comment or a mark of emphasis would be lost. */
export function renamed(letter: Letter, mentions: readonly Mention[], newForm: (mention: Mention) => string): Renamed {
  const edits = new Map<number, TextEdit>();
  for (const mention of mentions) {
    const { span, words } = mention;
    if (squeeze(letter.source.text.slice(span.start, span.end)) !== squeeze(words)) {
      return { refused: t('A comment or emphasis stands within one of the places. Take it out, and rename again.') };
    }
    const text = newForm(mention);
    if (text !== words) edits.set(span.start, { span, text });
  }
  return { edits: [...edits.values()].sort((a, b) => a.span.start - b.span.start) };
}
