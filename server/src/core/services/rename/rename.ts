import { sexWordsOf } from '../../facts/sex';
import type { Letter } from '../../language/letter';
import type { Setup } from '../../setup';
import { contains } from '../../text/span';
import { t } from '../../words/translate';
import { partAt } from '../completion/complete';
import { ageTarget } from './age';
import { dateTarget } from './date';
import { serviceTarget } from './service';
import { sideTarget } from './side';
import { isProse, statementsIn } from './statements';
import type { Place, Refusal, RenameTarget } from './target';

/** What can be renamed at `offset`, or why nothing can. */
export function renameTarget(letter: Letter, setup: Setup, offset: number): RenameTarget | Refusal {
  const place: Place = { letter, setup, offset, placed: partAt(letter, offset) };
  return (
    fixedWords(place) ??
    ageTarget(place) ??
    dateTarget(place) ??
    sideTarget(place) ??
    serviceTarget(place) ??
    other(place)
  );
}

/** Words that are not the writer's to choose. */
function fixedWords({ offset, placed }: Place): Refusal | null {
  const at = offset - placed.start;
  const { part } = placed;
  const isLabel = part.fields.some(
    ({ label, labelRest }) => contains(label, at) || (labelRest !== null && contains(labelRest, at)),
  );
  if (isLabel) return { refused: t('A label is the same in every letter: it cannot be renamed.') };
  if (part.kind === 'section' && contains(part.heading.span, at)) {
    return { refused: t('A heading is the same in every letter: it cannot be renamed.') };
  }
  if (part.kind !== 'item') return null;
  const { decision } = part.title;
  if (decision && contains(decision.span, at)) {
    return { refused: t('A decision is no name. Write the other decision in its place.') };
  }
  const isCitation = part.fields.some(
    ({ definition, span }) => definition.kind === 'guidelineLine' && contains(span, at),
  );
  if (!isCitation) return null;
  return { refused: t('A citation names a guideline: it cannot be renamed. Write the other citation in its place.') };
}

function other({ setup, offset, placed }: Place): Refusal {
  const isSex = statementsIn([placed], setup.vocabulary, isProse).some(({ sentence, mention }) =>
    sentence.of(sexWordsOf).some(({ span }) => contains(mention(span).span, offset)),
  );
  if (isSex) {
    return {
      refused: t("The worker's sex cannot be renamed: pronouns go with it. Change them sentence by sentence."),
    };
  }
  return {
    refused: t(
      "Only the service of an item, the worker's age, the side of a body part, and the date of the injury or of the decision under review can be renamed.",
    ),
  };
}
