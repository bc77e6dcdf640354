import type { Catalogue } from '../catalogue/catalogue';
import type { Profile } from '../profile/schema';

export type GuidelineLineDefinition = NonNullable<Profile['guidelineLine']>;

/** The words of a profile's guideline lines and the names of a catalogue, made ready for reading. Made once for a pair. */
export interface GuidelineGrammar {
  readonly line: GuidelineLineDefinition;
  readonly catalogue: Catalogue;
}

export function compileGuidelineGrammar(line: GuidelineLineDefinition, catalogue: Catalogue): GuidelineGrammar {
  return { line, catalogue };
}
