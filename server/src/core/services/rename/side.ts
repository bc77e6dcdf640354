import type { Passage } from '../../facts/passages';
import { sidesOf } from '../../facts/terms';
import { isSamePart, wordFor } from '../../rules/consistency/sideMentions';
import { contains } from '../../text/span';
import { squeeze } from '../../text/words';
import type { Side, Vocabulary } from '../../vocabulary/schema';
import type { SideMatch } from '../../vocabulary/sides';
import { eitherOf } from '../../words/phrases';
import { t } from '../../words/translate';
import { isProse, type Statement, statementsIn } from './statements';
import { type Place, type Refusal, type Renamed, type RenameTarget, renamed } from './target';

interface StatedSide {
  readonly match: SideMatch;
  readonly statement: Statement;
}

/** The side of one body part in an item's title and rationale; null where no side stands at the cursor. */
export function sideTarget({ letter, setup, offset, placed }: Place): RenameTarget | Refusal | null {
  const { vocabulary } = setup;
  const stated = statementsIn([placed], vocabulary, isAsked).flatMap(statement =>
    statement.sentence.of(sidesOf).map((match): StatedSide => ({ match, statement })),
  );
  const at = stated.find(({ match, statement }) => contains(statement.mention(match).span, offset));
  if (!at) return null;
  if (placed.part.kind !== 'item') {
    return { refused: t('A side can be renamed in an item: in its title, or in its rationale.') };
  }
  const before = at.match.side;
  if (isSeveral(before, vocabulary)) {
    return { refused: t('Both sides are meant here. Change the words by hand: singular and plural go with them.') };
  }
  return { ...at.statement.mention(at.match), rename };

  function rename(name: string): Renamed {
    const side = sideNamed(name, vocabulary);
    if (!side) {
      const names = vocabulary.sides.filter(one => !one.covers).map(({ title }) => title);
      return { refused: t('Write the side: {0}.', eitherOf(names)) };
    }
    const mentions = stated
      .filter(({ match }) => match.side === before && isOfSamePart(match, at?.match, vocabulary))
      .map(({ match, statement }) => statement.mention(match));
    return renamed(letter, mentions, ({ words }) => wordFor(side.id, words, before, vocabulary));
  }
}

function isAsked(passage: Passage): boolean {
  return passage.place === 'title' || isProse(passage);
}

function isSeveral(side: string, { sides }: Vocabulary): boolean {
  return sides.some(({ id, covers }) => id === side && covers !== undefined);
}

function isOfSamePart(a: SideMatch, b: SideMatch | undefined, vocabulary: Vocabulary): boolean {
  return a.parts.some(({ id }) => b?.parts.some(other => isSamePart(id, other.id, vocabulary)));
}

function sideNamed(name: string, { sides }: Vocabulary): Side | null {
  const wanted = squeeze(name);
  const names = ({ title, terms = [], exact = [] }: Side) => [title, ...terms, ...exact].map(squeeze);
  return sides.find(side => !side.covers && names(side).includes(wanted)) ?? null;
}
