import type { ItemPart, Placed, SectionPart } from '../../language/tree';
import type { Place, Proposals } from './proposal';

const LONGEST_TITLE = 600;

/** Decisions after the colon of a title; in a draft, a line of the issues section that is not yet known as one counts too. */
export function completeDecision(
  place: Place,
  item: Placed<ItemPart> | null,
  section: Placed<SectionPart> | null,
): Proposals | null {
  const { before, offset, setup, atLineEnd } = place;
  const colon = before.lastIndexOf(':');
  if (colon <= 0 || !atLineEnd || before.length > LONGEST_TITLE) return null;
  const typed = before.slice(colon + 1).trimStart();
  if (!/^[A-Za-z ]{0,30}$/.test(typed)) return null;
  if (!isTitle(place, item, section)) return null;
  const gap = before.length - typed.length === colon + 1 ? ' ' : '';
  const span = { start: offset - typed.length, end: offset };
  return {
    items: setup.profile.profile.items.decisions.map(d => ({
      kind: 'decision',
      label: d.word,
      span,
      text: gap + d.word,
      filter: d.word,
    })),
    incomplete: false,
  };
}

function isTitle(place: Place, item: Placed<ItemPart> | null, section: Placed<SectionPart> | null): boolean {
  if (/^\s*##\s/.test(place.before)) return true;
  if (item && place.offset <= item.start + item.part.title.span.end + 1) return true;
  if (section && section.part.sectionKind !== 'issues') return false;
  const { source } = place.letter;
  const index = source.starts.indexOf(place.lineStart);
  const line = source.lines[index];
  const above = source.lines[index - 1];
  return !line?.itemLabel && !line?.sectionLabel && !line?.heading && (above === undefined || above.blank);
}
