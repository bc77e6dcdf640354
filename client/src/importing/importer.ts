import { CancellationError, type CancellationToken, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ConvertProblem, Extracted } from '../../../server/src/convert/messages';
import { type ImportParams, type ImportResult, importRequest } from '../../../server/src/lsp/convertMessages';
import { ask } from '../ask';
import type { Converter } from '../convert/converter';
import { importProblem, unreadable } from '../convert/problems';
import { fileName } from '../exporting/names';
import { decodeText } from './decode';

/** What can be imported, by the endings of file names; the last ones only to say why not. */
export const importable = ['pdf', 'docx', 'txt'];
const ofWord = ['docx', 'docm', 'doc', 'dot', 'dotx', 'dotm'];

/** A larger file is no letter. Bytes. */
const largest = 50_000_000;

/** A file that was dropped or pasted may have no address, and its bytes at hand. */
export interface SourceFile {
  readonly name: string;
  /** Decides what the letter is configured with. */
  readonly uri: Uri;
  readonly bytes?: Uint8Array;
}

/** Makes letters of files: the converter takes the text out, the server makes markup of it. */
export class Importer {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly converter: Converter,
  ) {}

  /**
   * @returns the letter, or why there is none, in words
   * @throws {CancellationError} when the token asks for it
   */
  async read(file: SourceFile, token: CancellationToken): Promise<ImportResult | string> {
    const bytes = await bytesOf(file);
    if (bytes === null) return unreadable(file.name);
    const extracted = bytes === 'tooLarge' ? bytes : await this.extracted(file.name, bytes, token);
    if (typeof extracted === 'string') return importProblem(file.name, extracted);
    const uri = this.client.code2ProtocolConverter.asUri(file.uri);
    const params: ImportParams = { uri, text: extracted.text, beside: extracted.beside };
    const letter = await ask<ImportResult | null>(this.client, importRequest, params);
    return letter ?? importProblem(file.name, 'failed');
  }

  private async extracted(
    name: string,
    bytes: Uint8Array,
    token: CancellationToken,
  ): Promise<Pick<Extracted, 'text' | 'beside'> | ConvertProblem> {
    const ending = endingOf(name);
    const format = ending === 'pdf' ? 'pdf' : ofWord.includes(ending) ? 'docx' : null;
    if (!format) {
      const text = decodeText(bytes);
      return text === null ? 'otherFormat' : { text, beside: [] };
    }
    const answer = await this.converter.convert({ kind: 'extract', format, bytes }, token);
    if (!answer) throw new CancellationError();
    if (answer.kind === 'extracted') return answer.extracted;
    return answer.kind === 'refused' ? answer.problem : 'failed';
  }
}

export function isImportable(name: string): boolean {
  const ending = endingOf(name);
  return importable.includes(ending) || ofWord.includes(ending);
}

export function sourceFile(uri: Uri): SourceFile {
  return { name: fileName(uri), uri };
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

async function bytesOf({ uri, bytes }: SourceFile): Promise<Uint8Array | 'tooLarge' | null> {
  if (bytes) return bytes.length > largest ? 'tooLarge' : bytes;
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > largest ? 'tooLarge' : await workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}
