import { addressOf, lawsIn } from '../facts/laws';
import { type Passage, passagesOf } from '../facts/passages';
import { webAddressesIn } from '../facts/webAddresses';
import type { Letter } from '../language/letter';
import type { LawDefinition } from '../profile/schema';
import type { Setup } from '../setup';
import { type Span, shift } from '../text/span';
import { t } from '../words/translate';

/** A place of the letter that leads to a page of the web. */
export interface LetterLink {
  readonly span: Span;
  /** Begins with `https://` or `http://`. */
  readonly address: string;
  /** What the page is; null where the address says it. */
  readonly title: string | null;
}

/** More than this no letter has. */
const maxLinks = 1000;

/** The sections of laws that the profile knows an address of, and the addresses of the web. */
export function documentLinks(letter: Letter, { vocabulary }: Setup): readonly LetterLink[] {
  const { laws } = letter.profile.profile;
  const links: LetterLink[] = [];
  for (const { start, part } of letter.parts) {
    for (const passage of passagesOf(part, vocabulary)) {
      for (const link of linksIn(passage, laws)) links.push({ ...link, span: shift(link.span, start) });
      if (links.length >= maxLinks) return links.slice(0, maxLinks);
    }
  }
  return links;
}

const known = new WeakMap<
  Passage,
  { readonly laws: readonly LawDefinition[]; readonly links: readonly LetterLink[] }
>();

/** Worked out once for as long as the passage stays; spans are relative to the part. */
function linksIn(passage: Passage, laws: readonly LawDefinition[]): readonly LetterLink[] {
  const kept = known.get(passage);
  if (kept?.laws === laws) return kept.links;
  const { text } = passage;
  const place = ({ start, end }: Span) => text.source(start, end);
  const links = [
    ...lawsIn(text.text, laws).map(cited => ({
      span: place(cited.span),
      address: addressOf(cited),
      title: t('{0}, section {1}', cited.law.title, cited.section),
    })),
    ...webAddressesIn(text.text).map(({ span, address }) => ({ span: place(span), address, title: null })),
  ];
  links.sort((a, b) => a.span.start - b.span.start);
  known.set(passage, { laws, links });
  return links;
}
