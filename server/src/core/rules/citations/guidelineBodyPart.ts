import type { Guideline } from '../../catalogue/model';
import type { Citation, GuidelineLine } from '../../citations/model';
import { printCitation } from '../../citations/print';
import type { ItemPart } from '../../language/tree';
import { type Subject, subjectOf } from '../../ranking/subject';
import { canBeAbout, isWithin } from '../../vocabulary/regions';
import type { Vocabulary } from '../../vocabulary/schema';
import { orThe } from '../../words/phrases';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { Fix, ItemRule, Related } from '../rule';
import { subjectSpan } from './editions';
import { isProven, likelyGuidelines, likelyParts } from './likely';
import { guidelineLines, type ItemLine, quoted } from './lines';

/** How many guidelines a fix offers. */
const CHOICES = 3;

export const rule: ItemRule = {
  id: 'guideline-body-part',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'warning',
  summary: 'Guidelines for other body parts than the one that the item is about.',
  fix: 'offered',
  check(item, context, report) {
    const lines = guidelineLines(item, context).filter(({ line }) => isAboutParts(line));
    const subject = lines.length > 0 ? subjectOf(item, null, context.vocabulary) : null;
    if (!subject || subject.bodyParts.length === 0) return;
    for (const line of lines) {
      const [citation] = line.line.citations;
      const suited = guidelinesOf(line.line).some(guideline => guideline && suits(guideline, subject, context));
      if (!citation || suited) continue;
      const span = subjectSpan(citation, line.text);
      report({
        span: line.span(span),
        message: message(line.text.slice(span.start, span.end), subject, context.vocabulary),
        ...line.limit,
        related: wordsOf(item, subject),
        fixes: () => replace(citation, subject, item, line, context),
      });
    }
  },
};

/** Whether the standard is cited, and all that the line cites is known and about parts of the body. */
function isAboutParts(line: GuidelineLine): boolean {
  const cited = guidelinesOf(line);
  return line.citations.length > 0 && cited.every(guideline => guideline && guideline.appliesTo.bodyParts.length > 0);
}

/** The guidelines on the line; null stands for a source that the catalogue does not know, which may be about anything. */
function guidelinesOf({ citations, other }: GuidelineLine): (Guideline | null)[] {
  const others = other?.sources.map(source => source.guideline) ?? [];
  const cited = citations.map(citation => citation.guideline);
  return [...new Set([...cited, ...(other && others.length === 0 ? [null] : others)])];
}

/** Whether the guideline is about a part of the body that the item can be about. */
function suits({ appliesTo }: Guideline, subject: Subject, context: ItemContext): boolean {
  const { vocabulary } = context;
  const parts = appliesTo.bodyParts;
  return (
    parts.some(part => canBeAbout(vocabulary, subject.matches, part)) ||
    subject.bodyParts.some(part => isBeside(part, parts, vocabulary) || isNearestInLimb(part, parts, context))
  );
}

/** Whether the standard has nothing about the part itself, and these are other parts of its limb: thigh and knee. */
function isNearestInLimb(id: string, others: readonly string[], context: ItemContext): boolean {
  const { vocabulary, catalogue, facts } = context;
  const limb = vocabulary.bodyParts.find(
    ({ id: one, nerves }) => nerves && one !== id && isWithin(vocabulary, id, one),
  );
  if (!limb || !others.every(part => isWithin(vocabulary, part, limb.id))) return false;
  const day = facts.denialDate?.iso;
  return !catalogue.guidelines.some(guideline => {
    const counts = guideline.status !== 'standing' && guideline.status !== 'proposed';
    const isInForce = counts && !(day && catalogue.inForceAt(guideline, day) === false);
    return isInForce && guideline.appliesTo.bodyParts.some(part => isWithin(vocabulary, id, part));
  });
}

/**
 * Whether the part is a stretch of the spine and the others are the one beside it, both counted to one part: pain of the
 * back keeps to no border, and guidelines draw it in different places.
 */
function isBeside(id: string, others: readonly string[], { bodyParts, ...rest }: Vocabulary): boolean {
  const parentOf = (one: string) => bodyParts.find(part => part.id === one)?.parent;
  const parent = parentOf(id);
  if (parent === undefined || !bodyParts.find(part => part.id === id)?.levels) return false;
  const vocabulary = { bodyParts, ...rest };
  return others.some(other => parentOf(other) === parent) && others.every(one => isWithin(vocabulary, one, parent));
}

function message(cited: string, { bodyParts }: Subject, vocabulary: Vocabulary): string {
  const titles = bodyParts.flatMap(id => vocabulary.bodyParts.find(part => part.id === id)?.title ?? []);
  const about = orThe(titles);
  return t(
    '{0} is not about the {1}, which the item names. Advice on another part of the body does not support the decision. Cite the guideline for the {1}, or a general one.',
    quoted(cited),
    about,
  );
}

/** Where the title names the body part, or a service that implies it. */
function wordsOf({ title }: ItemPart, { matches }: Subject): Related[] {
  const named = matches.find(match => match.kind === 'bodyPart') ?? matches.find(match => match.kind === 'service');
  if (!named) return [];
  const span = title.text.source(named.start, named.end);
  return [{ span, message: t('The item names the body part here.') }];
}

/** The likeliest guidelines for the body part, with the sections cited where they have these, else with their likeliest. */
function replace(citation: Citation, subject: Subject, item: ItemPart, line: ItemLine, context: ItemContext): Fix[] {
  const { vocabulary, catalogue, facts } = context;
  const day = facts.denialDate?.iso;
  const definition = context.profile.profile.guidelineLine;
  const style = citation.style === 'page' ? 'page' : 'section';
  const fixes: Fix[] = [];
  for (const { guideline } of likelyGuidelines(item, line.role, context)) {
    const parts = guideline.appliesTo.bodyParts;
    const isForPart = parts.some(part => canBeAbout(vocabulary, subject.matches, part));
    const isInForce = guideline.status !== 'proposed' && !(day && catalogue.inForceAt(guideline, day) === false);
    const printed = definition && isForPart && isInForce && printCitation(guideline, null, style, definition);
    if (!definition || !printed || printed.reference !== '') continue;
    const names = new Set(guideline.sections.map(section => section.name));
    const keepsSections = style === 'section' && citation.sections.every(s => names.has(s.canonical ?? s.name));
    if (keepsSections) {
      const span = subjectSpan(citation, line.text);
      fixes.push(...line.fix(t('Replace by "{0}"', printed.subject), [{ span, text: printed.subject }]));
    } else {
      const part = likelyParts(guideline, style, item, line.role, context)[0] ?? null;
      const whole = printCitation(guideline, part, style, definition) ?? printed;
      const text = `${whole.subject}${whole.reference}`;
      const title = part && !isProven(part) ? t('Replace by "{0}" (unverified)', text) : t('Replace by "{0}"', text);
      fixes.push(...line.fix(title, [{ span: citation.span, text }]));
    }
    if (fixes.length >= CHOICES) break;
  }
  return fixes;
}
