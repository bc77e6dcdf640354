import type { Change, ChangeKind, Said, Weight } from './comparison';

type Details = Partial<Pick<Change, 'label' | 'fact' | 'aspects' | 'words'>>;

/** A change from what was said to what is; at least one of the two is there. */
export function change(kind: ChangeKind, before: Said | null, after: Said | null, details: Details = {}): Change {
  const nature = before ? (after ? 'changed' : 'gone') : 'added';
  return make(kind, nature, before, after, details);
}

/** Something stands in another place among its like. */
export function moved(kind: ChangeKind, before: Said, after: Said): Change {
  return make(kind, 'moved', before, after, {});
}

function make(
  kind: ChangeKind,
  nature: Change['nature'],
  before: Said | null,
  after: Said | null,
  { label = '', fact = null, aspects = [], words = null }: Details,
): Change {
  return { kind, nature, weight: weightOf(kind, nature), label, before, after, fact, aspects, words };
}

function weightOf(kind: ChangeKind, nature: Change['nature']): Weight {
  if (nature === 'moved') return 'wording';
  if (kind === 'decision' || kind === 'finding' || kind === 'item') return 'decision';
  const isText = kind === 'rationale' || kind === 'guidelineLine' || kind === 'field' || kind === 'section';
  return kind === 'text' || (isText && nature === 'changed') ? 'wording' : 'substance';
}
