import type { Extracted } from '../../convert/messages';
import { withBeside } from '../../core/import/beside';
import { type Imported, importLetter } from '../../core/import/importLetter';
import { pageAt, sourceOffset } from '../../core/import/origin';
import { builtInProfiles } from '../../core/profile/builtIn';
import type { Setup } from '../../core/setup';
import { extractFile } from '../convertFile';

/** A letter that was made of a file of another format. */
export interface ImportedFile {
  readonly imported: Imported;
  /** The page, from 1, that a character of the imported letter stands on; null where the format has no pages. */
  pageOf(offset: number): number | null;
}

/** The format that a file's name says; null for text. */
export function converted(file: string): 'pdf' | 'docx' | null {
  const ending = /\.(pdf|docx|docm|doc)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  // The converter tells what a Word file is by its content.
  return ending === 'pdf' ? 'pdf' : 'docx';
}

/** @throws {FileError} if the file cannot be read or converted */
export async function importFile(file: string, format: 'pdf' | 'docx', path: string, setup: Setup) {
  return imported(await extractFile(file, format, path), setup, format === 'pdf');
}

export function importText(text: string, setup: Setup): ImportedFile {
  return imported({ text, pages: [...pageStarts(text)], beside: [] }, setup, false);
}

function imported({ text, pages, beside }: Extracted, setup: Setup, isPaged: boolean): ImportedFile {
  // A text or Word file without page breaks tells nothing of its pages.
  const hasPages = isPaged || pages.length > 1;
  const { letterhead } = setup.profile.profile.house;
  const letter = withBeside(importLetter(text, setup, builtInProfiles), beside, letterhead);
  return {
    imported: letter,
    pageOf: offset => (hasPages ? pageAt(pages, sourceOffset(letter, offset)) : null),
  };
}

function* pageStarts(text: string): Generator<number> {
  yield 0;
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) yield at + 1;
}
