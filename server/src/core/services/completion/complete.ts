import type { Letter } from '../../language/letter';
import { lineAt } from '../../language/letterText';
import type { ItemPart, Placed, SectionPart } from '../../language/tree';
import type { Setup } from '../../setup';
import { completeSummary } from './caseSentences';
import { completeCredentials } from './credentials';
import { completeDecision } from './decision';
import { completeGuidelineLine } from './guidelineLine';
import { completeHeader } from './header';
import { completeLabels } from './labels';
import { NONE, type Place, type Proposals } from './proposal';
import { completeRationale } from './rationale';

/** What may be inserted at `offset`. Looks at the part around the cursor, never at the whole text. */
export function completionsAt(letter: Letter, setup: Setup, offset: number): Proposals {
  const place = placeAt(letter, setup, offset);
  const part = partAt(letter, offset);
  if (part.part.kind === 'header') return completeHeader(place, letter.header);
  const section = sectionAt(letter, offset);
  if (part.part.kind === 'item') {
    const item = part as Placed<ItemPart>;
    return first(
      () => completeDecision(place, item, section),
      () => (startsParagraph(place) ? completeLabels(place, item, section) : null),
      () => completeGuidelineLine(place, item),
      () => completeLabels(place, item, section),
      () => completeRationale(place, item),
    );
  }
  return first(
    () => completeCredentials(place, part as Placed<SectionPart>),
    () => completeDecision(place, null, section),
    () => both(completeSummary(place, part as Placed<SectionPart>), completeLabels(place, null, section)),
  );
}

function both(one: Proposals | null, other: Proposals | null): Proposals | null {
  if (!one || !other) return one ?? other;
  return { items: [...one.items, ...other.items], incomplete: one.incomplete || other.incomplete };
}

function first(...attempts: readonly (() => Proposals | null)[]): Proposals {
  for (const attempt of attempts) {
    const proposals = attempt();
    if (proposals) return proposals;
  }
  return NONE;
}

/** The cursor's line stands behind a blank one: what is typed there may be a label, though it still belongs to the text above. */
function startsParagraph({ letter, lineStart }: Place): boolean {
  return letter.source.lines[lineAt(letter.source, lineStart) - 1]?.blank ?? false;
}

/** The part that the cursor stands in; at the seam of two, the one before it while its line goes on. */
export function partAt(letter: Letter, offset: number): Placed {
  let found = letter.parts[0] as Placed;
  for (const part of letter.parts) {
    if (part.start > offset) break;
    found = part;
  }
  return found;
}

function sectionAt(letter: Letter, offset: number): Placed<SectionPart> | null {
  return letter.sections.findLast(s => s.start <= offset) ?? null;
}

export function placeAt(letter: Letter, setup: Setup, offset: number): Place {
  const { lines, starts, text } = letter.source;
  const index = lineAt(letter.source, offset);
  const lineStart = starts[index] ?? 0;
  const line = lines[index];
  return {
    letter,
    setup,
    offset,
    lineStart,
    before: text.slice(lineStart, offset),
    atLineEnd: (line?.content ?? '').slice(offset - lineStart).trim() === '',
    lineEnd: lines.find(l => l.terminator !== '')?.terminator.replace('\f', '') || '\n',
  };
}
