import { type Edit, newPlace, oldPlace, type Span, touches } from './text';

/** What the harness asks of a finding. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly { readonly span: Span }[];
}

export interface Difference {
  /** Findings that the letter did not have before. */
  readonly fresh: readonly Finding[];
  /** Findings of a rule that spoke of that place before, in other words. */
  readonly changed: readonly Finding[];
}

/** What the findings after the edits have that those before them had not. */
export function difference(old: readonly Finding[], now: readonly Finding[], edits: readonly Edit[]): Difference {
  const left = [...old];
  const take = (fits: (finding: Finding) => boolean): boolean => {
    const at = left.findIndex(fits);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const origin = (finding: Finding) => ({
    start: oldPlace(finding.span.start, edits),
    end: oldPlace(finding.span.end, edits),
  });
  const unknown = now.filter(finding => {
    const { start } = origin(finding);
    return !take(o => o.rule === finding.rule && o.message === finding.message && o.span.start === start);
  });
  const moved = unknown.filter(f => !take(o => o.rule === f.rule && o.message === f.message));
  const fresh = moved.filter(f => !take(o => o.rule === f.rule && touches(o.span, origin(f))));
  return { fresh, changed: moved.filter(finding => !fresh.includes(finding)) };
}

/** Where places of the text before the edits are after them. */
export function moved(places: readonly Span[], edits: readonly Edit[]): Span[] {
  return places.map(({ start, end }) => ({ start: newPlace(start, edits, 'start'), end: newPlace(end, edits, 'end') }));
}

export function concerns(finding: Finding, places: readonly Span[]): boolean {
  return [finding, ...finding.related].some(({ span }) => places.some(place => touches(span, place)));
}
