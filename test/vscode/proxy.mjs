// A proxy before the served VS Code. It tells the workbench which extension is under test, as VS Code's own test
// command does, and serves the extension's files to the web extension host.
import { readFile, realpath } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { extname, join, relative, sep } from 'node:path';

/**
 * @typedef {object} ExtensionUnderTest
 * @property {'node' | 'web'} host which extension host runs it
 * @property {string} path its folder
 * @property {string} testsPath the bundle of its suites, inside that folder
 */

/** Below this path the proxy itself serves the extension. */
const extensionRoute = '/extension';

const contentTypes = new Map([
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
]);

/**
 * @param {number} serverPort where VS Code listens
 * @param {ExtensionUnderTest} extension
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function startProxy(serverPort, extension) {
  const folder = await realpath(extension.path);
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    if (pathname.startsWith(`${extensionRoute}/`)) {
      serveFile(folder, decodeURIComponent(pathname.slice(extensionRoute.length)), outgoing);
      return;
    }
    const isWorkbench = pathname === '/';
    const headers = isWorkbench ? { ...incoming.headers, 'accept-encoding': 'identity' } : incoming.headers;
    const { method, url } = incoming;
    const passedOn = request({ host: '127.0.0.1', port: serverPort, method, path: url, headers }, answer => {
      if (!isWorkbench) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.on('end', () => {
        const html = withExtension(Buffer.concat(chunks).toString(), incoming.headers.host ?? '', extension);
        const { 'content-length': _, ...kept } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, kept);
        outgoing.end(html);
      });
    });
    passedOn.on('error', () => outgoing.destroy());
    incoming.pipe(passedOn);
  });

  // The workbench talks to its server over WebSockets: those bytes are passed on as they come.
  server.on('upgrade', (incoming, socket, head) => {
    const upstream = connect(serverPort, '127.0.0.1', () => {
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
      for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
        lines.push(`${incoming.rawHeaders[i]}: ${incoming.rawHeaders[i + 1]}`);
      }
      upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });

  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    port: address.port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {import('node:http').ServerResponse} outgoing
 */
async function serveFile(folder, path, outgoing) {
  try {
    const file = await realpath(join(folder, path));
    if (relative(folder, file).startsWith('..')) throw new Error('outside the extension');
    const content = await readFile(file);
    outgoing.writeHead(200, {
      'content-type': contentTypes.get(extname(file)) ?? 'application/octet-stream',
      // The web extension host runs in a frame of an origin of its own.
      'access-control-allow-origin': '*',
    });
    outgoing.end(content);
  } catch {
    outgoing.writeHead(404, { 'access-control-allow-origin': '*' });
    outgoing.end();
  }
}

/**
 * The workbench's page with the extension named in its settings, which stand escaped in an attribute.
 *
 * @param {string} html
 * @param {string} authority host and port that the browser asked
 * @param {ExtensionUnderTest} extension
 */
function withExtension(html, authority, extension) {
  const pattern = /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)/;
  if (!pattern.test(html)) throw new Error('The workbench page has no settings to change');
  return html.replace(pattern, (_, start, escaped) => {
    const configuration = JSON.parse(unescapeHtml(escaped));
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      extensions: [locate(extension, authority, extension.path)],
      extensionTestsPath: locate(extension, authority, extension.testsPath),
    };
    delete configuration.productConfiguration?.extensionsGallery;
    delete configuration.serviceWorker;
    delete configuration.updateEndpoint;
    return start + escapeHtml(JSON.stringify(configuration));
  });
}

/**
 * @param {ExtensionUnderTest} extension
 * @param {string} authority
 * @param {string} path
 */
function locate(extension, authority, path) {
  if (extension.host === 'node') return { scheme: 'vscode-remote', authority, path };
  const route = relative(extension.path, path).split(sep).join('/');
  return { scheme: 'http', authority, path: route === '' ? extensionRoute : `${extensionRoute}/${route}` };
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param {string} text */
function unescapeHtml(text) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
