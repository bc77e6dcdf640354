import { datesOf } from '../../facts/dates';
import { type Passage, passagesOf } from '../../facts/passages';
import { sidesOf } from '../../facts/terms';
import type { LetterFacts } from '../../language/facts';
import { matchDecision } from '../../language/names';
import type { ItemPart, Part, SectionPart } from '../../language/tree';
import type { Setup } from '../../setup';
import type { Span } from '../../text/span';
import { citationTokens } from './citationTokens';
import { flatten, inLines } from './layers';
import { type Token, type TokenModifier, token } from './token';

interface Kept {
  readonly setup: Setup;
  readonly key: string;
  readonly tokens: readonly Token[];
}

const known = new WeakMap<Part, Kept>();

/**
 * The tokens of a part, relative to it, sorted, none over another and each on one line; worked out once for as long as
 * neither the part nor what decides about editions changes. Comments are left to the letter: they may span parts.
 */
export function partTokens(part: Part, setup: Setup, facts: LetterFacts): readonly Token[] {
  const key = `${facts.denialDate?.iso} ${facts.style}`;
  const kept = known.get(part);
  if (kept?.setup === setup && (kept.key === key || part.kind !== 'item')) return kept.tokens;
  const layers = [
    placeholders(part),
    [...labels(part), ...decisions(part, setup)],
    part.kind === 'item' ? citationTokens(part, setup, facts) : [],
    passagesOf(part, setup.vocabulary).flatMap(sentenceTokens),
    names(part),
  ];
  const tokens = inLines(flatten(layers), part.text);
  known.set(part, { setup, key, tokens });
  return tokens;
}

/** `[[…]]`, at most this long, and a line of underscores. */
const PLACEHOLDER = /\[\[[^[\]]{0,400}\]\]|_{3,}/g;

function placeholders({ text }: Part): Token[] {
  if (!text.includes('[[') && !text.includes('___')) return [];
  return Array.from(text.matchAll(PLACEHOLDER), ({ index, 0: found }) =>
    token({ start: index, end: index + found.length }, 'parameter'),
  );
}

function labels(part: Part): Token[] {
  return part.fields.flatMap(({ label, labelRest }) =>
    [label, ...(labelRest ? [labelRest] : [])].map(span => token(span, 'property')),
  );
}

function decisions(part: Part, setup: Setup): Token[] {
  if (part.kind === 'section') return caseDecisions(part, setup);
  const decision = part.kind === 'item' && part.title.decision;
  if (!decision) return [];
  return [token(decision.span, 'keyword', outcomeOf(decision))];
}

/** A label of a section behind which the whole case is decided. */
function caseDecisions({ fields }: SectionPart, { profile }: Setup): Token[] {
  return fields.flatMap(({ definition, text }) => {
    if (definition.kind !== 'caseDecision') return [];
    const word = (/^[^.;(]{1,60}/.exec(text.text)?.[0] ?? '').trimEnd();
    const match = matchDecision(word, profile);
    return match ? [token(text.source(0, word.length), 'keyword', outcomeOf(match))] : [];
  });
}

/** A misspelt decision is none yet. */
function outcomeOf({ match, definition }: Pick<NonNullable<ItemPart['title']['decision']>, 'match' | 'definition'>) {
  return match === 'exact' && definition ? (definition.outcome satisfies TokenModifier) : 'unknown';
}

/** Headings and titles; what stands over them, such as a side, counts more. */
function names(part: Part): Token[] {
  if (part.kind === 'section') return [token(part.heading.span, 'namespace')];
  return part.kind === 'item' ? [token(part.title.name, 'class')] : [];
}

/** Dates, and sides of body parts. */
function sentenceTokens({ text, sentences }: Passage): Token[] {
  return sentences.flatMap(({ start, sentence }) => {
    const where = (span: Span) => text.source(start + span.start, start + span.end);
    return [
      ...sentence.of(datesOf).map(({ span }) => token(where(span), 'number')),
      ...sentence.of(sidesOf).map(side => token(where(side), 'enumMember')),
    ];
  });
}
