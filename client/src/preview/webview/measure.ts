import type { PagedBlock, Unit } from './paging';

/** What is measured of a block: its units and the elements they are. */
export function unitsOf(block: HTMLElement): PagedBlock & { readonly elements: readonly HTMLElement[] } {
  const elements = unitElements(block);
  const scale = scaleOf(block);
  const { top } = block.getBoundingClientRect();
  let end = top;
  const units = elements.map((element): Unit => {
    const rect = element.getBoundingClientRect();
    const space = (rect.top - end) / scale;
    end = rect.bottom;
    return { space, height: rect.height / scale, lineHeight: lineHeightOf(element) };
  });
  return { units, elements, keepsWithNext: block.querySelector(':scope > :is(h2, h3)') !== null };
}

function unitElements(block: HTMLElement): HTMLElement[] {
  const parts = [...block.querySelectorAll<HTMLElement>('table:not(.pairs) tr, li, :scope > p')];
  return parts.length > 0 ? parts : [...block.querySelectorAll<HTMLElement>(':scope > :not(.problems)')];
}

/** Null where its lines cannot be parted. */
function lineHeightOf(element: HTMLElement): number | null {
  if (element.localName !== 'p' && element.localName !== 'li') return null;
  const height = Number.parseFloat(getComputedStyle(element).lineHeight);
  return Number.isFinite(height) && height > 0 ? height : null;
}

/** The page may be shown smaller than it is. */
function scaleOf(element: HTMLElement): number {
  return element.offsetWidth > 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1;
}
