import { CancellationError, type CancellationToken, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ConvertRequest } from '../../../server/src/convert/messages';
import type { Printed } from '../../../server/src/core/printed/printed';
import type { Policy } from '../../../server/src/core/privacy/policy';
import {
  type CopyParams,
  type PrintForm,
  type PrintParams,
  type PrintResult,
  printRequest,
  type Removed,
  type UnfinishedResult,
  unfinishedRequest,
} from '../../../server/src/lsp/convertMessages';
import { ask } from '../ask';
import type { Converter } from '../convert/converter';
import type { FontFiles } from '../convert/fonts';
import { renderProblem, unreadable } from '../convert/problems';
import type { ExportFormat } from './formats';
import { fileName } from './names';

/** A letter that is to be exported, or a redacted copy of it. */
export interface Copy {
  readonly letter: Uri;
  readonly redact?: Policy;
}

export interface MadeFile {
  readonly bytes: Uint8Array;
  /** Characters that the font lacks, and the file with it. */
  readonly missing: readonly string[];
  /** What a redacted copy leaves out; null where it is the letter itself. */
  readonly removed: Removed | null;
}

/** Makes files of letters: the server prints them, the converter lays them out. */
export class Copies {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly converter: Converter,
    private readonly fonts: FontFiles,
  ) {}

  /** What stands against sending a letter; null where it cannot be read. */
  unfinished(copy: Copy): Promise<UnfinishedResult | null> {
    return ask<UnfinishedResult | null>(this.client, unfinishedRequest, this.params(copy));
  }

  /**
   * @returns the file, or why there is none, in words
   * @throws {CancellationError} when the token asks for it
   */
  async make(copy: Copy, format: ExportFormat, token: CancellationToken): Promise<MadeFile | string> {
    const name = fileName(copy.letter);
    const params: PrintParams = { ...this.params(copy), form: forms[format] };
    const printed = await ask<PrintResult | null>(this.client, printRequest, params);
    if (!printed) return unreadable(name);
    const { content, removed } = printed;
    if (typeof content === 'string') return { bytes: new TextEncoder().encode(content), missing: [], removed };
    const request = await this.request(content, format);
    if (!request) return renderProblem(name);
    const answer = await this.converter.convert(request, token);
    if (!answer) throw new CancellationError();
    if (answer.kind !== 'rendered') return renderProblem(name);
    return { bytes: answer.bytes, missing: answer.missing, removed };
  }

  /** Null where the extension's own files are not there. */
  private async request(printed: Printed, format: ExportFormat): Promise<ConvertRequest | null> {
    if (format !== 'pdf') return { kind: 'render', format: 'docx', printed };
    try {
      return { kind: 'render', format, printed, fonts: await this.fonts.of(printed.house.font) };
    } catch {
      return null;
    }
  }

  private params({ letter, redact }: Copy): CopyParams {
    return { uri: this.client.code2ProtocolConverter.asUri(letter), ...(redact && { redact }) };
  }
}

const forms: Readonly<Record<ExportFormat, PrintForm>> = {
  pdf: 'printed',
  docx: 'printed',
  html: 'html',
  txt: 'text',
  letter: 'letter',
};
