import { assert } from 'chai';
import { extensions, Uri, workspace } from 'vscode';
import { extensionId, waitFor } from './harness/letters';

/** The keys of the extension must leave every key of the editor as it is. */
describe('the keys', () => {
  it('of the commands collide with none of the editor', async () => {
    const own = await ownKeys();
    const others = (await allKeys()).filter(({ command }) => !command.startsWith('determinationLetters.'));
    assert.isAbove(others.length, 500, 'the keys of the editor are found');
    const chords = others.filter(({ key }) => key.startsWith('ctrl+k ')).map(({ key }) => key);
    assert.isAbove(chords.length, 20, 'its chords are found');
    for (const { key } of own) {
      // Neither the same keys, nor keys that the one would cut short; what the editor's own chords begin with counts for none.
      const colliding = others.filter(
        other => other.key === key || isCutShort(key, other.key) || isCutShort(other.key, key),
      );
      assert.deepEqual(colliding, [], key);
    }
  });

  it('reach every command that a writer runs', async () => {
    const { contributes } = extension().packageJSON as Manifest;
    const bound = new Set(contributes.keybindings.map(({ command }) => command));
    const unbound = contributes.commands.map(({ command }) => command).filter(command => !bound.has(command));
    // Buttons and menus of the views, which keys reach too, and what is hardly ever needed.
    const others = ['goToPart', 'showAllGuidelines', 'copyCitation', 'restartServer', 'switchPreviewAppearance'];
    const expected = others.map(name => `determinationLetters.${name}`);
    assert.includeMembers(expected, unbound);
    for (const { when } of contributes.keybindings) assert.isNotEmpty(when);
  });
});

function isCutShort(longer: string, shorter: string): boolean {
  return shorter !== 'ctrl+k' && longer.startsWith(`${shorter} `);
}

async function ownKeys(): Promise<readonly Key[]> {
  await waitFor('the extension', () => extensions.getExtension(extensionId));
  return (extension().packageJSON as Manifest).contributes.keybindings;
}

function extension() {
  const found = extensions.getExtension(extensionId);
  assert(found);
  return found;
}

/** Those of the editor and its extensions, as it lists them on this system. */
async function allKeys(): Promise<Key[]> {
  const document = await workspace.openTextDocument(Uri.parse('vscode://defaultsettings/keybindings.json'));
  const pairs = document.getText().matchAll(/"key":\s*"([^"]+)",\s*"command":\s*"([^"]+)"/g);
  return [...pairs].map(([, key = '', command = '']) => ({ key, command }));
}

interface Key {
  readonly key: string;
  readonly command: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly (Key & { readonly when: string })[];
  };
}
