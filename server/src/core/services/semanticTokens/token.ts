import type { Span } from '../../text/span';

/**
 * The types of tokens, by the names that every editor knows: headings, titles of items, labels, decisions, citations,
 * dates, sides of the body, placeholders, comments; in a comment that speaks to the checks its word and the rules named.
 */
export const tokenTypes = [
  'namespace',
  'class',
  'property',
  'keyword',
  'type',
  'number',
  'enumMember',
  'parameter',
  'comment',
  'macro',
  'variable',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** Of a decision its outcome, or that it is no decision; of a citation how certain it is that it is right. */
export const tokenModifiers = [
  'uphold',
  'overturn',
  'partial',
  'dismiss',
  'unknown',
  'verified',
  'unverified',
  'superseded',
] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of the text that means something; never empty. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifier: TokenModifier | null;
}

export function token(span: Span, type: TokenType, modifier: TokenModifier | null = null): Token {
  return { span, type, modifier };
}
