import type { Span } from '../text/span';
import type { Vocabulary } from '../vocabulary/schema';
import { isTerm, type NameSpan, nameAt } from './personName';

/** Words before the name of who signs. */
const SIGNED =
  /\b(?:(?:electronically|digitally|signed|authenticated)(?: and \w{1,20})? (?:signed |authenticated )?(?:by|on behalf of)|signature|signed)[:, ]{1,2}/gi;
const CLOSING =
  /\b(?:sincerely(?: yours)?|respectfully(?: submitted)?|(?:(?:best|kind|warm|kindest) |^)regards|(?:very )?truly yours|yours (?:truly|sincerely|faithfully)),? /gi;
const SLASH = /(?<![\w/])\/s\/ ?/gi;
const I_AM = /\b(?:I, |My name is |I am Dr\.? |I am (?:the )?(?:expert |physician )?reviewer,? )/g;
const BY =
  /\b(?:(?:reviewed|prepared|written|dictated|submitted|authored|determined|decided|completed) by|(?:expert |physician |medical |peer |clinical )?(?:reviewer|reviewing physician)(?:['\u2019]s)?(?: name)?)( ?: ?|, | is | )/gi;
const DEGREE = /^,? (?:(?:M\.D|D\.O|D\.C|Ph\.D|Psy\.D|D\.P\.M|D\.D\.S)\b\.?|(?:MD|DO|DC|PhD|PsyD|DPM|DDS)\b)/;
/** Below a letter nothing else stands in the name's line. */
const ENDS = /^(?:[.,]|$)/;
/** More words with capitals: the name of a body, or of a thing. */
const CUT = /^ \p{Lu}/u;
const DECLARES = /^, (?:M\.?D|D\.?O|D\.?C|Ph\.?D|am|a |the|an |declare|certify|attest|hereby|have|do)\b/;

/** A name with which somebody signs or speaks of himself; the mark of a signature counts without one. Linear. */
export function signaturesIn(text: string, vocabulary: Vocabulary): Span[] {
  const found: Span[] = [];
  const take = (from: number, isGood: (name: NameSpan, behind: string) => boolean) => {
    const name = nameAt(text, from);
    if (!name || isTerm(text, name, vocabulary)) return false;
    const behind = text.slice(name.end, name.end + 20);
    if (!isGood(name, behind)) return false;
    found.push({ start: name.start, end: name.end + (DEGREE.exec(behind)?.[0].length ?? 0) });
    return true;
  };
  for (const { index, 0: mark } of text.matchAll(SLASH)) {
    if (!take(index + mark.length, () => true)) found.push({ start: index, end: index + mark.trimEnd().length });
  }
  for (const { index, 0: words } of text.matchAll(SIGNED)) {
    const isSure = /\b(?:by|of)[: ]|:/i.test(words);
    take(index + words.length, (name, behind) => isSure || (name.words > 1 && DEGREE.test(behind)));
  }
  for (const { index, 0: words } of text.matchAll(CLOSING)) {
    take(index + words.length, (name, behind) => DEGREE.test(behind) || (name.words > 1 && ENDS.test(behind)));
  }
  for (const { index, 0: words } of text.matchAll(I_AM)) {
    take(index + words.length, (name, behind) => !words.startsWith('I, ') || (name.words > 1 && DECLARES.test(behind)));
  }
  for (const { index, 0: words, 1: joint = '' } of text.matchAll(BY)) {
    const isLabel = joint.includes(':');
    take(index + words.length, (name, behind) => {
      if (DEGREE.test(behind)) return true;
      return name.words > 1 && (isLabel ? !CUT.test(behind) : joint === ', ' && /^(?:,| is| has|\.$|$)/.test(behind));
    });
  }
  return found;
}
