import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogOutputChannel } from 'vscode';
import { inMarkdown } from '../../../client/src/compare/inMarkdown';
import { namesOnly } from '../../../client/src/log';
import { loadProfile } from '../../../server/src/core/config/load';
import { parseLetter } from '../../../server/src/core/language/letter';
import { builtInProfiles } from '../../../server/src/core/profile/builtIn';
import { documentLinks } from '../../../server/src/core/services/documentLinks';
import { guidelineDocument } from '../../../server/src/lsp/guidelineDocument';
import { renderCards } from '../../../server/src/lsp/markup';
import { testSetup } from '../../support/setup';

const span = { start: 0, end: 0 };

/** What would be a link, a picture or an element in Markdown. */
const hostile = [
  '[x](command:workbench.action.quit)',
  '[x](command:workbench.action.quit "title")',
  '![x](https://example.com/x.png)',
  '<command:workbench.action.quit>',
  '<a href="command:workbench.action.quit">x</a>',
  '<img src="https://example.com/x.png">',
  '[x][y]\n\n[y]: command:workbench.action.quit',
  '[x]: command:workbench.action.quit',
  '[![x](https://example.com/x.png)](command:workbench.action.quit)',
  '\\[x](command:workbench.action.quit)',
  '\\\\[x](command:workbench.action.quit)',
  '`` ` `` [x](command:workbench.action.quit)',
  'https://example.com/](command:workbench.action.quit)[',
  'https://example.com/<command:x>',
  '&#91;x](command:workbench.action.quit)',
  '# x\n---\n| a |\n|---|',
];

function withLaw(address: string) {
  const laws = [{ ...builtInProfiles[0]?.laws[0], address }];
  return loadProfile(JSON.stringify({ extends: 'ca-imr', id: 'ours', laws }), builtInProfiles);
}

/** An opening that is not taken back by a backslash: an odd number of them stands before it where it is. */
function opens(markdown: string, sign: RegExp): boolean {
  return [...markdown.matchAll(sign)].some(
    ({ index }) => (/\\*$/.exec(markdown.slice(0, index))?.[0].length ?? 0) % 2 === 0,
  );
}

describe('links', () => {
  it('come from no word of a letter or a catalogue in what is shown as Markdown', () => {
    for (const text of hostile) {
      const card = {
        title: text,
        kind: 'label' as const,
        span,
        paragraphs: [text],
        facts: [{ name: text, text }],
        rule: null,
      };
      const shown = renderCards([card], true, 'file:///pages/');
      assert.equal(shown.kind, 'markdown');
      const page = guidelineDocument({
        title: text,
        facts: [{ name: text, text }],
        notes: text,
        parts: [{ heading: text, entries: [] }],
      } as Parameters<typeof guidelineDocument>[0]);
      for (const markdown of [shown.value, page.text]) {
        assert.ok(!opens(markdown, /\[/g), markdown);
        assert.ok(!opens(markdown, /</g), markdown);
      }
      assert.ok(!opens(shown.value, /&/g), shown.value);
      assert.equal(renderCards([card], false, null).kind, 'plaintext');
    }
  });

  it('come from no word of a letter in a comparison', () => {
    for (const text of hostile) {
      const line = `- ${inMarkdown(`The rationale says ${text} and not ${text}`)}`;
      assert.ok(!/\](?:\(|\[|:)/.test(line), line);
      assert.ok(!opens(line, /<\w/g), line);
      assert.ok(!line.includes('\n'));
    }
    assert.equal(inMarkdown('Norco 10/325mg #60 [page 3] < 5 & > 2'), 'Norco 10/325mg #60 [page 3] < 5 & > 2');
  });

  it('lead from a letter to pages of the web alone', () => {
    const setup = testSetup();
    for (const text of [
      ...hostile,
      'javascript:alert(1)',
      'file:///etc/passwd',
      'vscode://x/y',
      'www.example.com"onload=',
    ]) {
      const letter = parseLetter(`# CLINICAL CASE SUMMARY\n\nSee ${text} and Labor Code 4610.5.\n`, setup.profile);
      for (const { address } of documentLinks(letter, setup)) assert.match(address, /^https?:\/\/[\w.-]+(?:[/?#]|$)/);
    }
    assert.ok(withLaw('https://example.com/{section}').value);
    for (const address of [
      'command:x?{section}',
      'javascript:{section}',
      'http://example.com/{section}',
      'file:///{section}',
    ]) {
      assert.equal(withLaw(address).value, null, address);
    }
  });
});

describe('the log at its finest level', () => {
  it('is told the names of messages, and nothing of what they say', () => {
    const lines: string[] = [];
    const channel = { trace: (line: string) => lines.push(line), logLevel: 1 } as unknown as LogOutputChannel;
    const quiet = namesOnly(channel);
    assert.equal(quiet.logLevel, 1, 'all else is the channel itself');
    const said = 'Params: {\n  "text": "Zebulon"\n}';
    quiet.trace(`Sending notification 'textDocument/didOpen'.\n${said}`);
    quiet.trace(`Received response 'textDocument/hover - (7)' in 3ms. Request failed: Zebulon (-32603).\n${said}`);
    quiet.trace(JSON.stringify({ isLSPMessage: true, message: { method: 'x', params: 'Zebulon' } }));
    quiet.trace(`Zebulon\nSending notification 'x'.`);
    quiet.trace(`Sending request 'Zebulon says - (1)'`);
    assert.deepEqual(lines, [
      "Sending notification 'textDocument/didOpen'",
      "Received response 'textDocument/hover - (7)'",
    ]);
  });
});

describe('the code', () => {
  const sources = ['server/src', 'client/src']
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
  const places = (what: RegExp) => sources.filter(({ text }) => what.test(text)).map(({ path }) => path);

  it('trusts no Markdown', () => {
    assert.ok(sources.length > 200);
    assert.deepEqual(places(/isTrusted|supportHtml|enableCommandUris/), []);
  });

  it('runs no program and no text, also in workspaces that are trusted', () => {
    assert.deepEqual(places(/child_process/), []);
    assert.deepEqual(places(/\bnew Worker\b/).sort(), [
      'client/src/convert/thread.node.ts',
      'client/src/convert/thread.web.ts',
      'client/src/main.web.ts',
    ]);
    assert.deepEqual(places(/\beval\(|new Function\b|importScripts|\brequire\(|node:vm|createTerminal|\btasks\./), []);
    assert.deepEqual(places(/import\((?!')/), [], 'what is loaded late is named outright');
    const { capabilities } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(capabilities.untrustedWorkspaces, { supported: true });
  });

  it('gives the messages of the server to a log that keeps their names alone', () => {
    assert.match(readFileSync('client/src/activate.ts', 'utf8'), /traceOutputChannel: namesOnly\(log\)/);
  });

  it('asks no network, and tells nobody anything', () => {
    assert.deepEqual(places(/\bfetch\(/), ['server/src/lsp/main.worker.ts'], 'the data beside its script');
    assert.deepEqual(
      places(/XMLHttpRequest|WebSocket|EventSource|sendBeacon|node:(?:https?|http2|net|tls|dgram|dns)\b|[tT]elemetry/),
      [],
    );
  });

  it('puts text into a page as text, but for blocks that are looked through', () => {
    assert.deepEqual(places(/innerHTML|outerHTML|insertAdjacentHTML|document\.write\b|createContextualFragment/), [
      'client/src/preview/webview/safeHtml.ts',
    ]);
  });
});
