import { catalogueFiles } from '../../../data/catalogue';
import { type Catalogue, createCatalogue, type LayeredFile, weakestLayer } from './catalogue';
import type { CatalogueFile } from './schema';

/** The catalogue files that come with the product, validated when their index was generated. */
export const builtInCatalogues = catalogueFiles as readonly CatalogueFile[];

/** The built-in files of these ids, as the weakest layer, in this order. Unknown ids are left out. */
export function builtInFiles(ids: readonly string[]): LayeredFile[] {
  return weakestLayer(builtInCatalogues, ids);
}

/** The catalogue that a profile works with where nobody adds to it. Each call makes a new one. */
export function builtInCatalogue(ids: readonly string[]): Catalogue {
  return createCatalogue(builtInFiles(ids));
}
