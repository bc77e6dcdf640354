import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, root } from './paths.mjs';

/** The families of a house's font, by the name a profile gives them: they have the widths of Times and of Arial. */
const families = { serif: 'Tinos', sans: 'Arimo' };
/** The faces, by the name of their file in dist/fonts/. */
const faces = { regular: '400Regular', italic: '400Regular_Italic', bold: '700Bold', boldItalic: '700Bold_Italic' };

/**
 * Copies the fonts that PDF files embed into dist/fonts/: `serif-regular.ttf` and so on, with their licences.
 *
 * @param {string} [dist]
 */
export function copyFonts(dist = distFolder) {
  const folder = join(dist, 'fonts');
  mkdirSync(folder, { recursive: true });
  for (const [style, family] of Object.entries(families)) {
    const from = join(root, 'node_modules', '@expo-google-fonts', family.toLowerCase());
    copyFileSync(join(from, 'LICENSE_FONT'), join(folder, `${style}-licence.txt`));
    for (const [face, name] of Object.entries(faces)) {
      copyFileSync(join(from, name, `${family}_${name}.ttf`), join(folder, `${style}-${face}.ttf`));
    }
  }
}
