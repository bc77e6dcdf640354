import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { LetterService } from '../core/letterService';
import type { QuietTyping } from '../core/services/quiet';
import type { Client } from './client';
import type { Configurations } from './configurations';
import type { DiagnosticStyle } from './convert';
import type { Log } from './guard';
import type { LetterDocument } from './letterDocument';
import type { Platform } from './platform';

/** What the features of the server work with; made when the client has introduced itself. */
export interface Session extends DiagnosticStyle {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly client: Client;
  readonly service: LetterService;
  readonly letters: TextDocuments<LetterDocument>;
  readonly configurations: Configurations;
  readonly quiet: QuietTyping;
  readonly log: Log;
}
