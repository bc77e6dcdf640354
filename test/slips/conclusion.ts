import type { Random } from './random';
import { changed, type Item, type Sketch } from './sketch';
import { applyEdits, type Edit, findWords, flat, matches, type Span, sentencesOf } from './text';

const finding = /\b(?:medically necessary|medical necessity|medically unnecessary|medically-necessary)\b/gi;

/** The last sentence of a rationale that says whether the service is necessary; null where none does. */
export function conclusionOf({ text }: Sketch, { rationale }: Item): Span | null {
  const sentences = sentencesOf(text, rationale.value);
  return sentences.findLast(sentence => matches(text, sentence, finding).length > 0) ?? null;
}

/** The service in dispute as its conclusion may call it: the title, or what remains of it. Null if that is long. */
export function serviceOf(letter: Sketch, item: Item): string | null {
  const title = flat(letter.text, item.title);
  const remaining = /The remaining IMR eligible portion of the original request, (.+?),?(?: is)?$/.exec(title);
  const service = remaining?.[1] ?? title;
  return service.length > 120 || /original request/i.test(service) ? null : service;
}

/** Behind a T, small or capital. */
const namings = ['he request for', 'he requested', 'he current request for', 'he disputed'];

export interface Named {
  readonly base: Sketch;
  readonly item: Item;
  /** Where the conclusion names the service. */
  readonly service: Span;
}

/** The letter with the service named in the conclusion of an item, as many letters do on their own. */
export function withServiceNamed(letter: Sketch, item: Item, random: Random): Named | null {
  const service = serviceOf(letter, item);
  const conclusion = conclusionOf(letter, item);
  if (service === null || conclusion === null) return null;
  const [known] = findWords(letter.text, conclusion, service);
  if (known) return { base: letter, item, service: known };
  const [request] = matches(
    letter.text,
    conclusion,
    /\b(?:[Tt]he|[Tt]his) (?:current )?request(?= (?:at this time )?(?:is|was) )/g,
  );
  if (!request) return null;
  const words = `${letter.text.charAt(request.start)}${random.pick(namings)} ${service}`;
  const base = changed(letter, applyEdits(letter.text, [{ ...request, text: words }]));
  const again = sameItem(base, letter, item);
  if (!again) return null;
  const end = request.start + words.length;
  return { base, item: again, service: { start: end - service.length, end } };
}

/** The item in the letter made ready. */
export function sameItem(base: Sketch, letter: Sketch, item: Item): Item | null {
  return base.items.length === letter.items.length ? (base.items[letter.items.indexOf(item)] ?? null) : null;
}

/** The letter with some edits, and the item in it. */
export function readied(letter: Sketch, item: Item, edits: readonly Edit[]): { base: Sketch; item: Item } | null {
  const base = changed(letter, applyEdits(letter.text, edits));
  const again = sameItem(base, letter, item);
  return again && { base, item: again };
}
