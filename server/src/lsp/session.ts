import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { Letter } from '../core/language/letter';
import type { LetterService } from '../core/letterService';
import type { QuietTyping } from '../core/services/quiet';
import type { Setup } from '../core/setup';
import type { Client } from './client';
import type { Configurations } from './configurations';
import type { DiagnosticStyle } from './convert';
import type { ConfigurationFeature } from './features/configuration';
import type { Log } from './guard';
import type { Checking, LetterDocument } from './letterDocument';
import type { Platform } from './platform';
import type { WorkspaceIndex } from './workspace/workspaceIndex';

/** What the features of the server work with; made when the client has introduced itself. */
export interface Session extends DiagnosticStyle, Pick<ConfigurationFeature, 'folders' | 'readText' | 'builtIn'> {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly client: Client;
  readonly service: LetterService;
  readonly letters: TextDocuments<LetterDocument>;
  readonly configurations: Configurations;
  readonly quiet: QuietTyping;
  readonly log: Log;
  /** Watches the rules while a letter is checked. */
  readonly checking: Checking;
  /** What is known of the letters of the workspace. */
  readonly workspace: WorkspaceIndex;
}

/** An open letter, read. */
export interface OpenLetter {
  readonly document: LetterDocument;
  readonly setup: Setup;
  readonly letter: Letter;
}

/** The open letter of this URI as it stands, once it is known what it is configured with; null if it is not open. */
export async function openLetter(
  { letters, configurations }: Pick<Session, 'letters' | 'configurations'>,
  uri: string,
): Promise<OpenLetter | null> {
  if (!letters.get(uri)) return null;
  const { setup } = configurations.current(uri) ?? (await configurations.of(uri));
  const document = letters.get(uri);
  return document ? { document, setup, letter: document.letter(setup) } : null;
}
