import { partName } from '../../citations/print';
import { letterFacts } from '../../language/facts';
import type { Letter } from '../../language/letter';
import type { Setup } from '../../setup';
import type { HoverCard } from '../hover';
import { guidelineCard, partFacts } from '../hoverCitation';
import type { Proposal } from './proposal';

/** What is shown beside a proposal when the writer looks at it: made only then. */
export function describeProposal(proposal: Proposal, letter: Letter, setup: Setup): HoverCard | null {
  const { about, span } = proposal;
  if (!about) return null;
  if (about.kind === 'text') {
    return { kind: 'label', span, title: proposal.label, facts: [], paragraphs: [about.text], rule: null };
  }
  const card = guidelineCard(about.guideline, setup, letterFacts(letter), span);
  if (!about.part) return card;
  const [edition, ...others] = card.facts;
  const part = partFacts(partName(about.part), about.part);
  return { ...card, facts: edition ? [part, edition, ...others] : [part] };
}
