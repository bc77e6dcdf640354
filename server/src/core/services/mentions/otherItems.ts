import { dependenceOf, goesWithSurgery, surgeriesBeside } from '../../facts/dependence';
import { type Passage, passagesOf } from '../../facts/passages';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import type { Letter } from '../../language/letter';
import { compileTemplate, findTemplate } from '../../profile/template';
import type { Setup } from '../../setup';
import { lowerCase } from '../../text/lowerCase';
import { contains, type Span, shift } from '../../text/span';
import { squeeze } from '../../text/words';

/** Words of an item that speak of other items; numbers of items count from 0. */
export interface OtherItems {
  readonly span: Span;
  readonly from: number;
  readonly to: readonly number[];
}

/** Where items speak of other items of the letter: by number, as above or below, as what they depend on. */
export function otherItemsIn(letter: Letter, setup: Setup): readonly OtherItems[] {
  const items = new Items(letter, setup);
  return letter.items.flatMap((_, from) => items.namedBy(from));
}

/** The same of one place of the letter, the narrowest first. Reads no more than the item it is in. */
export function otherItemsAt(letter: Letter, setup: Setup, offset: number): readonly OtherItems[] {
  const from = letter.items.findLastIndex(({ start }) => start <= offset);
  if (from < 0) return [];
  return new Items(letter, setup)
    .namedBy(from)
    .filter(({ span }) => contains(span, offset))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

type Said = Pick<OtherItems, 'span' | 'to'>;

/** The items of a letter, with what is asked of all of them worked out once. */
class Items {
  private readonly titles: readonly string[];
  private surgeryNumbers: readonly number[] | null = null;

  constructor(
    private readonly letter: Letter,
    private readonly setup: Setup,
  ) {
    this.titles = letter.items.map(({ part }) => part.title.text.text);
  }

  namedBy(from: number): OtherItems[] {
    const { titles, setup } = this;
    const item = this.letter.items[from];
    if (!item || titles.length < 2) return [];
    return passagesOf(item.part, setup.vocabulary)
      .flatMap(passage => this.inPassage(passage, from))
      .map(({ span, to }) => ({
        span: shift(span, item.start),
        from,
        to: to.filter(one => one !== from && one in titles),
      }))
      .filter(({ to }) => to.length > 0);
  }

  private inPassage({ place, text, sentences }: Passage, from: number): Said[] {
    const { titles, setup } = this;
    const source = ({ start, end }: Span) => text.source(start, end);
    if (place === 'title') {
      const title = sentenceOf(titles[from] ?? '', setup.vocabulary);
      const phrase = title.of(goesWithSurgery) ? phraseIn(text.text, setup.profile.profile.items.dependence) : null;
      return phrase ? [{ span: source(phrase), to: this.surgeries() }] : [];
    }
    if (place !== 'rationale') return [];
    const found = dependsOn(text.text, titles, from, setup);
    for (const { start, sentence } of sentences) {
      for (const { span, to } of sentence.of(namedOf)) found.push({ span: shift(span, start), to: to(from) });
      for (const { span, item } of sentence.of(dependenceOf)) {
        if (item === null) found.push({ span: shift(span, start), to: this.surgeries() });
      }
    }
    return found.map(({ span, to }) => ({ span: source(span), to }));
  }

  private surgeries(): readonly number[] {
    this.surgeryNumbers ??= surgeriesBeside(this.titles, -1, this.setup.vocabulary);
    return this.surgeryNumbers;
  }
}

/** The first of the profile's phrases that stands in the text. */
function phraseIn(text: string, phrases: readonly string[]): Span | null {
  const lower = lowerCase(text);
  for (const phrase of phrases) {
    const match = findTemplate(compileTemplate(phrase), lower);
    if (match) return match;
  }
  return null;
}

/** The profile's sentence that names what an item depends on. */
function dependsOn(text: string, titles: readonly string[], from: number, { profile }: Setup): Said[] {
  const sentence = profile.profile.items.dependsOn;
  const match = sentence === null ? null : findTemplate(compileTemplate(sentence), lowerCase(text));
  const service = match?.values['item'];
  if (!service || service.end <= service.start) return [];
  const name = squeeze(text.slice(service.start, service.end));
  const to = titles.findIndex((title, index) => index !== from && squeeze(title).includes(name));
  return to < 0 ? [] : [{ span: service, to: [to] }];
}

interface Named {
  readonly span: Span;
  /** The items meant, from the item that says it. */
  readonly to: (from: number) => readonly number[];
}

const NUMBERED = /\b(?:items?|issues?) ?(?:no\. ?|nos\. ?|numbers? |#)?(\d{1,2})(?![\d%]|[./-]\d)/gi;
const FURTHER =
  /(?:, (?:and )?| and | & |-| through | to )#?(\d{1,2})(?![\d%]|[./-]\d| ?(?:visits?|sessions?|weeks?|days?))/y;
/** Of the words above or below in the same rationale it is not said that one shall see them. */
const ABOVE =
  /\b(?:see (?:the )?(?:(?:item|rationale|decision|discussion|request) )?above|(?:item|request) above|above (?:item|request)|(?:previous|preceding) item)\b/gi;
const BELOW =
  /\b(?:see (?:the )?(?:(?:item|rationale|decision|discussion|request) )?below|(?:item|request) below|(?:next|following) item)\b/gi;

/** The other items that a sentence names by number or place; an aspect of it. */
function namedOf({ text }: Sentence): readonly Named[] {
  if (!/item|issue|above|below/i.test(text)) return NONE;
  const found: Named[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const end = match.index + match[0].length;
    found.push({ span: { start: match.index, end }, to: () => [Number(match[1]) - 1] });
    FURTHER.lastIndex = end;
    for (let next = FURTHER.exec(text); next; next = FURTHER.exec(text)) {
      const number = Number(next[1]) - 1;
      const last = next.index + next[0].length;
      found.push({ span: { start: last - (next[1]?.length ?? 0), end: last }, to: () => [number] });
      FURTHER.lastIndex = last;
    }
  }
  for (const { index: start, 0: words } of text.matchAll(ABOVE)) {
    found.push({ span: { start, end: start + words.length }, to: from => [from - 1] });
  }
  for (const { index: start, 0: words } of text.matchAll(BELOW)) {
    found.push({ span: { start, end: start + words.length }, to: from => [from + 1] });
  }
  return found;
}

const NONE: readonly Named[] = [];
