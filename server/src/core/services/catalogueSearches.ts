import { type CatalogueSearch, createCatalogueSearch } from '../catalogue/search';
import type { Setup } from '../setup';

const searches = new WeakMap<Setup, CatalogueSearch>();

/** The search of a setup's catalogue: its index is built once. */
export function searchOf(setup: Setup): CatalogueSearch {
  let search = searches.get(setup);
  if (!search) {
    search = createCatalogueSearch(setup.catalogue, setup.vocabulary);
    searches.set(setup, search);
  }
  return search;
}
