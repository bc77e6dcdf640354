import { conclusionOf } from '../conclusion';
import { changed } from '../sketch';
import type { Kind, Slip } from '../slip';
import { applyEdits, flat, matches } from '../text';

const refusal = /\bnot(?: be)?(?:(?: |-)(?:seen as|considered|deemed))?(?: |-)?medically necessary\b/gi;
const consent = /\b(?:is|was|are|be|considered|deemed) medically necessary\b/gi;

/** Grants of a part that any item may have, and those of an item about visits. */
const grants = [
  'The request is approved in part.',
  'The request is partially certified.',
  'The request is granted in part.',
  'The request is partially medically necessary.',
];
const visits = [
  'However, two visits are medically necessary.',
  'The request is therefore modified to two visits.',
  'A trial of two visits is certified.',
];

/** Findings that refuse, each with the one that grants. */
const findings: readonly (readonly [string, string])[] = [
  ['Medical necessity has not been established.', 'Medical necessity has been established.'],
  ['The request is medically unnecessary.', 'The request is medically necessary.'],
  ['This is not a medical necessity at this time.', 'This is a medical necessity at this time.'],
  [
    'The requested service is not seen as medically necessary.',
    'The requested service is seen as medically necessary.',
  ],
  ['The request is deemed not medically necessary.', 'The request is deemed medically necessary.'],
  ['The request is determined to not be medically necessary.', 'The request is determined to be medically necessary.'],
  ['The request is not-medically necessary.', 'The request is medically necessary and appropriate.'],
  ['Medical necessity of the request is not supported.', 'Medical necessity of the request is supported.'],
  ['The service cannot be considered medically necessary.', 'The service is considered medically necessary.'],
  [
    'The request was not medically necessary, medically appropriate, or indicated here.',
    'The request was medically necessary, medically appropriate, and indicated here.',
  ],
  ['I find that the treatment is not medically necessary.', 'I find that the treatment is medically necessary.'],
  [
    'The medical necessity of this treatment is not established.',
    'The medical necessity of this treatment is established.',
  ],
];

export const kinds: readonly Kind[] = [
  {
    id: 'flip-decision',
    about: 'the decision of an item is turned into the other one',
    rules: ['decision-contradicts-rationale'],
    alsoFine: ['dependent-decision'],
    plant: letter =>
      letter.items.flatMap((item): Slip[] => {
        const conclusion = conclusionOf(letter, item);
        const isUpheld = flat(letter.text, item.decision) === 'Upheld';
        if (!conclusion) return [];
        const against = matches(letter.text, conclusion, refusal).length;
        const both = matches(letter.text, conclusion, consent).length;
        const isCertain = isUpheld ? against > 0 : against === 0 && both > 0;
        return isCertain ? [{ edits: [{ ...item.decision, text: isUpheld ? 'Overturned' : 'Upheld' }] }] : [];
      }),
  },
  {
    id: 'flip-finding',
    about: 'the only finding of a rationale loses its "not", or gets one',
    rules: ['decision-contradicts-rationale'],
    plant: letter =>
      letter.items.flatMap((item): Slip[] => {
        const all = matches(letter.text, item.rationale.value, /\bmedical(?:ly)?(?: |-)(?:un)?necess\w+/gi);
        const conclusion = conclusionOf(letter, item);
        const [only] = all;
        if (!conclusion || !only || all.length > 1) return [];
        const [place] = matches(letter.text, conclusion, /\b(?:is|was|are)( not)? medically necessary\b/gi);
        if (!place) return [];
        const verb = /^\w+/.exec(letter.text.slice(place.start))?.[0] ?? '';
        const text = place.groups[1] ? `${verb} medically necessary` : `${verb} not medically necessary`;
        return [{ edits: [{ start: place.start, end: place.end, text }] }];
      }),
  },
  {
    id: 'flip-reworded',
    about: 'the conclusion, put in other words first, says the opposite of the decision',
    rules: ['decision-contradicts-rationale'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const conclusion = conclusionOf(letter, item);
        const all = matches(letter.text, item.rationale.value, /\bmedical(?:ly)?(?: |-)(?:un)?necess\w+/gi);
        if (!conclusion || all.length !== 1) return [];
        const isUpheld = flat(letter.text, item.decision) === 'Upheld';
        const [refused, granted] = random.pick(findings);
        const words = isUpheld ? [refused, granted] : [granted, refused];
        const base = changed(letter, applyEdits(letter.text, [{ ...conclusion, text: words[0] ?? '' }]));
        const end = conclusion.start + (words[0] ?? '').length;
        return [{ base, edits: [{ start: conclusion.start, end, text: words[1] ?? '' }] }];
      }),
  },
  {
    id: 'partial-approval',
    about: 'a sentence that grants a part stands before the conclusion of an upheld item',
    rules: ['partial-approval', 'decision-contradicts-rationale'],
    alsoFine: ['quantity-conflict'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const conclusion = conclusionOf(letter, item);
        if (!conclusion || flat(letter.text, item.decision) !== 'Upheld') return [];
        if (matches(letter.text, conclusion, refusal).length === 0) return [];
        const title = flat(letter.text, item.title);
        // Of a request that was granted in part before, the rationale may say so.
        if (/original request/i.test(title)) return [];
        const isVisits = /\b(?:visits|sessions|treatments|therapy|week)\b/i.test(title);
        const { start } = conclusion;
        const text = `${random.pick(isVisits ? [...grants, ...visits] : grants)} `;
        return [{ edits: [{ start, end: start, text }] }];
      }),
  },
];
