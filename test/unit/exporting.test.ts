import assert from 'node:assert/strict';
import { clientModule } from '../support/clientModule';

/* The export of many letters, with an editor of a few lines. */

class Uri {
  constructor(readonly path: string) {}
  static joinPath(uri: Uri, name: string): Uri {
    return new Uri(`${uri.path}/${name}`);
  }
  toString(): string {
    return this.path;
  }
}

interface Module {
  registerExporting(dialogs: object, copies: object, reports: object): unknown;
}

/** What is told and asked when a folder with so many letters is exported. */
async function exported(letters: number): Promise<readonly string[]> {
  const commands = new Map<string, (...uris: unknown[]) => Promise<void>>();
  const names = Array.from({ length: letters }, (_, number) => [`${number}.letter`, 1]);
  const editor = {
    Uri,
    FileType: { File: 1, Directory: 2 },
    Disposable: { from: () => ({}) },
    l10n: { t: (text: string, ...values: readonly unknown[]) => text.replace('{0}', String(values[0])) },
    commands: { registerCommand: (name: string, run: () => Promise<void>) => commands.set(name, run) },
    workspace: { fs: { stat: async () => ({ type: 2 }), readDirectory: async () => names } },
  };
  const { registerExporting } = await clientModule<Module>('client/src/exporting/exporting.ts', editor);
  const said: string[] = [];
  const dialogs = {
    tell: async (_: string, message: string) => void said.push(message),
    pick: async () => void said.push('the kind of file'),
  };
  registerExporting(dialogs, {}, {});
  await commands.get('determinationLetters.exportLetters')?.(new Uri('/letters'));
  return said;
}

describe('the export of a folder', () => {
  it('is of all its letters, or says that they are too many', async () => {
    assert.deepEqual(await exported(5000), ['the kind of file']);
    assert.match((await exported(5001)).join(), /^There are more than 5000 letters\. /);
  });
});
