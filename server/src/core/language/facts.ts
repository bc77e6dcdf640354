import type { HeaderRole } from '../profile/schema';
import { type Day, readDay } from '../text/dates';
import type { Letter } from './letter';
import type { HeaderPart, ItemPart } from './tree';

/**
 * What items need to know of the rest of the letter. Small on purpose: when it changes, every item is checked again.
 */
export interface LetterFacts {
  readonly hasHeader: boolean;
  readonly dateOfInjury: Day | null;
  /** When the treatment was refused: decides which edition of a guideline was in force. */
  readonly denialDate: Day | null;
  readonly decisionDate: Day | null;
  /** What ends the letter's first line; LF where it has only one. */
  readonly lineEnd: LineEnd;
  /** How the letter cites; null where neither its citations nor its dates tell. */
  readonly style: CitationStyleName | null;
  /** Equal keys mean equal facts. */
  readonly key: string;
}

export type LineEnd = '\n' | '\r\n' | '\r';
export type CitationStyleName = 'page' | 'section';

export function letterFacts(letter: Letter): LetterFacts {
  const hasHeader = letter.header.part.fields.length > 0;
  const { dateOfInjury, denialDate, decisionDate } = headerDays(letter.header.part);
  const style = styleOf(letter, decisionDate ?? denialDate);
  const lineEnd = lineEndOf(letter);
  const key = [hasHeader, dateOfInjury?.iso, denialDate?.iso, decisionDate?.iso, lineEnd, style].join('|');
  return { hasHeader, dateOfInjury, denialDate, decisionDate, lineEnd, style, key };
}

type HeaderDays = Pick<LetterFacts, 'dateOfInjury' | 'denialDate' | 'decisionDate'>;

const daysKnown = new WeakMap<HeaderPart, HeaderDays>();

/** The dates of the header, read once for as long as it stays. */
function headerDays(header: HeaderPart): HeaderDays {
  let days = daysKnown.get(header);
  if (!days) {
    const dayOf = (role: HeaderRole) => {
      const field = header.fields.find(f => f.definition.role === role);
      return field ? readDay(field.text.text) : null;
    };
    days = {
      dateOfInjury: dayOf('dateOfInjury'),
      denialDate: dayOf('denialDate'),
      decisionDate: dayOf('decisionDate'),
    };
    daysKnown.set(header, days);
  }
  return days;
}

function lineEndOf({ source }: Letter): LineEnd {
  const line = source.lines.find(({ terminator }) => terminator !== '' && !terminator.includes('\f'));
  return (line?.terminator as LineEnd | undefined) ?? '\n';
}

interface LabelCounts {
  readonly pages: number;
  readonly sections: number;
}

const labelCounts = new WeakMap<ItemPart, LabelCounts>();

/** How many of the item's guideline lines give pages, and how many sections; counted once for an item. */
function labelsIn(item: ItemPart, pageLabel: string, sectionLabel: string): LabelCounts {
  let counts = labelCounts.get(item);
  if (!counts) {
    const lines = item.fields.filter(f => f.definition.kind === 'guidelineLine').map(f => f.text.text);
    counts = {
      pages: lines.filter(text => text.includes(pageLabel)).length,
      sections: lines.filter(text => text.includes(sectionLabel)).length,
    };
    labelCounts.set(item, counts);
  }
  return counts;
}

/** The style most citations of the letter have, else the style of its time, else null. */
function styleOf(letter: Letter, day: Day | null): CitationStyleName | null {
  const { pageStyle, sectionStyle } = letter.profile.profile.guidelineLine ?? {};
  if (!pageStyle || !sectionStyle) return pageStyle ? 'page' : sectionStyle ? 'section' : null;
  let pages = 0;
  let sections = 0;
  for (const { part } of letter.items) {
    const labels = labelsIn(part, pageStyle.label, sectionStyle.label);
    pages += labels.pages;
    sections += labels.sections;
  }
  if (pages !== sections) return pages > sections ? 'page' : 'section';
  if (!day) return null;
  const isPage = (!pageStyle.from || day.iso >= pageStyle.from) && (!pageStyle.to || day.iso < pageStyle.to);
  return isPage ? 'page' : 'section';
}
