import type { GuidelineLine } from '../../citations/model';
import type { ItemField, ItemPart } from '../../language/tree';
import type { ItemFieldRole } from '../../profile/schema';
import type { Span, TextEdit } from '../../text/span';
import type { ItemContext } from '../context';
import type { Fix, Report } from '../rule';

/** One guideline line of an item, with the way from its folded text, in which its spans count, back to the item. */
export interface ItemLine {
  readonly role: ItemFieldRole;
  readonly field: ItemField;
  readonly line: GuidelineLine;
  /** Its folded text. */
  readonly text: string;
  /**
   * What a finding on this line is limited to. The claims administrator's line is copied, so what is wrong with its
   * sources is for information only; what a slip of copying may have caused is reported without this limit.
   */
  readonly limit: Pick<Report, 'atMost'>;
  /** A span of the item for one of the folded text; an empty one stands behind the character before it. */
  span(folded: Span): Span;
  /** A fix that replaces spans of the folded text; none where a comment stands in one, which would be lost. */
  fix(title: string, edits: readonly TextEdit[], safe?: boolean): Fix[];
}

/** The guideline lines of the item, in the order of the profile. */
export function guidelineLines(item: ItemPart, context: ItemContext): ItemLine[] {
  const definitions = context.profile.profile.items.fields.filter(field => field.kind === 'guidelineLine');
  return definitions.flatMap(({ role }) => lineOf(item, role, context) ?? []);
}

export function lineOf(item: ItemPart, role: ItemFieldRole, context: ItemContext): ItemLine | null {
  const field = context.field(role);
  const line = context.guidelineLine(role);
  if (!field || !line) return null;
  const span = ({ start, end }: Span): Span => {
    if (end > start || start === 0) return field.text.source(start, end);
    const at = field.text.source(start - 1, start).end;
    return { start: at, end: at };
  };
  return {
    role,
    field,
    line,
    text: field.text.text,
    limit: role === 'claimsGuideline' ? { atMost: 'information' } : {},
    span,
    fix(title, edits, safe = false) {
      const placed = edits.map(edit => ({ span: span(edit.span), text: edit.text }));
      if (placed.some(edit => item.text.slice(edit.span.start, edit.span.end).includes('<!--'))) return [];
      return [{ title, safe, edits: placed }];
    },
  };
}
