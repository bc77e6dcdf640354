import { MessageType, ShowMessageNotification, type ShowMessageParams } from 'vscode-languageserver';
import { t } from '../../core/words/translate';
import { guarded } from '../guard';
import type { Checking } from '../letterDocument';
import type { RuleTimes } from '../ruleTimes';
import type { Session } from '../session';

export interface SlowRules {
  readonly checking: Checking;
  closed(uri: string): void;
}

/**
 * Switches a rule off for a letter over which it took too long, until the letter is opened again or its configuration is
 * read anew, and says so once for each letter.
 */
export function slowRules(
  { connection, configurations, platform, log }: Pick<Session, 'connection' | 'configurations' | 'platform' | 'log'>,
  times: RuleTimes,
): SlowRules {
  const told = new Map<string, Set<string>>();

  const switchOff = guarded('slow rules', log, (uri: string, rule: string, time: number) => {
    connection.console.warn(`The rule ${rule} took ${Math.round(time)} ms over a letter.`);
    if (!configurations.switchOff(uri, rule)) return;
    const rules = told.get(uri) ?? new Set();
    told.set(uri, rules);
    if (rules.has(rule)) return;
    rules.add(rule);
    const message = t(
      'The rule {0} takes too long over a letter and is switched off for it. All others go on. It is tried again when the letter is opened again or its configuration changes.',
      rule,
    );
    const shown: ShowMessageParams = { type: MessageType.Warning, message };
    connection.sendNotification(ShowMessageNotification.type, shown).catch(error => log('slow rules', error));
  });

  return {
    checking(uri, length, check) {
      // What it found this time is reported first.
      const slow = (rule: string, time: number) => platform.soon(() => switchOff(uri, rule, time));
      return times.during(length, check, slow);
    },
    closed(uri) {
      told.delete(uri);
    },
  };
}
