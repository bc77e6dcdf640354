import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node';

/*
 * What editors say of themselves when they start a server, as their sources or their logs have it; shortened by the kinds,
 * symbols and tags they list, and by features that this server has nothing to do with.
 */

export interface EditorClient {
  readonly name: string;
  readonly capabilities: ClientCapabilities;
  /** How it says which folder it has open. */
  readonly folder: (uri: string, path: string) => Partial<InitializeParams>;
}

const root = (uri: string, path: string) => ({ rootUri: uri, rootPath: path });
const rootAndFolders = (uri: string, path: string) => ({
  ...root(uri, path),
  workspaceFolders: [{ uri, name: path }],
});

const markup: ['markdown', 'plaintext'] = ['markdown', 'plaintext'];
const no = { dynamicRegistration: false };
const yes = { dynamicRegistration: true };
const kinds = ['', 'quickfix', 'refactor', 'refactor.extract', 'refactor.rewrite', 'source', 'source.organizeImports'];

export const editors: readonly EditorClient[] = [
  {
    name: 'Vim with a plugin of 2018',
    folder: (_uri, path) => ({ rootUri: null, rootPath: path }),
    capabilities: {
      workspace: { applyEdit: true },
      textDocument: { synchronization: { didSave: true }, completion: { completionItem: { snippetSupport: false } } },
    },
  },
  {
    name: 'Neovim 0.7',
    folder: rootAndFolders,
    capabilities: {
      callHierarchy: no,
      window: {
        showDocument: { support: false },
        showMessage: { messageActionItem: { additionalPropertiesSupport: false } },
        workDoneProgress: true,
      },
      workspace: {
        applyEdit: true,
        symbol: { dynamicRegistration: false, hierarchicalWorkspaceSymbolSupport: true },
        workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
        workspaceFolders: true,
      },
      textDocument: {
        synchronization: { ...no, didSave: true, willSave: false, willSaveWaitUntil: false },
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
        hover: { ...no, contentFormat: markup },
        completion: {
          ...no,
          contextSupport: false,
          completionItem: {
            snippetSupport: false,
            commitCharactersSupport: false,
            preselectSupport: false,
            deprecatedSupport: false,
            documentationFormat: markup,
          },
        },
        signatureHelp: {
          ...no,
          signatureInformation: {
            activeParameterSupport: true,
            documentationFormat: markup,
            parameterInformation: { labelOffsetSupport: true },
          },
        },
        codeAction: {
          ...no,
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: [...kinds, 'Empty', 'QuickFix', 'Refactor'] } },
        },
        documentSymbol: { ...no, hierarchicalDocumentSymbolSupport: true },
        definition: { linkSupport: true },
        references: no,
        documentHighlight: no,
        rename: { ...no, prepareSupport: true },
      },
    } as ClientCapabilities,
  },
  {
    name: 'Neovim 0.11',
    folder: rootAndFolders,
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
      window: { showDocument: { support: true }, workDoneProgress: true },
      workspace: {
        applyEdit: true,
        configuration: true,
        didChangeConfiguration: no,
        didChangeWatchedFiles: { dynamicRegistration: false, relativePatternSupport: true },
        inlayHint: { refreshSupport: true },
        semanticTokens: { refreshSupport: true },
        workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
        workspaceFolders: true,
      },
      textDocument: {
        diagnostic: { ...no, tagSupport: { valueSet: [1, 2] } },
        publishDiagnostics: { relatedInformation: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
        hover: { ...yes, contentFormat: markup },
        completion: {
          ...no,
          contextSupport: true,
          completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
          completionItem: {
            snippetSupport: true,
            documentationFormat: markup,
            resolveSupport: { properties: ['additionalTextEdits', 'command'] },
          },
        },
        codeAction: {
          ...yes,
          dataSupport: true,
          isPreferredSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: kinds } },
        },
        documentSymbol: { ...no, hierarchicalDocumentSymbolSupport: true },
        foldingRange: { ...no, lineFoldingOnly: true, foldingRange: { collapsedText: true } },
        definition: { ...yes, linkSupport: true },
        rename: { ...yes, prepareSupport: true },
        inlayHint: { ...yes, resolveSupport: { properties: ['textEdits', 'tooltip', 'location', 'command'] } },
        semanticTokens: {
          ...no,
          requests: { range: false, full: { delta: true } },
          tokenTypes: ['keyword'],
          tokenModifiers: [],
          formats: ['relative'],
        },
      },
    },
  },
  {
    name: 'Helix',
    folder: rootAndFolders,
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      window: { workDoneProgress: true },
      workspace: {
        applyEdit: true,
        configuration: true,
        didChangeConfiguration: no,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
        inlayHint: { refreshSupport: false },
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: ['create', 'rename', 'delete'],
          failureHandling: 'abort',
        },
        workspaceFolders: true,
      },
      textDocument: {
        publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
        hover: { contentFormat: ['markdown'] },
        completion: {
          completionItem: {
            snippetSupport: true,
            resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
            insertReplaceSupport: true,
            deprecatedSupport: true,
          },
        },
        signatureHelp: {
          signatureInformation: {
            documentationFormat: ['markdown'],
            parameterInformation: { labelOffsetSupport: true },
            activeParameterSupport: true,
          },
        },
        codeAction: {
          isPreferredSupport: true,
          disabledSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: kinds } },
        },
        rename: { ...no, prepareSupport: true, honorsChangeAnnotations: false },
        formatting: no,
        inlayHint: no,
      },
    },
  },
  {
    name: 'Emacs with Eglot',
    folder: rootAndFolders,
    capabilities: {
      general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
      window: { showDocument: { support: true }, workDoneProgress: true },
      workspace: {
        applyEdit: true,
        executeCommand: no,
        workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: yes,
        symbol: no,
        configuration: true,
        workspaceFolders: true,
      },
      textDocument: {
        synchronization: { ...no, willSave: true, willSaveWaitUntil: true, didSave: true },
        publishDiagnostics: {
          relatedInformation: false,
          codeDescriptionSupport: false,
          tagSupport: { valueSet: [1, 2] },
        },
        hover: { ...no, contentFormat: ['plaintext'] },
        completion: {
          ...no,
          contextSupport: true,
          completionItem: {
            snippetSupport: false,
            deprecatedSupport: true,
            resolveSupport: { properties: ['documentation', 'details', 'additionalTextEdits'] },
          },
        },
        codeAction: {
          ...no,
          isPreferredSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: kinds } },
        },
        documentSymbol: { ...no, hierarchicalDocumentSymbolSupport: true },
        definition: { ...no, linkSupport: true },
        rename: no,
        inlayHint: no,
      },
    },
  },
  {
    name: 'Sublime Text with LSP',
    folder: rootAndFolders,
    capabilities: {
      general: { regularExpressions: { engine: 'ECMAScript' }, markdown: { parser: 'Python-Markdown' } },
      window: { showDocument: { support: true }, workDoneProgress: true },
      workspace: {
        applyEdit: true,
        configuration: true,
        didChangeConfiguration: yes,
        workspaceEdit: { documentChanges: true, failureHandling: 'abort' },
        workspaceFolders: true,
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        semanticTokens: { refreshSupport: true },
      },
      textDocument: {
        publishDiagnostics: {
          relatedInformation: true,
          versionSupport: true,
          codeDescriptionSupport: true,
          dataSupport: true,
        },
        hover: { ...yes, contentFormat: markup },
        completion: {
          ...yes,
          completionItem: {
            snippetSupport: true,
            documentationFormat: markup,
            labelDetailsSupport: true,
            resolveSupport: { properties: ['detail', 'documentation', 'additionalTextEdits'] },
          },
        },
        codeAction: {
          ...yes,
          dataSupport: true,
          disabledSupport: true,
          resolveSupport: { properties: ['edit'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: kinds } },
        },
        documentSymbol: { ...yes, hierarchicalDocumentSymbolSupport: true },
        documentLink: { ...yes, tooltipSupport: true },
        definition: { ...yes, linkSupport: true },
        rename: { ...yes, prepareSupport: true },
        codeLens: yes,
        inlayHint: { ...yes, resolveSupport: { properties: ['textEdits', 'label.command'] } },
        semanticTokens: {
          ...yes,
          requests: { range: true, full: { delta: true } },
          tokenTypes: ['keyword'],
          tokenModifiers: [],
          formats: ['relative'],
          augmentsSyntaxTokens: true,
        },
      },
    },
  },
  {
    name: 'Zed',
    folder: uri => ({ rootUri: uri, workspaceFolders: [{ uri, name: '' }] }),
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      window: { workDoneProgress: true, showMessage: { messageActionItem: { additionalPropertiesSupport: true } } },
      workspace: {
        applyEdit: true,
        configuration: true,
        didChangeConfiguration: yes,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        workspaceFolders: true,
        diagnostics: { refreshSupport: true },
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      },
      textDocument: {
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
        publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
        hover: { ...yes, contentFormat: ['markdown'] },
        completion: {
          ...yes,
          contextSupport: true,
          completionList: {
            itemDefaults: ['commitCharacters', 'editRange', 'insertTextMode', 'insertTextFormat', 'data'],
          },
          completionItem: {
            snippetSupport: true,
            labelDetailsSupport: true,
            insertReplaceSupport: true,
            documentationFormat: ['markdown', 'plaintext'],
            resolveSupport: { properties: ['additionalTextEdits', 'command', 'detail', 'documentation'] },
          },
        },
        codeAction: {
          ...yes,
          dataSupport: true,
          resolveSupport: { properties: ['kind', 'diagnostics', 'isPreferred', 'disabled', 'edit', 'command'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: kinds } },
        },
        documentSymbol: { ...yes, hierarchicalDocumentSymbolSupport: true },
        definition: { ...yes, linkSupport: true },
        rename: { ...yes, prepareSupport: true },
        linkedEditingRange: yes,
        codeLens: yes,
        inlayHint: {
          ...yes,
          resolveSupport: { properties: ['textEdits', 'tooltip', 'label.tooltip', 'label.location', 'label.command'] },
        },
      },
    },
  },
  {
    name: 'VS Code, by another extension than ours',
    folder: rootAndFolders,
    capabilities: {
      general: {
        positionEncodings: ['utf-16'],
        staleRequestSupport: { cancel: true, retryOnContentModified: [] },
        regularExpressions: { engine: 'ECMAScript', version: 'ES2020' },
        markdown: { parser: 'marked', version: '1.1.0' },
      },
      window: { showDocument: { support: true }, workDoneProgress: true },
      workspace: {
        applyEdit: true,
        configuration: true,
        didChangeConfiguration: yes,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        workspaceFolders: true,
        diagnostics: { refreshSupport: true },
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        semanticTokens: { refreshSupport: true },
        foldingRange: { refreshSupport: true },
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: ['create', 'rename', 'delete'],
          failureHandling: 'textOnlyTransactional',
          normalizesLineEndings: true,
          changeAnnotationSupport: { groupsOnLabel: true },
        },
      },
      textDocument: {
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false, relatedInformation: true },
        publishDiagnostics: {
          relatedInformation: true,
          versionSupport: false,
          codeDescriptionSupport: true,
          dataSupport: true,
        },
        hover: { ...yes, contentFormat: markup },
        completion: {
          ...yes,
          contextSupport: true,
          completionItem: {
            snippetSupport: true,
            commitCharactersSupport: true,
            documentationFormat: markup,
            labelDetailsSupport: true,
            insertReplaceSupport: true,
            resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
          },
        },
        codeAction: {
          ...yes,
          isPreferredSupport: true,
          disabledSupport: true,
          dataSupport: true,
          honorsChangeAnnotations: true,
          resolveSupport: { properties: ['edit'] },
          codeActionLiteralSupport: { codeActionKind: { valueSet: kinds } },
        },
        documentSymbol: { ...yes, hierarchicalDocumentSymbolSupport: true, labelSupport: true },
        documentLink: { ...yes, tooltipSupport: true },
        foldingRange: { ...yes, rangeLimit: 5000, lineFoldingOnly: true },
        definition: { ...yes, linkSupport: true },
        rename: { ...yes, prepareSupport: true, honorsChangeAnnotations: true },
        inlayHint: {
          ...yes,
          resolveSupport: { properties: ['tooltip', 'textEdits', 'label.tooltip', 'label.location', 'label.command'] },
        },
        semanticTokens: {
          ...yes,
          requests: { range: true, full: { delta: true } },
          tokenTypes: ['keyword'],
          tokenModifiers: [],
          formats: ['relative'],
        },
      },
    },
  },
];
