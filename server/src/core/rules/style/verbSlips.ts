import { t } from '../../words/translate';
import type { Slip } from './grammarSlips';

/** Verbs in the form for one, with that for several. */
const PLURALS: Readonly<Record<string, string>> = {
  states: 'state',
  recommends: 'recommend',
  indicates: 'indicate',
  suggests: 'suggest',
  requires: 'require',
  says: 'say',
  allows: 'allow',
  supports: 'support',
  advises: 'advise',
  specifies: 'specify',
  addresses: 'address',
  provides: 'provide',
  considers: 'consider',
  does: 'do',
  has: 'have',
};

const GUIDELINES = new RegExp(`\\b(guidelines(?: \\([^()]{1,40}\\))?) (${Object.keys(PLURALS).join('|')})\\b`, 'gi');

/** "The guidelines states". Where something else may be what the verb belongs to, nothing is said. */
export function* verbSlips(text: string): Generator<Slip> {
  let from = 0;
  for (const match of text.matchAll(GUIDELINES)) {
    const [whole, subject = '', verb = ''] = match;
    const before = text.slice(Math.max(from, match.index - REACH), match.index);
    const end = match.index + whole.length;
    from = end;
    const right = PLURALS[verb];
    if (!right || !isSubject(before)) continue;
    yield {
      span: { start: end - verb.length, end },
      message: t(
        '"{0}" are several, and "{1}" is said of one. The reader may take the sentence to be about something else. Write "{2}".',
        subject,
        verb,
        right,
      ),
      choices: [right],
    };
  }
}

const REACH = 160;
const CLAUSE = /[,;:.]|\b(?:that|while|although|because|since|however|therefore)\b/gi;
const OPENERS = new Set('the these those both and but or current applicable'.split(' '));

/** Whether only words of the name stand between the start of the clause and "guidelines". */
function isSubject(before: string): boolean {
  const start = [...before.matchAll(CLAUSE)].at(-1);
  const words = before
    .slice(start ? start.index + start[0].length : 0)
    .split(' ')
    .filter(word => word !== '');
  return words.every((word, i) => {
    if (OPENERS.has(word.toLowerCase())) return true;
    if (word === 'of') return /^[A-Z][a-z]/.test(words[i - 1] ?? '') && !PART_OF.test(words[i - 1] ?? '');
    return /^[A-Z(/&]/.test(word) && !PART_OF.test(word);
  });
}

/** Of these, one may be what the verb belongs to. */
const PART_OF =
  /^(?:chapter|section|part|page|table|appendix|version|edition|update|use|review|copy|in|on|per|by|under|for|from|within|according|none|each|one|neither|nothing)\b/i;
