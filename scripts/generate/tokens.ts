import {
  type TokenModifier,
  type TokenType,
  tokenModifiers,
} from '../../server/src/core/services/semanticTokens/token';
import { language } from './extension';
import type { Texts } from './texts';

/** Keys of the texts made here begin with it. */
export const tokenKeys = 'tokens.';

const descriptions: Readonly<Record<TokenModifier, string>> = {
  uphold: 'A decision that lets the one under review stand.',
  overturn: 'A decision that sets the one under review aside.',
  partial: 'A decision that sets a part of the one under review aside.',
  dismiss: 'A decision not to decide.',
  unknown: 'A word in the place of a decision that is none.',
  verified: 'A citation that a source proves.',
  unverified: 'A citation to be looked up before it is relied on.',
  superseded: 'A citation of an edition that was not in force.',
};

/**
 * What a theme without colours for tokens shows them as: the scopes of the grammar, and for what must not rest on colour
 * alone those of bold and italic text, which themes of high contrast have too.
 */
const scopes: Readonly<Partial<Record<TokenType | `${TokenType}.${TokenModifier}`, readonly string[]>>> = {
  namespace: ['markup.heading.1.letter entity.name.section.letter', 'entity.name.section.letter'],
  class: ['markup.heading.2.item.letter entity.name.section.item.letter', 'entity.name.section.item.letter'],
  property: ['entity.name.tag.item.letter'],
  keyword: ['keyword.control.decision.letter'],
  'keyword.uphold': ['markup.bold.decision.uphold.letter'],
  'keyword.overturn': ['markup.bold.decision.overturn.letter'],
  'keyword.partial': ['markup.bold.decision.partial.letter'],
  'keyword.dismiss': ['markup.bold.decision.dismiss.letter'],
  'keyword.unknown': ['invalid.illegal.decision.letter'],
  type: ['entity.name.type.guideline.letter'],
  'type.unverified': ['markup.italic.guideline.letter'],
  'type.superseded': ['invalid.deprecated.guideline.letter'],
  number: ['constant.numeric.date.letter'],
  enumMember: ['constant.language.side.letter'],
  parameter: ['variable.parameter.placeholder.letter'],
  comment: ['comment.block.letter'],
  macro: ['keyword.control.suppression.letter'],
  variable: ['variable.parameter.rule.letter'],
};

/** What the manifest says of the tokens of letters. */
export function tokenContributions(texts: Texts): object {
  return {
    semanticTokenModifiers: tokenModifiers.map(id => ({
      id,
      description: texts.key(`${tokenKeys}${id}`, descriptions[id]),
    })),
    semanticTokenScopes: [{ language, scopes }],
  };
}
