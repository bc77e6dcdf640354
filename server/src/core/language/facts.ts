import type { HeaderRole } from '../profile/schema';
import { type Day, readDay } from '../text/dates';
import type { Letter } from './letter';

/**
 * What items need to know of the rest of the letter. Small on purpose: when it changes, every item is checked again.
 */
export interface LetterFacts {
  readonly hasHeader: boolean;
  readonly dateOfInjury: Day | null;
  /** When the treatment was refused: decides which edition of a guideline was in force. */
  readonly denialDate: Day | null;
  readonly decisionDate: Day | null;
  /** How the letter cites; null where neither its citations nor its dates tell. */
  readonly style: CitationStyleName | null;
  /** Equal keys mean equal facts. */
  readonly key: string;
}

export type CitationStyleName = 'page' | 'section';

export function letterFacts(letter: Letter): LetterFacts {
  const hasHeader = letter.header.part.fields.length > 0;
  const dateOfInjury = headerDay(letter, 'dateOfInjury');
  const denialDate = headerDay(letter, 'denialDate');
  const decisionDate = headerDay(letter, 'decisionDate');
  const style = styleOf(letter, decisionDate ?? denialDate);
  const key = [hasHeader, dateOfInjury?.iso, denialDate?.iso, decisionDate?.iso, style].join('|');
  return { hasHeader, dateOfInjury, denialDate, decisionDate, style, key };
}

export function headerDay(letter: Letter, role: HeaderRole): Day | null {
  const field = letter.header.part.fields.find(f => f.definition.role === role);
  return field ? readDay(field.text.text) : null;
}

/** The style most citations of the letter have, else the style of its time, else null. */
function styleOf(letter: Letter, day: Day | null): CitationStyleName | null {
  const { pageStyle, sectionStyle } = letter.profile.profile.guidelineLine ?? {};
  if (!pageStyle || !sectionStyle) return pageStyle ? 'page' : sectionStyle ? 'section' : null;
  let pages = 0;
  let sections = 0;
  for (const item of letter.items) {
    for (const field of item.part.fields) {
      if (field.definition.kind !== 'guidelineLine') continue;
      if (field.text.text.includes(pageStyle.label)) pages++;
      if (field.text.text.includes(sectionStyle.label)) sections++;
    }
  }
  if (pages !== sections) return pages > sections ? 'page' : 'section';
  if (!day) return null;
  const isPage = (!pageStyle.from || day.iso >= pageStyle.from) && (!pageStyle.to || day.iso < pageStyle.to);
  return isPage ? 'page' : 'section';
}
