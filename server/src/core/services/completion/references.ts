import { partName, printPages } from '../../citations/print';
import { letterFacts } from '../../language/facts';
import { rankGuidelines } from '../../ranking/rank';
import { subjectOf } from '../../ranking/subject';
import { certaintyOf, partsOf } from './citations';
import { behindOpening, citedSoFar, type LineSoFar } from './guidelineLine';
import type { Proposal, Proposals } from './proposal';

/** Behind the label for pages or sections: what the guideline cited just before has, the likeliest for the item first. */
export function completeReferences(line: LineSoFar): Proposals | null {
  const { place, item, text } = line;
  const grammar = place.setup.grammar;
  if (!grammar || behindOpening(line, grammar.standard) === null) return null;
  const typed = typedBehindLabel(text, grammar.labels);
  if (typed === null) return null;
  const cited = citedSoFar(line).at(-1);
  const guideline = cited?.guideline ?? cited?.candidates[0];
  if (!guideline) return null;
  const ranked = rankGuidelines({
    subject: subjectOf(item.part, place.letter, place.setup.vocabulary),
    catalogue: place.setup.catalogue,
    vocabulary: place.setup.vocabulary,
    day: letterFacts(place.letter).denialDate?.iso ?? null,
    otherLine: null,
  }).find(r => r.guideline === guideline);
  if (!ranked) return null;
  const style = typed.kind;
  const words = typed.text.trimStart();
  const span = { start: place.offset - words.length, end: place.offset };
  const gap = words === '' && /\S$/.test(place.before) ? ' ' : '';
  const present = new Set(cited?.sections.map(s => s.canonical));
  const items = partsOf(ranked, style).flatMap((part): Proposal[] => {
    const name = partName(part);
    const pages = 'pages' in part ? printPages(part.pages) : '';
    const shown = style === 'page' ? pages : name;
    if (shown === '' || (present.has(name) && words === '')) return [];
    return [
      {
        kind: 'reference',
        label: shown,
        ...(style === 'page' ? { labelDetail: ` ${name}` } : {}),
        description: certaintyOf(guideline, part, style),
        span,
        text: gap + shown,
        filter: style === 'page' ? `${pages} ${name}` : name,
        about: { kind: 'guideline', guideline, part },
      },
    ];
  });
  return { items, incomplete: false };
}

/** What is typed behind the last label of a line, a list's finished entries left out; null where no label comes last. */
function typedBehindLabel(
  text: string,
  labels: readonly { readonly kind: 'page' | 'section'; readonly word: string }[],
): { readonly kind: 'page' | 'section'; readonly text: string } | null {
  const lower = text.toLowerCase();
  const colon = lower.lastIndexOf(':');
  if (colon < 0) return null;
  const label = labels.find(l => lower.slice(0, colon).endsWith(l.word));
  if (!label) return null;
  const behind = text.slice(colon + 1);
  // A joiner, a year or a full stop means that the list is over and another citation is being typed.
  if (/\.\s|\.$|, and | \d{4}/.test(behind)) return null;
  const comma = behind.lastIndexOf(', ');
  return { kind: label.kind, text: comma < 0 ? behind : behind.slice(comma + 2) };
}
