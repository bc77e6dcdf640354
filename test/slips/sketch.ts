import { matches, type Span, trimmed } from './text';

/** A labelled line of an item. */
export interface Field {
  readonly label: Span;
  /** Without white space around it. */
  readonly value: Span;
}

/** An item that has all it needs; others are left alone. */
export interface Item {
  /** From its title to the end of its rationale. */
  readonly span: Span;
  /** Without the colon and the decision. */
  readonly title: Span;
  readonly decision: Span;
  readonly claims: Field;
  readonly reviewer: Field;
  readonly rationale: Field;
}

export interface Section {
  readonly heading: Span;
  readonly body: Span;
  readonly span: Span;
}

export type HeaderDate = 'injury' | 'denial' | 'received' | 'assigned' | 'decision';

/**
 * A letter as far as planting a slip needs it. Found with plain expressions, on purpose without the reader that is to be
 * measured. What is not found is null or missing, and no slip is planted there.
 */
export interface Sketch {
  readonly name: string;
  readonly text: string;
  readonly header: Span;
  readonly dates: ReadonlyMap<HeaderDate, Span>;
  readonly howMade: Section | null;
  readonly summary: Section | null;
  readonly issues: Section | null;
  readonly items: readonly Item[];
}

export const labels = {
  claims: 'Claims Administrator guideline',
  reviewer: 'MAXIMUS guideline',
  rationale: 'Decision rationale',
} as const;

const dateLabels: Record<HeaderDate, RegExp> = {
  injury: /Date of Injury: (\d\d\/\d\d\/\d{4})/,
  denial: /UR Denial Date: (\d\d\/\d\d\/\d{4})/,
  received: /Application Received: (\d\d\/\d\d\/\d{4})/,
  assigned: /Date Assigned: (\d\d\/\d\d\/\d{4})/,
  decision: /Decision Date: (\d\d\/\d\d\/\d{4})/,
};

const headings = [
  /^[ \t\f]*(?:# )?HOW THE IMR FINAL DETERMINATION WAS MADE[ \t]*$/gm,
  /^[ \t\f]*(?:# )?CLINICAL CASE SUMMARY[ \t]*$/gm,
  /^[ \t\f]*(?:# )?IMR ISSUES, DECISIONS AND RATIONALES[ \t]*$/gm,
];

export function sketch(name: string, text: string): Sketch {
  const found = headings.map(heading => [...text.matchAll(heading)]);
  const [howMade = null, summary = null, issues = null] = found.map((all, i): Section | null => {
    const [match] = all;
    if (!match || all.length > 1) return null;
    const heading = trimmed(text, { start: match.index, end: match.index + match[0].length });
    const end = found[i + 1]?.[0]?.index ?? text.length;
    if (end < heading.end) return null;
    return { heading, body: trimmed(text, { start: heading.end, end }), span: { start: heading.start, end } };
  });
  const header = { start: 0, end: howMade?.heading.start ?? 0 };
  const dates = new Map<HeaderDate, Span>();
  for (const [date, label] of Object.entries(dateLabels)) {
    const [match, ...others] = matches(text, header, label);
    if (match && others.length === 0) {
      dates.set(date as HeaderDate, { start: match.end - (match.groups[1] ?? '').length, end: match.end });
    }
  }
  return {
    name,
    text,
    header,
    dates,
    howMade,
    summary,
    issues,
    items: issues ? itemsIn(text, behindLeadIn(text, issues.body)) : [],
  };
}

/** The same letter with other text. */
export function changed(letter: Sketch, text: string): Sketch {
  return sketch(letter.name, text);
}

function behindLeadIn(text: string, body: Span): Span {
  const [lead] = matches(text, body, /(?:set forth|disputed items) below:/g);
  return { start: lead?.end ?? body.start, end: body.end };
}

function itemsIn(text: string, body: Span): Item[] {
  const all = (label: string) => matches(text, body, new RegExp(`(?:^|\\f)[ \\t\\f]*(${label}:)`, 'gm'));
  const claims = all(labels.claims);
  const titles = claims.map(label => titleAbove(text, body.start, label.start));
  return claims.flatMap((label, i): Item[] => {
    const title = titles[i];
    const end = titles[i + 1]?.start ?? body.end;
    const between = (found: readonly Span[]) => found.filter(one => one.start > label.start && one.end <= end);
    const [reviewer, ...reviewers] = between(all(labels.reviewer));
    const [rationale, ...rationales] = between(all(labels.rationale));
    if (!title || !reviewer || !rationale || reviewers.length + rationales.length > 0) return [];
    if (reviewer.start > rationale.start) return [];
    const decision = /:\s*(Upheld|Overturned)$/.exec(text.slice(title.start, title.end));
    if (!decision || decision.index === 0) return [];
    const field = (span: Span, to: number): Field => {
      const whole = trimmed(text, span);
      return { label: whole, value: trimmed(text, { start: whole.end, end: to }) };
    };
    const item = {
      title: trimmed(text, { start: title.start, end: title.start + decision.index }),
      decision: { start: title.end - (decision[1] ?? '').length, end: title.end },
      claims: field(label, reviewer.start),
      reviewer: field(reviewer, rationale.start),
      rationale: field(rationale, end),
    };
    return [{ ...item, span: { start: title.start, end: item.rationale.value.end } }];
  });
}

/** The paragraph above a label; a page break ends it only behind a full stop. */
function titleAbove(text: string, from: number, label: number): Span {
  const above = text.slice(from, label);
  const end = from + above.trimEnd().length;
  let start = end;
  for (;;) {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const line = text.slice(lineStart, start);
    if (lineStart < from || (line.trim() === '' && start < end)) break;
    const previous = text.slice(from, Math.max(from, lineStart - 1));
    start = lineStart;
    if (line.startsWith('\f') && /[.:]\s*$/.test(previous)) break;
    if (start <= from) break;
    start = lineStart - 1;
    if (text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '') break;
  }
  // Where nothing parts it from the rationale above, that ends with its finding.
  const block = text.slice(start, end);
  const [finding] = block.includes(`${labels.rationale}:`)
    ? [...block.matchAll(/necessary\.[ \t\f]*\n/g)].slice(-1)
    : [];
  const behind = finding ? start + finding.index + finding[0].length : start;
  const title = trimmed(text, { start: Math.max(from, behind), end });
  const mark = /^## /.exec(text.slice(title.start, title.end));
  return { start: title.start + (mark?.[0].length ?? 0), end: title.end };
}
