import { partBefore } from '../language/letter';
import type { HeaderPart, ItemField, ItemPart, Part, SectionPart } from '../language/tree';
import type { ItemFieldRole } from '../profile/schema';
import { type Folded, fold } from '../text/folded';
import type { Vocabulary } from '../vocabulary/schema';
import { type CutText, editSentences } from './editSentences';
import { paragraphsIn } from './paragraphs';
import { type PlacedSentence, sentencesIn } from './sentences';

/**
 * Where in a letter a text stands: a value of the header; below the heading of the section on how it was made, of the
 * summary, of another section; an item's title, a guideline line, its other fields; `loose`: in the header or an item, but
 * in none of their fields.
 */
export type Place = 'header' | 'howMade' | 'summary' | 'section' | 'title' | 'guidelineLine' | 'rationale' | 'loose';

/** A text of a part, as sentences; `text.source` gives spans relative to the part. */
export interface Passage {
  readonly place: Place;
  /** Of an item's field. */
  readonly role: ItemFieldRole | null;
  readonly text: Folded;
  readonly sentences: readonly PlacedSentence[];
}

class PartPassage implements Passage {
  private cut: CutText | null = null;

  constructor(
    readonly place: Place,
    readonly role: ItemFieldRole | null,
    readonly text: Folded,
    private readonly part: Part,
    private readonly vocabulary: Vocabulary,
    /** The same passage before an edit of the part. */
    private before: PartPassage | null,
  ) {}

  get sentences(): readonly PlacedSentence[] {
    this.cut ??= this.cutText();
    return this.cut.sentences;
  }

  private cutText(): CutText {
    const { text } = this.text;
    const { vocabulary } = this;
    const paragraphs = paragraphsIn(this.part, this.text);
    const before = this.before?.cut;
    this.before = null;
    const sentences = before
      ? editSentences(before, text, paragraphs, vocabulary)
      : sentencesIn(text, vocabulary, paragraphs);
    return { text, paragraphs, sentences };
  }
}

const known = new WeakMap<Part, { readonly vocabulary: Vocabulary; readonly passages: readonly PartPassage[] }>();

/** The texts of a part, worked out once for as long as it stays. */
export function passagesOf(part: Part, vocabulary: Vocabulary): readonly Passage[] {
  const kept = known.get(part);
  if (kept?.vocabulary === vocabulary) return kept.passages;
  const before = passagesBefore(part, vocabulary);
  const passages = textsOf(part).map(({ place, role = null, text }, k) => {
    const same = before[k]?.place === place && before[k]?.role === role ? before[k] : null;
    return new PartPassage(place, role, text, part, vocabulary, same);
  });
  known.set(part, { vocabulary, passages });
  return passages;
}

function passagesBefore(part: Part, vocabulary: Vocabulary): readonly PartPassage[] {
  const before = partBefore(part);
  const kept = before && known.get(before);
  return kept?.vocabulary === vocabulary ? kept.passages : [];
}

interface PartText {
  readonly place: Place;
  readonly role?: ItemFieldRole;
  readonly text: Folded;
}

function textsOf(part: Part): readonly PartText[] {
  if (part.kind === 'header')
    return [...part.fields.map(({ text }) => ({ place: 'header' as const, text })), ...loose(part)];
  if (part.kind === 'section') return [{ place: placeOf(part), text: part.body }];
  return [{ place: 'title', text: part.title.text }, ...part.fields.map(field => fieldText(field)), ...loose(part)];
}

/** What stands between the fields. */
function loose(part: HeaderPart | ItemPart): PartText[] {
  const taken = part.kind === 'item' ? [{ start: 0, end: part.title.span.end }] : [];
  for (const { span, labelRest } of part.fields) taken.push(span, ...(labelRest ? [labelRest] : []));
  taken.sort((a, b) => a.start - b.start);
  const found: PartText[] = [];
  let at = 0;
  for (const { start, end } of [...taken, { start: part.text.length, end: part.text.length }]) {
    const between = part.text.slice(at, Math.max(at, start));
    // In the header every line says something of its own.
    for (const { index, 0: words } of between.matchAll(part.kind === 'header' ? /[^\r\n\f]+/g : /^.+$/gs)) {
      const text = fold(part.text, at + index, at + index + words.length);
      if (/[\p{L}\p{N}]/u.test(words)) found.push({ place: 'loose', text });
    }
    at = Math.max(at, end);
  }
  return found;
}

function fieldText({ definition, text }: ItemField): PartText {
  return { place: definition.kind === 'guidelineLine' ? 'guidelineLine' : 'rationale', role: definition.role, text };
}

function placeOf({ sectionKind }: SectionPart): Place {
  if (sectionKind === 'how-made') return 'howMade';
  return sectionKind === 'summary' ? 'summary' : 'section';
}
