import { conclusionOf, readied } from '../conclusion';
import type { Item, Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { type Edit, matches, sentencesOf } from '../text';

const standard =
  /\b(?:(?:the )?(?:California|CA) )?(?:\(?MTUS\)?|Medical Treatment Utilization Schedule|ACOEM|American College of Occupational and Environmental Medicine)\b(?:[/ ]+\(?(?:MTUS|ACOEM)\)?)*/gi;
const silence = /\b(?:silent|address\w*|discuss\w*|applicable|cover\w*|mention\w*|recommendation|specif\w+)\b/gi;
/** Names of guidelines that belong to the standard, whatever else they are called. */
const belonging =
  /\b(?:Chronic Pain|Medical Treatment Guidelines?|Opioids? Treatment|Postsurgical Treatment|Acupuncture)\b/gi;

const outside =
  'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain (Chronic).';

/** Every word for the standard in the rationale, by another guideline's name. */
function withoutStandard({ text }: Sketch, { rationale }: Item): Edit[] {
  const places = [
    ...matches(text, rationale.value, standard),
    ...matches(text, rationale.value, /\bChapter \d+\b/g),
  ].sort((a, b) => a.start - b.start);
  return places
    .filter((place, i) => i === 0 || place.start >= (places[i - 1]?.end ?? 0))
    .map(({ start, end }) => ({ start, end, text: 'Official Disability Guidelines' }));
}

/** Whether the rationale may speak of the standard in other words. */
function saysOther({ text }: Sketch, { rationale }: Item): boolean {
  return [silence, belonging].some(words => matches(text, rationale.value, words).length > 0);
}

function citesStandard({ text }: Sketch, { reviewer }: Item): boolean {
  return matches(text, reviewer.value, /\bbased on MTUS\b/g).length > 0;
}

export const kinds: readonly Kind[] = [
  {
    id: 'cites-nothing',
    about: 'the reviewer cites no evidence for an item that depends on no other one',
    rules: ['cites-nothing'],
    plant: letter =>
      letter.items.flatMap((item): Slip[] => {
        const depends = matches(
          letter.text,
          item.span,
          /surg|procedur|operat|associated|ancillary|depend|intervention|pre-?op|post-?op/gi,
        );
        const text = 'The Expert Reviewer did not cite any medical evidence for its decision.';
        return depends.length === 0 ? [{ edits: [{ ...item.reviewer.value, text }] }] : [];
      }),
  },
  {
    id: 'others-only',
    about: 'only a source outside the MTUS is cited, and the rationale does not speak of the MTUS',
    rules: ['mtus-first'],
    plant: letter =>
      letter.items.flatMap((item): Slip[] => {
        if (!citesStandard(letter, item) || saysOther(letter, item)) return [];
        const ready = readied(letter, item, withoutStandard(letter, item));
        return ready ? [{ base: ready.base, edits: [{ ...ready.item.reviewer.value, text: outside }] }] : [];
      }),
  },
  {
    id: 'standard-silent',
    about: 'the MTUS is cited, and all that the rationale says of it is that it is silent',
    rules: ['mtus-first'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        if (!citesStandard(letter, item) || saysOther(letter, item)) return [];
        const ready = readied(letter, item, withoutStandard(letter, item));
        if (!ready) return [];
        const { start } = ready.item.rationale.value;
        const text = random.pick([
          'The MTUS is silent on this service. ',
          'The MTUS does not address this request. ',
          'The California MTUS is silent. ',
        ]);
        return [{ base: ready.base, edits: [{ start, end: start, text }] }];
      }),
  },
  {
    id: 'drop-silent',
    about: 'the sentence that says why the MTUS does not decide is lost',
    rules: ['mtus-first'],
    plant: letter =>
      letter.items.flatMap((item): Slip[] => {
        const isOther = matches(letter.text, item.reviewer.value, /outside of the MTUS Guidelines/g).length > 0;
        const conclusion = conclusionOf(letter, item);
        const isStandard = matches(letter.text, item.reviewer.value, /\bACOEM\b/g).length > 0;
        if (!isOther || isStandard || !conclusion) return [];
        const naming = sentencesOf(letter.text, item.rationale.value).filter(
          sentence =>
            matches(letter.text, sentence, standard).length + matches(letter.text, sentence, silence).length > 0,
        );
        const names = naming.some(sentence => matches(letter.text, sentence, standard).length > 0);
        if (!names || naming.some(sentence => sentence.end >= conclusion.end)) return [];
        return [{ edits: naming.map(({ start, end }) => ({ start, end, text: '' })) }];
      }),
  },
];
