import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** Shows places beside one of a letter: its URI, the position in it and the places come from the server. */
export const showPlaces = 'determinationLetters.showPlaces';

/** What a line of words above the text does when it is chosen. */
export function registerPlaces({ protocol2CodeConverter: convert }: BaseLanguageClient): Disposable {
  return commands.registerCommand(showPlaces, async (uri: string, position: Position, places: Location[]) => {
    await commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri),
      convert.asPosition(position),
      places.map(place => convert.asLocation(place)),
    );
  });
}
