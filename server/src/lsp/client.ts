import type { InitializeParams } from 'vscode-languageserver';
import { chooseEncoding, type Encoding } from './encodedLine';
import { type ClientOptions, isObject, readClientOptions, settingsSection } from './messages';

/** What the client can do, asked once. */
export interface Client extends ClientOptions {
  /** The settings, from clients that give them at the start. */
  readonly settings: unknown;
  /** What the characters of positions count. */
  readonly encoding: Encoding;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly registersDiagnostics: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchedFiles: boolean;
  readonly watchesRelativePatterns: boolean;
  readonly workspaceFolders: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly appliesEdits: boolean;
  readonly codeActionLiterals: boolean;
  readonly codeActionEditResolve: boolean;
  readonly codeActionDisabled: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly completionLabelDetails: boolean;
  readonly foldingLimit: number;
  readonly linkTooltips: boolean;
  readonly definitionLinks: boolean;
  readonly showsServerDocuments: boolean;
  readonly workDoneProgress: boolean;
  readonly inlayHintResolvesTooltip: boolean;
  readonly signatureLabelOffsets: boolean;
  readonly preparesRename: boolean;
}

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { general, textDocument, workspace } = capabilities;
  const codeAction = textDocument?.codeAction;
  return {
    ...readClientOptions(initializationOptions),
    settings: isObject(initializationOptions) ? initializationOptions[settingsSection] : undefined,
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: isObject(textDocument?.diagnostic),
    registersDiagnostics: textDocument?.diagnostic?.dynamicRegistration === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    appliesEdits: workspace?.applyEdit === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    codeActionLiterals: isObject(codeAction?.codeActionLiteralSupport),
    codeActionEditResolve:
      codeAction?.resolveSupport?.properties.includes('edit') === true && codeAction.dataSupport === true,
    codeActionDisabled: codeAction?.disabledSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    completionLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    signatureLabelOffsets:
      textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    inlayHintResolvesTooltip: textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true,
    workDoneProgress: capabilities.window?.workDoneProgress === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    showsServerDocuments: isObject(workspace?.textDocumentContent),
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
  };
}
