import { t } from '../../core/words/translate';
import type { ConfigurationFeature } from '../features/configuration';
import { isObject, type ListLettersParams, listLetters } from '../messages';
import type { Session } from '../session';
import type { FileHost } from './letterFiles';

/** Finds and reads files through the client where it offers that, else by itself. */
export function fileHost(
  { connection, platform, client, log }: Pick<Session, 'connection' | 'platform' | 'client' | 'log'>,
  { configurations, folders, readText }: ConfigurationFeature,
): FileHost {
  let hasTold = false;
  const listed = async (most: number): Promise<readonly string[]> => {
    if (client.listsLetters) {
      const params: ListLettersParams = { most };
      const answer: unknown = await connection.sendRequest(listLetters, params);
      const uris: unknown = isObject(answer) ? answer['uris'] : [];
      return Array.isArray(uris) ? uris.filter(uri => typeof uri === 'string') : [];
    }
    const found: string[] = [];
    for (const folder of folders.all()) found.push(...(await platform.listLetters(folder, most - found.length)));
    return [...new Set(found)];
  };
  return {
    readText,
    listLetters: most =>
      listed(most).catch(error => {
        log('workspace', error);
        return [];
      }),
    configurationAt: uri => configurations.at(uri),
    tooMany(most) {
      if (hasTold) return;
      hasTold = true;
      const message = t(
        'The workspace has more than {0} letters. Only {0} of them are searched, counted and checked; open a folder with fewer to see all of it.',
        most,
      );
      connection.sendNotification('window/showMessage', { type: 2, message }).catch(error => log('workspace', error));
    },
  };
}
