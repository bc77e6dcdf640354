import type { Change, ChangeGroup, FactKind, Said } from './comparison';

/** Puts texts into the reader's language; `{0}` stands for the first of `values`. */
export interface Translator {
  t(text: string, ...values: (string | number)[]): string;
}

/** As it stands in the code. */
export const untranslated: Translator = {
  t: (text, ...values) => text.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place)),
};

/** A change, its places left out: those of the letter, or of an editor's client. */
export type ChangeToTell = Omit<Change, 'before' | 'after'> & {
  readonly before: Pick<Said, 'text'> | null;
  readonly after: Pick<Said, 'text'> | null;
};

/** What a change belongs to, its places left out. */
export interface GroupToTell extends Pick<ChangeGroup, 'part' | 'name'> {
  readonly before: { readonly index: number } | null;
  readonly after: { readonly index: number } | null;
}

/** The heading above the changes of a part. */
export function groupWords({ part, name, before, after }: GroupToTell, l10n: Translator): string {
  if (part === 'header') return l10n.t('Header of the letter');
  if (part === 'credentials') return l10n.t("The reviewer's credentials");
  const title = short(name);
  if (part === 'section') return title;
  const number = (after ?? before)?.index ?? 0;
  return title === '' ? l10n.t('Item {0}', number + 1) : l10n.t('Item {0}: {1}', number + 1, title);
}

/** One change in a line of words. */
export function changeWords(change: ChangeToTell, group: GroupToTell, l10n: Translator): string {
  const { kind, nature, before, after } = change;
  const was = short(before?.text ?? '');
  const is = short(after?.text ?? '');
  if (nature === 'moved') {
    return l10n.t('Stands in place {0} instead of {1}', (group.after?.index ?? 0) + 1, (group.before?.index ?? 0) + 1);
  }
  if (kind === 'item') return nature === 'added' ? l10n.t('The item is new') : l10n.t('The item is gone');
  if (kind === 'section' && nature === 'added') return l10n.t('The section is new');
  if (kind === 'section' && nature === 'gone') return l10n.t('The section is gone');
  const name = thing(change, l10n);
  if (nature === 'added') return l10n.t('{0} added: {1}', name, is);
  if (nature === 'gone') return l10n.t('{0} gone: {1}', name, was);
  if (change.words) return `${name}: ${wording(change, was, is, l10n)}`;
  return l10n.t('{0}: {1} → {2}', name, was || '–', is || '–');
}

/** What changed, with the label that it stands behind. */
function thing(change: ChangeToTell, l10n: Translator): string {
  const { kind, label, fact } = change;
  switch (kind) {
    case 'decision':
      return l10n.t('Decision');
    case 'finding':
      return within(l10n.t('Finding of necessity'), label, l10n);
    case 'title':
      return l10n.t('Title');
    case 'citation':
      return within(citation(change, l10n), label, l10n);
    case 'source':
      return within(l10n.t('Other source'), label, l10n);
    case 'fact':
      return within(fact ? factName(fact, l10n) : '', label, l10n);
    case 'section':
      return l10n.t('Text');
    case 'text':
      return l10n.t('Text outside of the fields');
    default:
      return label;
  }
}

function within(name: string, label: string, l10n: Translator): string {
  return label === '' ? name : l10n.t('{0} in "{1}"', name, label);
}

function citation({ aspects }: ChangeToTell, l10n: Translator): string {
  const names = {
    title: l10n.t('title'),
    edition: l10n.t('edition'),
    chapter: l10n.t('chapter'),
    pages: l10n.t('pages'),
    sections: l10n.t('sections'),
  };
  const said = aspects.map(aspect => names[aspect]).join(', ');
  return said === '' ? l10n.t('Citation') : l10n.t('Citation ({0})', said);
}

function factName(fact: FactKind, l10n: Translator): string {
  const names: Readonly<Record<FactKind, string>> = {
    age: l10n.t('Age'),
    sex: l10n.t('Sex'),
    date: l10n.t('Date'),
    side: l10n.t('Side'),
    bodyPart: l10n.t('Part of the body'),
    drug: l10n.t('Drug'),
    service: l10n.t('Service'),
    strength: l10n.t('Strength'),
    quantity: l10n.t('Quantity'),
  };
  return names[fact];
}

function wording({ words }: ChangeToTell, was: string, is: string, l10n: Translator): string {
  const added = words?.added ?? 0;
  const removed = words?.removed ?? 0;
  const counted =
    added + removed === 0
      ? l10n.t('only marks or the order of words')
      : l10n.t('words added: {0}, removed: {1}', added, removed);
  const quoted = [was, is].filter(text => text !== '').map(text => `"${text}"`);
  return `${counted}: ${quoted.join(' → ')}`;
}

/** UTF-16 units of a text that are shown, of its beginning and of its end: a change is as often at the one as the other. */
const SHOWN = 80;

function short(text: string): string {
  if (text.length <= 2 * SHOWN) return text;
  // No half of a character is shown, nor of a word but of a long one.
  const start = text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(-SHOWN).replace(/^[\udc00-\udfff]/, '');
  return `${start.replace(/ \S{0,30}$/, '')} … ${end.replace(/^\S{0,30} /, '')}`;
}
