import type { Imported } from '../../core/import/importLetter';
import type { UnplacedReason } from '../../core/import/unplaced';
import { LineIndex } from '../../core/output/lineIndex';
import { converted, type ImportedFile, importFile, importText } from '../input/importFile';
import { notALetter } from '../input/notALetter';
import { readTextFile } from '../input/read';
import { count } from '../terminal';
import { type About, setupsFor } from './about';
import type { ImportedLetter, ImportTask } from './task';

/** Makes a letter in markup of a file. */
export async function importTask(task: ImportTask, about: About): Promise<ImportedLetter> {
  const { path, file, source, profile } = task;
  const { setup } = await about.setupOf(task, setupsFor({ profile }));
  const format = source ? null : converted(file);
  const found =
    format === null
      ? importText((source ?? (await readTextFile(file, path))).text, setup)
      : await importFile(file, format, path, setup);
  if (found.imported.notALetter) throw notALetter(found.imported, setup, path);
  return { text: found.imported.text, notes: [...notesOf(found)] };
}

const reasons: Readonly<Record<UnplacedReason, string>> = {
  header: 'Text before the first heading that is no field of the header.',
  heading: 'A heading that letters of this profile do not have.',
  items: 'Text among the items that is part of none.',
  item: 'Text in an item that stands under none of its labels.',
  label: 'A label of an item where no item stands.',
};

/** They hold no word of the letter, for they may end in a log; all of them stand in the letter. */
function* notesOf({ imported, pageOf }: ImportedFile): Generator<string> {
  if (imported.betterProfile !== null) {
    yield `It looks more like a letter of the profile ${imported.betterProfile}: try --profile ${imported.betterProfile}.`;
  }
  const lines = new LineIndex(imported.text);
  for (const { line, why } of imported.unplaced) {
    const page = pageOf(lines.start(line));
    yield `line ${line + 1}${page === null ? '' : ` (page ${page})`}: ${reasons[why]}`;
  }
  const leftOut = leftOutIn(imported);
  if (leftOut !== '') yield `Beside the text stood ${leftOut}.`;
}

function leftOutIn({ leftOut }: Imported): string {
  const kinds = new Map<string, number>();
  for (const { what } of leftOut) kinds.set(what, (kinds.get(what) ?? 0) + 1);
  return [...kinds].map(([what, number]) => count(number, ...(names[what] ?? otherThing))).join(', ');
}

const otherThing = ['other thing'] as const;
/** What stands beside the text, as it is counted. */
const names: Readonly<Record<string, readonly [one: string, several?: string]>> = {
  letterhead: ['letterhead'],
  runningHead: ['running head'],
  runningFoot: ['running foot', 'running feet'],
  pageNumber: ['page number'],
  picture: ['picture'],
  comment: ['comment'],
  deleted: ['deleted passage'],
  hidden: ['hidden passage'],
  note: ['note'],
  textBox: ['text box', 'text boxes'],
  attachment: ['attached file'],
  field: ['form field'],
};
