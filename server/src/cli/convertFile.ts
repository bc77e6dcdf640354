import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ConvertAnswer, ConvertRequest, Extracted, ExtractFormat, Fonts } from '../convert/messages';
import type { Printed } from '../core/printed/printed';
import { convertProblems } from './convertProblems';
import { FileError } from './errors';
import { readBytes } from './input/read';

interface Rendered {
  readonly bytes: Uint8Array;
  /** Characters that the font does not have. */
  readonly missing: readonly string[];
}

/** @throws {FileError} if the text of the file cannot be had */
export async function extractFile(file: string, format: ExtractFormat, shownPath: string): Promise<Extracted> {
  const bytes = await readBytes(file, shownPath);
  const answer = await convert({ kind: 'extract', format, bytes }, shownPath);
  if (answer.kind === 'extracted') return answer.extracted;
  throw new FileError(shownPath, convertProblems[answer.kind === 'refused' ? answer.problem : 'failed']);
}

/** @throws {FileError} if it cannot be made */
export async function renderLetter(printed: Printed, format: 'pdf' | 'docx', shownPath: string): Promise<Rendered> {
  const request: ConvertRequest =
    format === 'docx'
      ? { kind: 'render', format, printed }
      : { kind: 'render', format, printed, fonts: await fontsOf(printed.house.font) };
  const answer = await convert(request, shownPath);
  if (answer.kind === 'rendered') return answer;
  throw new FileError(shownPath, convertProblems[answer.kind === 'refused' ? answer.problem : 'failed']);
}

/** The converter is a script of its own, large because of the libraries of the formats: loaded when it is first needed. */
async function convert(request: ConvertRequest, shownPath: string): Promise<ConvertAnswer> {
  const script = join(__dirname, 'convert.js');
  if (!existsSync(script)) {
    throw new FileError(shownPath, 'The converter is not installed: convert.js is missing. Install the package again.');
  }
  const converter = createRequire(__filename)(script) as { convert(request: ConvertRequest): Promise<ConvertAnswer> };
  return converter.convert(request);
}

const fonts = new Map<string, Promise<Fonts>>();

/** The fonts that are installed beside this script, read once. */
function fontsOf(family: string): Promise<Fonts> {
  const known = fonts.get(family) ?? readFonts(family);
  fonts.set(family, known);
  return known;
}

async function readFonts(family: string): Promise<Fonts> {
  const face = (name: string) => readFile(join(__dirname, 'fonts', `${family}-${name}.ttf`));
  const [regular, bold, italic, boldItalic] = await Promise.all([
    face('regular'),
    face('bold'),
    face('italic'),
    face('boldItalic'),
  ]);
  return { regular, bold, italic, boldItalic };
}
