import type { Display } from '../../config/display';
import type { Letter } from '../../language/letter';
import type { Finding } from '../../rules/rule';
import type { Setup } from '../../setup';
import { t } from '../../words/translate';
import { citationLenses } from './citations';
import { completenessLenses } from './completeness';
import type { Lens } from './lens';

function previewLens(): Lens {
  return { kind: 'preview', span: { start: 0, end: 0 }, text: t('Preview'), target: null, guideline: null };
}

/** What stands above lines of the letter, in order. */
export function codeLenses(
  letter: Letter,
  setup: Setup,
  findings: readonly Finding[],
  shows: Display['codeLenses'],
): Lens[] {
  const lenses: Lens[] = [
    ...(shows.preview && letter.parts.some(({ part }) => /\S/.test(part.text)) ? [previewLens()] : []),
    ...(shows.completeness ? completenessLenses(letter, findings) : []),
    ...(shows.citations ? citationLenses(letter, setup) : []),
  ];
  return lenses.sort((a, b) => a.span.start - b.span.start);
}
