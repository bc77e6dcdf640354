import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { FileError, fileError } from '../errors';

/** A letter's text as an editor shows it: without the byte-order mark. */
export interface SourceText {
  readonly text: string;
  readonly hasByteOrderMark: boolean;
}

/** More is no letter, in no format. */
const mostBytes = 200_000_000;
const tooLarge = 'The file is too large to be a letter.';
/** More text is no letter: the longest that are posted have not a hundredth of it. */
const mostTextBytes = 20_000_000;
const tooMuchText = 'It is too large to be a letter: 20 MB of text are read at most. Name a smaller file, or split it.';

/** @throws {FileError} if the file cannot be read, is no UTF-8 text or too large */
export async function readTextFile(file: string, shownPath: string): Promise<SourceText> {
  return decode(await readBytes(file, shownPath), shownPath);
}

/** @throws {FileError} if the file cannot be read */
export async function readBytes(file: string, shownPath: string): Promise<Buffer> {
  try {
    const stats = await stat(file);
    // A pipe is what `<(command)` is in a shell; a device may never end.
    const canBeRead = stats.isFile() || stats.isFIFO() || stats.isDirectory();
    if (!canBeRead) throw new FileError(shownPath, 'It is not a file. Name a text file.');
    if (stats.size > mostBytes) throw new FileError(shownPath, tooLarge);
    // Nobody knows what is still to come through a pipe.
    return stats.isFIFO()
      ? await bytesOf(createReadStream(file), mostBytes, shownPath, tooLarge)
      : await readFile(file);
  } catch (error) {
    throw fileError(shownPath, error);
  }
}

/** @throws {FileError} if standard input is no UTF-8 text or too large */
export async function readStandardInput(shownPath: string): Promise<SourceText> {
  try {
    return decode(await bytesOf(process.stdin, mostTextBytes, shownPath, tooMuchText), shownPath);
  } catch (error) {
    throw fileError(shownPath, error);
  }
}

/** @throws {FileError} as soon as there is more than `most`, which may never end */
async function bytesOf(
  stream: AsyncIterable<Buffer>,
  most: number,
  shownPath: string,
  reason: string,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw new FileError(shownPath, reason);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const otherFormat =
  'It is a PDF or Word file. Give it the ending .pdf or .docx: letters import makes markup of it, letters check reads it.';
/** What a PDF and a Word file begin with. */
const marks = ['%PDF-', 'PK\u0003\u0004'];

function isOtherFormat(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 5);
  return marks.some(mark => start.startsWith(mark));
}

function decode(bytes: Buffer, shownPath: string): SourceText {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isOtherFormat(bytes)) throw new FileError(shownPath, otherFormat);
  if (bytes.length > mostTextBytes) throw new FileError(shownPath, tooMuchText);
  if (isUtf16) throw new FileError(shownPath, 'It is UTF-16 text. Save it as UTF-8.');
  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw new FileError(shownPath, 'It is not UTF-8 text. Save it as UTF-8, or leave it out if it is no letter.');
  }
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: bytes.toString('utf8', hasByteOrderMark ? 3 : 0), hasByteOrderMark };
}
