import assert from 'node:assert/strict';
import { strengthsIn } from '../../../server/src/core/facts/strengths';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

/** A text, and its strengths: drug ids (or its name in quotation marks), amounts, unit. */
const table: readonly (readonly [string, ...string[]])[] = [
  ['Norco 10/325 mg #60', 'hydrocodone-acetaminophen 10/325 mg'],
  ['Norco 10-325mg', 'hydrocodone-acetaminophen 10/325 mg'],
  ['Norco 10mg/325mg', 'hydrocodone-acetaminophen 10/325 mg'],
  ['Norco 5/325 and 10/325', 'hydrocodone-acetaminophen 5/325', 'hydrocodone-acetaminophen 10/325 further'],
  ['Gabapentin 300mg', 'gabapentin 300 mg'],
  ['gabapentin 600 mg and 800mg', 'gabapentin 600 mg', 'gabapentin 800 mg further'],
  ['300 mg of gabapentin', 'gabapentin 300 mg'],
  ['Flector 1.3% patch', 'diclofenac-topical 1.3 %'],
  ['Lidocaine 5% patch #1', 'lidocaine-topical 5 %'],
  ['Lidocaine 5%', 'lidocaine 5 %'],
  ['5% lidocaine, 10% baclofen', 'lidocaine 5 %', 'baclofen 10 %'],
  ['Lidocaine ointment 5% 106.32gm', 'lidocaine-topical 5 %', 'lidocaine-topical 106.32 g'],
  ['Tramadol ER 150 mg', 'tramadol 150 mg'],
  ['Tramadol 50-100 mg', 'tramadol 50-100 mg'],
  ['tramadol 300 mg/day', 'tramadol 300 mg a day'],
  ['tramadol 300 mg per day', 'tramadol 300 mg a day'],
  ['Meloxicam (Mobic) 7.5mg #30', 'meloxicam+meloxicam 7.5 mg'],
  ['Flurbiprofen 20%, Baclofen 5%, Menthol 2% cream', 'flurbiprofen 20 %', 'baclofen 5 %', 'menthol 2 %'],
  ['Naproxen and omeprazole 20 mg', 'omeprazole 20 mg'],
  ['Morphine .5 mg', 'morphine 0.5 mg'],
  ['Fentanyl 25 mcg/hr', 'fentanyl 25 mcg'],
  ['Vitamin D 50,000 units', 'vitamin-d 50000 units'],
  ['Zyxoril 10 mg tablets', '"zyxoril" 10 mg'],
  ['Zyxoril ER tablets 10mg', '"zyxoril" 10 mg'],
  ['pain 7/10 on tramadol'],
  ['tramadol; 5/10 pain'],
  ['on 11/12 tramadol was refilled'],
  ['50% relief'],
  ['tramadol #60'],
  ['L4-5 and 12 visits'],
  [''],
];

function shown(text: string): string[] {
  return strengthsIn(text, builtInVocabulary()).map(({ drugs, name, amounts, unit, isRange, perDay, isFurther }) => {
    const drug = drugs.length > 0 ? drugs.join('+') : `"${name}"`;
    const words = [
      drug,
      amounts.join(isRange ? '-' : '/'),
      unit,
      perDay ? 'a day' : null,
      isFurther ? 'further' : null,
    ];
    return words.filter(word => word !== null).join(' ');
  });
}

describe('strengths', () => {
  for (const [text, ...expected] of table) {
    it(text || 'no text', () => assert.deepEqual(shown(text), expected));
  }

  it('tells where they stand', () => {
    const text = 'Norco 10/325 mg #60, gabapentin 300mg';
    const spans = strengthsIn(text, builtInVocabulary()).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ['10/325 mg', '300mg']);
  });

  it('are read in a time that grows with the text', () => {
    assertLinear(['1', '1/', '1.1', 'norco 5/325 and ', '5% ', '10 mg, ', 'tramadol (', '1,111'], text =>
      strengthsIn(text, builtInVocabulary()),
    );
  });
});
