import type { LawDefinition } from '../profile/schema';
import { lowerCase } from '../text/lowerCase';
import type { Span } from '../text/span';
import { isWordCharacter } from '../text/words';

/** A section of a statute or regulation that a text cites. Spans count in the text. */
export interface CitedLaw {
  readonly law: LawDefinition;
  /** With the name of the law where it stands next to it, and with its subdivision. */
  readonly span: Span;
  /** Its number, as written, without a subdivision. */
  readonly section: string;
}

const NUMBER = '\\d{1,5}[a-z]{0,3}(?:[.-]\\d{1,5}[a-z]{0,2}){0,4}';
const SUBDIVISION = '(?: ?\\([a-z0-9]{1,4}\\)){0,6}';
const WORD = '(?:sections?|secs?\\.?|\u00a7{1,2})';
/** Behind the name: " section 12.3", ", \u00a7 12.3(a)", " 12.3". */
const BEHIND = new RegExp(`(?:,? ?${WORD})? ?(${NUMBER})${SUBDIVISION}(?![\\w])`, 'iy');
/** Further ones: " and 12.4", ", \u00a7 12.5"; a short number is one of something else. */
const FURTHER = new RegExp(
  `(?:, (?:and |or )?| and | or | & | through | to |-|\u2013)(?:${WORD} ?)?((?=\\d{3})${NUMBER})${SUBDIVISION}(?![\\w])`,
  'iy',
);
/** Before the name: "section 12.3(a) of the ". */
const BEFORE = new RegExp(`${WORD} ?(${NUMBER})${SUBDIVISION}(?:,? of)?(?: the)? $`, 'i');
const REACH_BEFORE = 60;
/** No text that is read cites more. */
const MOST = 200;

/** The sections of laws that a text cites, in order. Linear. */
export function lawsIn(text: string, laws: readonly LawDefinition[]): readonly CitedLaw[] {
  if (laws.length === 0 || !/\d/.test(text)) return [];
  const lower = lowerCase(text);
  const found: CitedLaw[] = [];
  for (const law of laws) {
    for (const name of law.names) {
      const words = lowerCase(name);
      for (let at = lower.indexOf(words); at >= 0 && found.length < MOST; at = lower.indexOf(words, at + 1)) {
        const end = at + words.length;
        const isWhole = !isWordCharacter(text.charCodeAt(at - 1)) && !isWordCharacter(text.charCodeAt(end));
        if (isWhole) found.push(...citedAt(text, { start: at, end }, law));
      }
    }
  }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return found.filter((one, index) => found.slice(0, index).every(({ span }) => span.end <= one.span.start));
}

/** What is cited around the name of a law. */
function citedAt(text: string, name: Span, law: LawDefinition): CitedLaw[] {
  const found: CitedLaw[] = [];
  let { start } = name;
  let expression = BEHIND;
  for (let end = name.end; found.length < MOST; ) {
    expression.lastIndex = end;
    const match = expression.exec(text);
    const written = match?.[1];
    if (!match || written === undefined) break;
    // A hyphen is that of a range where numbers hold none.
    const section = law.hyphens ? written : (written.split('-', 1)[0] ?? written);
    const cut = section.length < written.length;
    const numberEnd = match.index + match[0].indexOf(written) + section.length;
    end = cut ? numberEnd : match.index + match[0].length;
    if (expression === FURTHER) start = match.index + match[0].search(/[\d\u00a7]/);
    found.push({ law, span: { start, end }, section });
    expression = FURTHER;
  }
  const from = Math.max(0, name.start - REACH_BEFORE);
  const before = found.length === 0 ? BEFORE.exec(text.slice(from, name.start)) : null;
  const section = before?.[1];
  if (before && section !== undefined) {
    found.push({ law, span: { start: from + before.index, end: name.end }, section });
  }
  return found;
}

/** Where the public reads the section. */
export function addressOf({ law, section }: CitedLaw): string {
  return law.address.replace('{section}', () => section.replaceAll('.', law.dot));
}
