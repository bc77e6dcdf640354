import { childOf, elementsOf, valOf, type XmlElement } from './xml';

interface Level {
  readonly format: string;
  /** `%1.` stands for the number of the first level and a full stop. */
  readonly text: string;
  readonly start: number;
}

/** Word allows no more before an entry; a long one before each of many entries would be a bomb. */
const maxText = 30;

interface List {
  /** Lists of one kind go on counting where the last one ended. */
  readonly counts: number[];
  readonly levels: readonly Level[];
}

/** Word counts the entries of lists itself: what stands before each on paper is worked out here, in their order. */
export class ListCounter {
  private readonly lists = new Map<string, List>();

  constructor(part: XmlElement | null) {
    const kinds = new Map<string, List>();
    for (const element of part ? elementsOf(part) : []) {
      if (element.name === 'w:abstractNum') {
        const id = element.attributes.get('w:abstractNumId') ?? '';
        kinds.set(id, { counts: [], levels: levelsOf(element, 'w:lvl') });
      } else if (element.name === 'w:num') {
        const kind = kinds.get(valOf(element, 'w:abstractNumId') ?? '');
        if (kind) this.lists.set(element.attributes.get('w:numId') ?? '', listOf(element, kind));
      }
    }
  }

  /** What stands before the next entry: `-` for a sign, `3.` for a number; empty where there is nothing. */
  next(properties: XmlElement): string {
    const list = this.lists.get(valOf(properties, 'w:numId') ?? '');
    const depth = Number(valOf(properties, 'w:ilvl') ?? 0);
    const level = list?.levels[depth];
    if (!list || !level || level.format === 'none') return '';
    if (level.format === 'bullet') return '-';
    list.counts.length = Math.min(list.counts.length, depth + 1);
    list.counts[depth] = (list.counts[depth] ?? level.start - 1) + 1;
    return level.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      const { format = 'decimal', start = 1 } = list.levels[at] ?? {};
      return numeral(list.counts[at] ?? start, format);
    });
  }
}

function listOf(element: XmlElement, kind: List): List {
  const overrides = elementsOf(element).filter(child => child.name === 'w:lvlOverride');
  if (overrides.length === 0) return kind;
  const levels = [...kind.levels];
  for (const override of overrides) {
    const at = Number(override.attributes.get('w:ilvl') ?? 0);
    const own = childOf(override, 'w:lvl');
    const level = own ? levelOf(own) : levels[at];
    const start = valOf(override, 'w:startOverride');
    if (level && at >= 0 && at < 9) levels[at] = start === null ? level : { ...level, start: Number(start) };
  }
  return { counts: [], levels };
}

function levelsOf(element: XmlElement, name: string): Level[] {
  return elementsOf(element)
    .filter(child => child.name === name)
    .slice(0, 9)
    .map(levelOf);
}

function levelOf(element: XmlElement): Level {
  return {
    format: valOf(element, 'w:numFmt') ?? 'decimal',
    text: (valOf(element, 'w:lvlText') ?? '').slice(0, maxText),
    start: Number(valOf(element, 'w:start') ?? 1),
  };
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function numeral(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** a … z, aa, bb … as Word counts. */
function letters(number: number): string {
  if (!(number >= 1 && number <= 260)) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  if (!(number >= 1 && number <= 3999)) return String(number);
  let rest = number;
  let result = '';
  for (const [value, sign] of romans) {
    while (rest >= value) {
      result += sign;
      rest -= value;
    }
  }
  return result;
}
