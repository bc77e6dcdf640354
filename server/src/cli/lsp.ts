import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { exitCodes } from './exitCodes';
import { say } from './terminal';

/** `letters lsp`: becomes the language server, on standard input and output. The process lives until the editor ends it. */
export async function lsp(): Promise<number> {
  const server = join(__dirname, 'server.js');
  if (!existsSync(server)) {
    say('The language server is not installed: there is no server.js beside this command. Install the package again.');
    return exitCodes.unusable;
  }
  // The server reads from its arguments how it is to be spoken to.
  process.argv.splice(1, process.argv.length, server, '--stdio');
  createRequire(__filename)(server);
  return exitCodes.good;
}
