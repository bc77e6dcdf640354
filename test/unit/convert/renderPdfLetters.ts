import { readFileSync } from 'node:fs';
import type { ConvertAnswer, Fonts } from '../../../server/src/convert/messages';
import type { House, Printed, PrintedBlock, PrintedRow, Run } from '../../../server/src/core/printed/printed';

/* Printed letters made by hand, and what the tests of the PDF files have in common. */

const span = { start: 0, end: 0 };

export const house: House = {
  organisation: 'Example Review Services',
  letterhead: ['Example Review Services', '100 Review Street, Exampletown'],
  page: 'letter',
  margins: { top: 25, right: 25, bottom: 25, left: 25 },
  font: 'serif',
  size: 11,
};

export function letterOf(blocks: readonly PrintedBlock[], more: Partial<Printed> = {}): Printed {
  return { house, language: 'en', title: 'Review CM16-0000001', caseNumber: 'CM16-0000001', blocks, ...more };
}

export const run = (text: string, look: Omit<Run, 'text'> = {}): Run => ({ text, ...look });
export const paragraph = (...runs: Run[]): PrintedBlock => ({ span, kind: 'paragraph', runs });
export const heading = (text: string): PrintedBlock => ({ span, kind: 'heading', runs: [run(text)] });
export const title = (text: string, decision: string): PrintedBlock => ({
  span,
  kind: 'title',
  runs: [run(text)],
  decision: decision === '' ? [] : [run(decision)],
});
export const field = (label: string, ...runs: Run[]): PrintedBlock => ({ span, kind: 'field', label, runs });
export const list = (...items: string[]): PrintedBlock => ({
  span,
  kind: 'list',
  items: items.map(text => [run(text)]),
});
export const header = (...pairs: (readonly [label: string, value: string])[]): PrintedBlock => ({
  span,
  kind: 'header',
  rows: pairs.map(([label, value]): PrintedRow => ({ span, label, value: [run(value)] })),
});

const history =
  'The worker is a 47-year-old woman whose right wrist began to hurt in the spring, when she sorted parcels by hand. ' +
  'Splints, rest and a course of exercises under guidance helped for some weeks. Grip strength was measured twice and ' +
  'came to four fifths of the other side; sensation in the thumb was “somewhat less” on both days. ';

/** Every kind of block, on about three pages. */
export const letter = letterOf([
  header(
    ['Case Number', 'CM16-0000001'],
    ['Date of Injury', '03/14/2016'],
    ['Denial Date', '10/03/2016'],
    ['Application Received', '10/11/2016'],
    ['Priority', 'Standard'],
  ),
  heading('HOW THE REVIEW WAS MADE'),
  paragraph(
    run('An expert reviewer with '),
    run('no connection', { emphasis: true }),
    run(' to the case read it all.'),
  ),
  paragraph(run('The reviewer has these credentials:')),
  field('State(s) of Licensure', run('[state]', { placeholder: true }), run(', and one more')),
  heading('SUMMARY OF THE CASE'),
  paragraph(run(history.repeat(3))),
  list('a nerve study – both hands, 04/02/2016', `an X-ray (normal). ${history}`, 'temperature ≤ 37 °C, 5 µg × 2'),
  heading('ISSUES, DECISIONS AND RATIONALES'),
  ...[
    'Wrist splint',
    'Physical therapy, 12 visits',
    'Injection of the right wrist',
    'Nerve study of both arms',
  ].flatMap((name, index) => [
    title(name, index % 2 === 0 ? 'Denied' : 'Allowed'),
    field('Guideline of the plan', run('Guide to Wrists, Second Edition, page 12.')),
    field('Decision rationale', run(history.repeat(2)), run('The request is medically necessary.', { strong: true })),
    paragraph(run(history)),
  ]),
]);

/** The fonts of letters, as the build copies them. */
export function fontsOf(family: 'tinos' | 'arimo'): Fonts {
  const face = (name: string) => {
    const file = `${family === 'tinos' ? 'Tinos' : 'Arimo'}_${name}.ttf`;
    return new Uint8Array(readFileSync(`node_modules/@expo-google-fonts/${family}/${name}/${file}`));
  };
  return {
    regular: face('400Regular'),
    bold: face('700Bold'),
    italic: face('400Regular_Italic'),
    boldItalic: face('700Bold_Italic'),
  };
}

export const fonts = fontsOf('tinos');

export function bytesOf(answer: ConvertAnswer): Uint8Array {
  if (answer.kind !== 'rendered') throw new Error(`Not rendered: ${JSON.stringify(answer)}`);
  return answer.bytes;
}
