/**
 * Where things are in VS Code's window. These are no interface of VS Code: they held for the version that
 * `test/vscode/package.json` pins, and nothing outside this file knows them.
 */
export const selectors = {
  workbench: '.monaco-workbench',
  activeTab: '.tab.active',
  dirtyTab: '.tab.active.dirty',
  editor: '.editor-instance .monaco-editor',
  lines: '.editor-instance .monaco-editor .view-lines',
  squiggle: {
    error: '.squiggly-error',
    warning: '.squiggly-warning',
    information: '.squiggly-info',
    hint: '.squiggly-hint',
  },
  problemsInStatusBar: '#status\\.problems a',
  languageInStatusBar: '#status\\.editor\\.mode a',
  problemRow: '.markers-panel .monaco-list-row',
  problemsMessage: '.markers-panel .message-box-container',
  suggestions: '.suggest-widget.visible',
  suggestion: '.suggest-widget.visible .monaco-list-row',
  focusedSuggestion: '.suggest-widget.visible .monaco-list-row.focused',
  suggestionDetails: '.suggest-details',
  codeAction: '.action-widget:has(.monaco-list) .monaco-list-row.action',
  /** One that cannot be done too. */
  anyCodeAction: '.action-widget:has(.monaco-list) .monaco-list-row',
  showDisabledActions: '.action-widget .action-widget-action-bar a',
  parameterHints: '.parameter-hints-widget.visible',
  peek: '.reference-zone-widget',
  peekRow: '.reference-zone-widget .monaco-list-row',
  renameInput: '.rename-box input',
  insertedText: '.modified-in-monaco-diff-editor .char-insert',
  lightBulb: '.lightBulbWidget:visible',
  hover: '.monaco-hover:visible',
  quickInput: '.quick-input-widget input[type="text"]',
  quickInputRow: '.quick-input-widget .monaco-list-row',
  outlineRow: '.outline-pane .monaco-list-row',
  /** A row of a view of the side bar, by the view's name. */
  viewRow: (view: string) => `.pane:has(.pane-header[aria-label^=${JSON.stringify(view)}]) .monaco-list-row`,
  cursorInStatusBar: '#status\\.editor\\.selection a',
  quickInputBox: '.quick-input-widget',
  quickInputBack: '.quick-input-titlebar .codicon-quick-input-back',
  languageStatus: '#status\\.languageStatus a',
  webviewOuter: 'iframe.webview.ready',
  webviewInner: 'iframe#active-frame',
} as const;
