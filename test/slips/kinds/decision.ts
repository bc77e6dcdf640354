import { conclusionOf } from '../conclusion';
import type { Kind, Slip } from '../slip';
import { flat, matches } from '../text';

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
