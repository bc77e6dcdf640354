/** An element that the page has from its beginning. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page lacks ${id}`);
  return found;
}
