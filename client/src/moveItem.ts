import { commands, Disposable } from 'vscode';

/** The commands that move the item at the cursor; the editor says so where it cannot be moved. */
export function registerMoveItem(): Disposable {
  const move = (name: string, kind: string) =>
    commands.registerCommand(`determinationLetters.${name}`, () =>
      commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' }),
    );
  return Disposable.from(move('moveItemUp', 'refactor.move.up'), move('moveItemDown', 'refactor.move.down'));
}
