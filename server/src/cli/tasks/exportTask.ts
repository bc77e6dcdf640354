import { type Letter, parseLetter } from '../../core/language/letter';
import { LineIndex } from '../../core/output/lineIndex';
import { printedHtml } from '../../core/printed/document';
import { postedText } from '../../core/printed/posted';
import { printLetter } from '../../core/printed/printLetter';
import type { Policy } from '../../core/privacy/policy';
import { checkLetter } from '../../core/rules/check';
import { redacted } from '../../core/services/redact';
import { unfinished } from '../../core/services/unfinished';
import type { Setup } from '../../core/setup';
import { renderLetter } from '../convertFile';
import { readTextFile } from '../input/read';
import { ofPrivacy } from '../ofPrivacy';
import { count } from '../terminal';
import { type About, setupsFor } from './about';
import type { Exported, ExportTask } from './task';

/** Makes of a letter what is sent; one that is not finished is withheld, unless it is forced. */
export async function exportTask(task: ExportTask, about: About): Promise<Exported> {
  const { path, file, source, redact, force } = task;
  const { setup } = await about.setupOf(task, setupsFor({}));
  const { text } = source ?? (await readTextFile(file, path));
  const letter = parseLetter(text, setup.profile);
  const against = force ? [] : standsAgainst(letter, setup, about, redact !== null);
  const copy = redact === null ? null : redactedCopy(letter, setup, redact, about);
  if (copy && !copy.isComplete && !force) against.push(incomplete);
  if (against.length > 0) return { content: null, against, notes: [] };
  const { content, missing } = await made(copy?.letter ?? letter, task, setup);
  const notes = [...(copy?.notes ?? []), ...(missing.length > 0 ? [gaps(missing, task)] : [])];
  return { content, against, notes };
}

const incomplete =
  'It could not be made sure that all that identifies a person is replaced. Replace it in the letter itself.';

function redactedCopy(letter: Letter, setup: Setup, policy: Policy, about: About) {
  const { text, counts, isComplete } = redacted(letter, setup, policy, about.ruleFailed);
  const passages = Object.values(counts).reduce((sum, number) => sum + number, 0);
  const notes = isComplete ? [] : [incomplete];
  if (passages > 0) notes.push(`${count(passages, 'passage')} that may identify a person replaced.`);
  return { letter: parseLetter(text, setup.profile), isComplete, notes };
}

async function made(letter: Letter, { format, path }: ExportTask, setup: Setup) {
  const printed = printLetter(letter, setup);
  if (format === 'html') return { content: printedHtml(printed), missing: [] };
  if (format === 'txt') return { content: postedText(printed, setup.profile), missing: [] };
  const { bytes, missing } = await renderLetter(printed, format, path);
  return { content: bytes, missing };
}

function gaps(missing: readonly string[], { format }: ExportTask): string {
  const codes = missing.map(sign => `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
  return `The font has no signs for ${codes.join(', ')}: look for gaps in the ${format} file, or write it otherwise.`;
}

/** In the order of the letter; in a redacted copy what identifies a person is replaced, and stands against nothing. */
function standsAgainst(letter: Letter, setup: Setup, about: About, isRedacted: boolean): string[] {
  const found = checkLetter(letter, setup, about.ruleFailed);
  const { errors, placeholders } = unfinished(
    letter,
    isRedacted ? found.filter(({ rule }) => !ofPrivacy(rule)) : found,
  );
  const lines = new LineIndex(letter.source.text);
  return [
    ...errors.map(({ span, message, rule }) => ({ start: span.start, text: `error: ${message} [${rule}]` })),
    ...placeholders.map(({ start, text }) => ({ start, text: `still to be filled in: ${text}` })),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ start, text }) => `line ${lines.position(start).line + 1}: ${text}`);
}
