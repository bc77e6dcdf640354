import { assert } from 'chai';
import { commands, extensions, window } from 'vscode';
import { closeEditors, extensionId, waitFor } from './harness/letters';

describe('the walkthrough', () => {
  afterEach(closeEditors);

  it('opens, and its steps lead to commands that exist', async () => {
    const extension = await waitFor('the extension', () => extensions.getExtension(extensionId));
    await extension.activate();
    const [walkthrough] = (extension.packageJSON as Manifest).contributes.walkthroughs;
    assert(walkthrough);
    assert.lengthOf(walkthrough.steps, 5);
    await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough.id}`);
    await waitFor('its page', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /^(?:Welcome|Walkthrough)\b/.test(label)))
        ? true
        : undefined,
    );
    const known = new Set(await commands.getCommands(true));
    for (const { title, description, media } of walkthrough.steps) {
      for (const text of [title, description, media.altText]) assert.notMatch(text, /^%/);
      for (const [, command = ''] of description.matchAll(/\(command:([^?)]+)/g)) {
        assert(known.has(command), `${command} exists`);
      }
    }
  });
});

interface Manifest {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly title: string;
      readonly steps: readonly {
        readonly title: string;
        readonly description: string;
        readonly media: { readonly altText: string };
      }[];
    }[];
  };
}
