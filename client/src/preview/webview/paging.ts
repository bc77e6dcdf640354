/** How blocks come onto pages. Lengths in CSS pixels, the first page's text begins at 0. */

/** What stays together but for its lines: a paragraph, an entry of a list, a row of a table. */
export interface Unit {
  /** Between the unit before it and this one; none at the top of a page. */
  readonly space: number;
  readonly height: number;
  /** Of one of its lines; null where it cannot be split. */
  readonly lineHeight: number | null;
}

export interface PagedBlock {
  readonly units: readonly Unit[];
  /** Never the last on its page. */
  readonly keepsWithNext: boolean;
}

/** Where a page ends within a unit: behind so much of its height, and how far it is from there to the next page. */
export interface Break {
  readonly at: number;
  readonly gap: number;
}

export interface UnitLayout {
  /** What to add above the unit, so that it stands on the next page; may take away its space. */
  readonly before: number;
  readonly breaks: readonly Break[];
}

export interface Layout {
  /** Of each block the layout of each unit. */
  readonly blocks: readonly (readonly UnitLayout[])[];
  readonly pages: number;
}

export interface PageSize {
  /** Of the text of a page. */
  readonly height: number;
  /** From the end of that to the beginning of the next page's. */
  readonly gap: number;
}

/** So many lines of a paragraph at least stand on a page, where it is split. */
const fewestLines = 2;
/** For what rounding adds. */
const tolerance = 0.5;

/** Puts the blocks onto pages, one after the other. */
export function layPages(blocks: readonly PagedBlock[], page: PageSize): Layout {
  const state = { used: 0, pages: 1 };
  const laid = blocks.map((block, index) =>
    block.units.map((unit, place) => {
      const needed = place === 0 && block.keepsWithNext ? keptTogether(blocks, index) : 0;
      return layUnit(unit, needed, page, state);
    }),
  );
  return { blocks: laid, pages: state.pages };
}

/** A block that does not want to be the last, those like it behind it, and the beginning of what follows. */
function keptTogether(blocks: readonly PagedBlock[], from: number): number {
  let needed = 0;
  for (let index = from; index < blocks.length; index++) {
    const [block] = blocks.slice(index, index + 1);
    if (!block) break;
    const [first] = block.units;
    if (!block.keepsWithNext) return needed + (first ? (index > from ? first.space : 0) + leastOf(first) : 0);
    for (const [place, { space, height }] of block.units.entries()) {
      needed += height + (index > from || place > 0 ? space : 0);
    }
  }
  return needed;
}

function leastOf({ height, lineHeight }: Unit): number {
  return lineHeight === null ? height : Math.min(height, fewestLines * lineHeight);
}

function layUnit(unit: Unit, needed: number, page: PageSize, state: { used: number; pages: number }): UnitLayout {
  const { height } = unit;
  const space = state.used === 0 ? 0 : unit.space;
  const top = state.used + space;
  // Above the letter there is no space; what the unit brings of it goes.
  const lost = space - unit.space;
  const isKept = needed <= page.height - top + tolerance;
  if (isKept && height <= page.height - top + tolerance) {
    state.used = top + height;
    return { before: lost, breaks: [] };
  }
  const here = isKept || top === 0 ? linesThatFit(unit, page.height - top) : 0;
  if (here > 0) return split(unit, here, top, lost, page, state);
  if (state.used > 0) {
    const before = page.height - state.used + page.gap - unit.space;
    state.used = 0;
    state.pages++;
    const { breaks } = layUnit({ ...unit, space: 0 }, 0, page, state);
    return { before, breaks };
  }
  // Nowhere to split it: it goes over the edge of its page.
  state.pages += Math.max(0, Math.ceil(height / (page.height + page.gap)) - 1);
  state.used = Math.min(height % (page.height + page.gap), page.height);
  return { before: lost, breaks: [] };
}

/** How many lines of a unit stand on the rest of a page; 0 where none should. */
function linesThatFit({ height, lineHeight }: Unit, room: number): number {
  if (lineHeight === null || lineHeight <= 0) return 0;
  const lines = Math.round(height / lineHeight);
  const fit = Math.floor((room + tolerance) / lineHeight);
  const here = Math.min(fit, lines - fewestLines);
  return here >= fewestLines ? here : 0;
}

function split(
  { height, lineHeight }: Unit,
  here: number,
  top: number,
  before: number,
  page: PageSize,
  state: { used: number; pages: number },
): UnitLayout {
  const line = lineHeight ?? height;
  const breaks: Break[] = [];
  let lines = Math.round(height / line);
  let done = 0;
  let room = page.height - top;
  let next = here;
  while (next > 0 && lines > 0) {
    done += next;
    lines -= next;
    breaks.push({ at: done * line, gap: room - next * line + page.gap });
    state.pages++;
    room = page.height;
    const rest = { space: 0, height: lines * line, lineHeight: line };
    next = rest.height <= room + tolerance ? 0 : Math.max(1, linesThatFit(rest, room));
  }
  state.used = lines * line;
  return { before, breaks };
}
