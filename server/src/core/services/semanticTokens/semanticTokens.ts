import { letterFacts } from '../../language/facts';
import type { Letter } from '../../language/letter';
import { commentsOf } from '../../rules/comments';
import { suppressionComments } from '../../rules/suppressionComments';
import type { Setup } from '../../setup';
import { type Span, shift, touches } from '../../text/span';
import { flatten, inLines } from './layers';
import { partTokens } from './partTokens';
import { type Token, token } from './token';

/** What means something in the letter, in order: none over another, each on one line. Only what touches `range`, if given. */
export function semanticTokens(letter: Letter, setup: Setup, range: Span | null = null): readonly Token[] {
  const facts = letterFacts(letter);
  const isAsked = (span: Span) => range === null || touches(span, range);
  const found: Token[] = [];
  for (const { start, part } of letter.parts) {
    if (!isAsked({ start, end: start + part.text.length })) continue;
    for (const one of partTokens(part, setup, facts)) found.push({ ...one, span: shift(one.span, start) });
  }
  const comments = commentTokens(letter);
  // What a comment parts may end in white space.
  const all = comments.length === 0 ? found : inLines(flatten([comments, found]), letter.source.text);
  return range === null ? all : all.filter(({ span }) => isAsked(span));
}

const commentsKnown = new WeakMap<Letter, readonly Token[]>();

/** Comments; in those that speak to the checks, the word that does and the rules it names. */
function commentTokens(letter: Letter): readonly Token[] {
  let tokens = commentsKnown.get(letter);
  if (!tokens) {
    const comments = commentsOf(letter).map(({ span }) => token(span, 'comment'));
    const spoken = comments.length === 0 ? [] : suppressionComments(letter);
    const words = spoken.flatMap(({ word, wordSpan, names }) => [
      token({ start: wordSpan.end - PREFIX.length - word.length, end: wordSpan.end }, 'macro'),
      ...names.map(({ span }) => token(span, 'variable')),
    ]);
    tokens = inLines(flatten([words, comments]), letter.source.text);
    commentsKnown.set(letter, tokens);
  }
  return tokens;
}

/** Before the word of a comment that speaks to the checks. */
const PREFIX = 'letter-';
