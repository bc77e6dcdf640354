import { changed, type Item, type Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { applyEdits, type Edit, findWords, flat, matches } from '../text';

interface Ready {
  readonly base: Sketch;
  /** The item that the last one depends on. */
  readonly parent: Item;
  readonly dependent: Item;
}

const nothing = [
  'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
  'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.',
];

function item(title: string, decision: string, rationale: string, lines = nothing): string {
  return ['', `${title}: ${decision}`, ...lines, `Decision rationale: ${rationale}`, ''].join('\n\n');
}

/** The letter with more items at its end. */
function withItems(letter: Sketch, items: readonly string[], parent: number): Ready | null {
  const end = letter.items.at(-1)?.span.end;
  if (end === undefined) return null;
  const base = changed(letter, applyEdits(letter.text, [{ start: end, end, text: items.join('') }]));
  if (base.items.length !== letter.items.length + items.length) return null;
  const [found, dependent] = [base.items[parent], base.items.at(-1)];
  return found && dependent ? { base, parent: found, dependent } : null;
}

const services = ['Transportation', 'Follow-up visit', 'Interpreter', 'Home exercise kit'];

/** For each item another one that, in the sentence of the profile, depends on it. */
function dependents(letter: Sketch, service: string): Ready[] {
  return letter.items.flatMap((parent, index): Ready[] => {
    const name = flat(letter.text, parent.title);
    if (name.length > 80) return [];
    const decision = flat(letter.text, parent.decision);
    const sentence = `This service depends on ${name}, which is ${decision.toLowerCase()} above; the same decision follows here.`;
    const ready = withItems(letter, [item(service, decision, sentence)], index);
    return ready ? [ready] : [];
  });
}

function flipped(letter: Sketch, place: { readonly start: number; readonly end: number }): Edit {
  const other: Record<string, string> = {
    Upheld: 'Overturned',
    Overturned: 'Upheld',
    upheld: 'overturned',
    overturned: 'upheld',
  };
  return { ...place, text: other[flat(letter.text, place)] ?? '' };
}

/** A surgery and a service that goes with it, both refused. */
function withSurgery(letter: Sketch, service: string): Ready | null {
  // Beside another surgery it is not certain which one is meant.
  if (letter.items.some(({ title }) => /surg|scop|plasty|repair|fusion|ectomy/i.test(flat(letter.text, title))))
    return null;
  const surgery = item(
    'Arthroscopic rotator cuff repair of the right shoulder',
    'Upheld',
    'Surgery is an option where a full tear is shown. No tear is shown here. Therefore, the request is not medically necessary.',
    [
      'Claims Administrator guideline: Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations.',
      'MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations.',
    ],
  );
  const reason =
    'As the requested surgical intervention is not medically necessary, the requested ancillary service is not medically necessary.';
  const items = [surgery, item(`Associated surgical service: ${service}`, 'Upheld', reason)];
  return withItems(letter, items, letter.items.length);
}

export const kinds: readonly Kind[] = [
  {
    id: 'dependent-word',
    about: 'an item names another decision of the item it depends on than that has (the item is added first)',
    rules: ['dependent-decision'],
    plant: (letter, random) =>
      dependents(letter, random.pick(services)).flatMap(({ base, dependent }): Slip[] => {
        const [place] = matches(base.text, dependent.rationale.value, /\b(?:upheld|overturned)(?= above;)/g);
        return place ? [{ base, edits: [flipped(base, place)] }] : [];
      }),
  },
  {
    id: 'dependent-own',
    about: 'an item is decided otherwise than the item it says it follows (the item is added first)',
    rules: ['dependent-decision', 'decision-contradicts-rationale'],
    plant: (letter, random) =>
      dependents(letter, random.pick(services)).map(
        ({ base, dependent }): Slip => ({ base, edits: [flipped(base, dependent.decision)] }),
      ),
  },
  {
    id: 'dependent-surgery',
    about: 'a service is refused because a surgery is, and the surgery is granted (both are added first)',
    rules: ['dependent-decision', 'cites-nothing'],
    plant: (letter, random) => {
      const service = random.pick([
        'Hip pad',
        'Cold therapy unit',
        'Assistant surgeon',
        'Pre-operative clearance',
        'Sling',
      ]);
      const ready = withSurgery(letter, service);
      if (!ready) return [];
      const { base, parent, dependent } = ready;
      const [finding] = findWords(base.text, parent.rationale.value, 'is not medically necessary');
      if (!finding) return [];
      const edits = [flipped(base, parent.decision), { ...finding, text: 'is medically necessary' }];
      return [{ base, edits, also: [dependent.span] }];
    },
  },
];
