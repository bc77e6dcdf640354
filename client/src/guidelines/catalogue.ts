import { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CatalogueEntry } from '../../../server/src/core/services/catalogueTree';
import type { CitationRef } from '../../../server/src/core/services/citationText';
import {
  type CatalogueParams,
  type CatalogueResult,
  type CitationParams,
  type CitationResult,
  catalogueRequest,
  citationRequest,
} from '../../../server/src/lsp/viewMessages';
import { ask } from '../ask';
import type { LetterState } from '../letter/letterState';

/** Where a letter that is still to be written counts as standing: in the first folder of the workspace. */
export const nowhere = Uri.parse('untitled:letter');

/** The catalogue of guidelines, as the server has it for the letter that is shown. */
export class Catalogue {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly state: LetterState,
  ) {}

  entries(): Promise<readonly CatalogueEntry[]> {
    return this.ask({});
  }

  children(of: CitationRef): Promise<readonly CatalogueEntry[]> {
    return this.ask({ of });
  }

  search(query: string): Promise<readonly CatalogueEntry[]> {
    return this.ask({ query });
  }

  /** A citation in the letter's style, with the edit that cites it at a position. Null if the server does not know it. */
  cite(citation: CitationRef, position?: CitationParams['position']): Promise<CitationResult | null> {
    const params: CitationParams = { uri: this.uri, citation, ...(position && { position }) };
    return ask<CitationResult | null>(this.client, citationRequest, params);
  }

  private async ask(params: Omit<CatalogueParams, 'uri'>): Promise<CatalogueResult> {
    return (await ask<CatalogueResult>(this.client, catalogueRequest, { uri: this.uri, ...params })) ?? [];
  }

  private get uri(): string {
    return this.client.code2ProtocolConverter.asUri(this.state.document?.uri ?? nowhere);
  }
}
