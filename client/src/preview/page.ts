import { l10n, Uri, type Webview } from 'vscode';
import type { Appearance } from './webview/messages';

/** The folders that the page of a preview may load from: its script and the fonts, its styles. */
export function previewRoots(extension: Uri): Uri[] {
  return [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'client', 'media')];
}

/**
 * The page of a preview, without the letter, which comes by messages. It may load nothing but its own script, styles
 * and fonts, and runs no other script.
 */
export function previewPage(webview: Webview, extension: Uri, letter: Uri, appearance: Appearance): string {
  const nonce = randomWord();
  const file = (...path: string[]) => escaped(webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString());
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(l10n.t('Preview of the letter'))}</title>
<link rel="stylesheet" href="${file('client', 'media', 'preview.css')}">
<script nonce="${nonce}" src="${file('dist', 'preview.js')}" defer></script>
</head>
<body data-uri="${escaped(letter.toString())}" data-appearance="${appearance}">
<p id="notice" role="status" hidden></p>
<div id="desk">
<div id="sheets" aria-hidden="true"></div>
<main id="letter" aria-label="${escaped(l10n.t('Letter as it will be sent'))}"></main>
</div>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

function randomWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
