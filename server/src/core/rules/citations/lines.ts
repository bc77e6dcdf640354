import type { GuidelineLine } from '../../citations/model';
import type { ItemField, ItemPart } from '../../language/tree';
import type { ItemFieldRole } from '../../profile/schema';
import type { Span, TextEdit } from '../../text/span';
import { squeeze } from '../../text/words';
import { quote } from '../../words/phrases';
import type { ItemContext } from '../context';
import type { Fix, Report } from '../rule';

/** The most that a rule reports of one line: nobody would read more. */
export const MOST = 100;

/** One guideline line of an item, with the way from its folded text, in which its spans count, back to the item. */
export interface ItemLine {
  readonly role: ItemFieldRole;
  readonly field: ItemField;
  readonly line: GuidelineLine;
  /** Its folded text. */
  readonly text: string;
  /**
   * What a finding on this line is limited to. The line of the other side is only copied, so what is wrong with its
   * sources is for information; what a slip of copying may have caused is reported without this limit.
   */
  readonly limit: Pick<Report, 'atMost'>;
  /** A span of the item for one of the folded text. */
  span(folded: Span): Span;
  /** A fix that replaces spans of the folded text; none where a comment or a mark stands in one and would be lost. */
  fix(title: string, edits: readonly TextEdit[], safe?: boolean): Fix[];
}

const known = new WeakMap<ItemPart, { readonly grammar: object | null; readonly lines: readonly ItemLine[] }>();

/** The guideline lines of the item, in the order of the profile; made once for all rules. */
export function guidelineLines(item: ItemPart, context: ItemContext): readonly ItemLine[] {
  const kept = known.get(item);
  if (kept?.grammar === context.grammar) return kept.lines;
  const lines = readLines(item, context);
  known.set(item, { grammar: context.grammar, lines });
  return lines;
}

function readLines(item: ItemPart, context: ItemContext): ItemLine[] {
  const definitions = context.profile.profile.items.fields.filter(field => field.kind === 'guidelineLine');
  const roles = new Set(definitions.map(({ role }) => role));
  return [...roles].flatMap(role => lineOf(item, role, context) ?? []);
}

export function lineOf(item: ItemPart, role: ItemFieldRole, context: ItemContext): ItemLine | null {
  const field = context.field(role);
  const line = context.guidelineLine(role);
  if (!field || !line) return null;
  const { text } = field.text;
  const isSpaceAt = (at: number) => text.charAt(at) === ' ';
  /** Between two characters: behind the first, but before the second where the first is white space. */
  const between = (at: number) =>
    at > 0 && !isSpaceAt(at - 1) ? field.text.source(at - 1, at).end : field.text.source(at, at + 1).start;
  const span = ({ start, end }: Span): Span =>
    end > start ? field.text.source(start, end) : { start: between(start), end: between(start) };
  /** White space that folds to one space is replaced as a whole. */
  const replaced = ({ start, end }: Span): Span => {
    const { start: from, end: to } = span({ start, end });
    return {
      start: isSpaceAt(start) ? between(start) : from,
      end: end > start && isSpaceAt(end - 1) ? between(end) : to,
    };
  };
  return {
    role,
    field,
    line,
    text,
    limit: role === 'claimsGuideline' ? { atMost: 'information' } : {},
    span,
    fix(title, edits, safe = false) {
      const placed = edits.map(edit => ({ span: replaced(edit.span), text: edit.text }));
      const keepsAll = edits.every((edit, index) => {
        const { start, end } = placed[index]?.span ?? edit.span;
        return squeeze(item.text.slice(start, end)) === squeeze(text.slice(edit.span.start, edit.span.end));
      });
      if (!keepsAll) return [];
      return [{ title, safe, edits: placed }];
    },
  };
}

/** The words for a message, which never repeats a whole sentence. */
export function quoted(words: string): string {
  return quote(words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).trimEnd()}…`);
}

const LONGEST_QUOTE = 70;

/** Text that the writer still has to fill in is reported as such, and as nothing else. */
export function hasPlaceholder(words: string): boolean {
  return words.includes('[[');
}
