import { serviceOf, withServiceNamed } from '../conclusion';
import type { Kind, Slip } from '../slip';
import { flat } from '../text';
import { partsNamed } from '../words';

const services: readonly RegExp[] = [
  /\bMRI\b|magnetic resonance/i,
  /\bx-?rays?\b/i,
  /\bCT\b/,
  /\bEMG\b|\bNC[SV]\b|electrodiagnos|electromyogra/i,
  /\bphysical therapy\b|\bPT\b/i,
  /\bchiro/i,
  /\bacupuncture\b/i,
  /\binjection\b/i,
  /\d ?mg\b/i,
  /\bTENS\b|stimulation|e-stim/i,
  /\bconsult|evaluation\b|office visit/i,
  /\bCBC|CMP|PTT|urin/i,
  /\bgym\b/i,
  /\belectrocardiogram|EKG|ECG\b/i,
  /\btraction\b/i,
  /\barthroscopy|arthroplasty\b/i,
];

/** Which of the services above a title names. */
function kindsOf(words: string): string {
  return services.map(service => (service.test(words) ? '1' : '0')).join('');
}

export const kinds: readonly Kind[] = [
  {
    id: 'reused-rationale',
    about: "the conclusion is another item's: it names that item's service",
    rules: ['reused-rationale', 'other-body-part', 'other-side', 'dose-conflict', 'quantity-conflict'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const named = withServiceNamed(letter, item, random);
        const own = serviceOf(letter, item);
        if (!named || own === null) return [];
        const others = letter.items.flatMap(other => {
          const service = other === item ? null : serviceOf(letter, other);
          const differs = service !== null && kindsOf(service) !== kindsOf(own) && /1/.test(kindsOf(service));
          const rationale = flat(letter.text, item.rationale.value).toLowerCase();
          return service !== null && differs && !rationale.includes(service.toLowerCase()) ? [service] : [];
        });
        if (others.length === 0) return [];
        return [{ base: named.base, edits: [{ ...named.service, text: random.pick(others) }] }];
      }),
  },
  {
    id: 'reused-part',
    about: "the conclusion is another item's: the same service, for that item's part of the body",
    rules: ['reused-rationale', 'other-body-part', 'other-side'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const named = withServiceNamed(letter, item, random);
        const own = serviceOf(letter, item);
        const parts = partsNamed(letter.text, item.title);
        if (!named || own === null || parts?.length !== 1) return [];
        const others = letter.items.flatMap(other => {
          const service = other === item ? null : serviceOf(letter, other);
          const its = partsNamed(letter.text, other.title);
          const differs = its?.length === 1 && its[0] !== parts[0] && its[0]?.region !== parts[0]?.region;
          return service !== null && differs && kindsOf(service) === kindsOf(own) ? [service] : [];
        });
        if (others.length === 0) return [];
        return [{ base: named.base, edits: [{ ...named.service, text: random.pick(others) }] }];
      }),
  },
];
