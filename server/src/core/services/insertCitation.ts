import { parseGuidelineLine } from '../citations/parse';
import { letterFacts } from '../language/facts';
import type { Letter } from '../language/letter';
import type { ItemField, ItemPart, Placed } from '../language/tree';
import { fillTemplate } from '../profile/template';
import { partIndexAt } from '../rules/partIndexAt';
import type { Setup } from '../setup';
import type { TextEdit } from '../text/span';
import { isWordCharacter } from '../text/words';
import { type CitationRef, type CitationText, citationText } from './citationText';

/**
 * Cites something at a place of the letter, in the letter's style. In a guideline line it becomes one of the line's
 * citations, in the form that the line then has; elsewhere its words are put where the place is. Null where the
 * catalogue does not have it.
 */
export function insertCitation(letter: Letter, setup: Setup, ref: CitationRef, offset: number): TextEdit | null {
  const citation = citationText(ref, setup, letterFacts(letter).style ?? 'section');
  if (!citation) return null;
  const placed = letter.parts[partIndexAt(letter, offset)] as Placed;
  const item = placed.part.kind === 'item' ? placed.part : null;
  const field = item && guidelineFieldAt(item, offset - placed.start);
  const edit = item && field && inLine(citation, field, item, offset - placed.start, setup);
  if (!edit) return asWords(citation.text, letter.source.text, offset);
  const { start, end } = edit.span;
  return { span: { start: placed.start + start, end: placed.start + end }, text: edit.text };
}

function guidelineFieldAt(item: ItemPart, at: number): ItemField | null {
  const field = item.fields.findLast(({ label }) => label.start <= at);
  if (field?.definition.kind !== 'guidelineLine') return null;
  const between = item.text.slice(field.span.end, Math.max(field.span.end, at));
  return between.trim() === '' && !/[\r\n]/.test(between) ? field : null;
}

/** An edit of the item, or null where the line has no place for it. */
function inLine(citation: CitationText, field: ItemField, item: ItemPart, at: number, setup: Setup): TextEdit | null {
  const { grammar } = setup;
  if (!grammar) return null;
  const { text } = field.text;
  const { opening, standard, other, andOther, pageStyle, sectionStyle } = grammar.line;
  const outside = field.definition.outside.slice(0, 1).map(sentence => fillTemplate(sentence, {}));
  const sentence = citation.isOther
    ? [...outside, `${opening} ${other} ${citation.text}.`].join(' ')
    : `${opening} ${standard} ${citation.text}.`;
  const behind = (end: number, words: string): TextEdit => {
    const place = field.text.source(end - 1, end).end;
    return { span: { start: place, end: place }, text: words };
  };
  /** What ends the line takes the place of the blanks there. */
  const ending = (place: number, words: string): TextEdit => {
    const blanks = /^[ \t]*/.exec(item.text.slice(place))?.[0].length ?? 0;
    return { span: { start: place, end: place + blanks }, text: ` ${words}` };
  };

  if (text === '') return ending(item.text.indexOf(':', field.label.end) + 1, sentence);
  const blank = placeholderAt(text, field.text.at(at));
  if (blank) return { span: field.text.source(blank.start, blank.end), text: blank.isAll ? sentence : citation.text };
  const announced = `${opening} ${citation.isOther ? other : standard}`.toLowerCase();
  if (text.toLowerCase() === announced) return ending(field.value.end, `${citation.text}.`);

  const line = parseGuidelineLine(field.text, field.definition, grammar);
  if (citation.isOther) {
    return (
      line.other && behind(line.other.span.end, andOther[0] ? ` ${andOther[0]} ${citation.text}` : `, ${citation.text}`)
    );
  }
  const cited =
    line.citations.findLast(({ span }) => field.text.source(span.start, span.end).start < at) ?? line.citations[0];
  if (!cited) return null;
  const joiner = (cited.style === 'page' ? pageStyle : sectionStyle)?.joiner ?? ', ';
  return behind(cited.span.end, joiner + citation.text);
}

/** The placeholder at an offset of the line, or else its first one. */
function placeholderAt(text: string, at: number) {
  const found = [...text.matchAll(/\[\[[^[\]]{0,400}\]\]/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    isAll: words.length === text.length,
  }));
  return found.find(({ start, end }) => start <= at && at <= end) ?? found[0] ?? null;
}

/** The words alone, parted from what stands beside them. */
function asWords(words: string, text: string, at: number): TextEdit {
  const before = at > 0 && isGlued(text.charCodeAt(at - 1)) ? ' ' : '';
  const behind = at < text.length && isWordCharacter(text.charCodeAt(at)) ? ' ' : '';
  return { span: { start: at, end: at }, text: before + words + behind };
}

const OPENING = '([{"“‘\'/-';

function isGlued(code: number): boolean {
  const character = String.fromCharCode(code);
  return character.trim() !== '' && !OPENING.includes(character);
}
