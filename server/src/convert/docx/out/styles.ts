import {
  AlignmentType,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IPropertiesOptions,
  LevelFormat,
} from 'docx';
import type { House, Printed } from '../../../core/printed/printed';

/* How the parts of a letter look in Word. Sizes in half points and twentieths of a point, as Word counts. */

/** Names of the styles of our own. */
export const styles = {
  label: 'FieldLabel',
  decision: 'Decision',
  // The library has a paragraph style by the name that Word has for this.
  strong: 'LetterStrong',
  emphasis: 'Emphasis',
  letterhead: 'Letterhead',
  cell: 'HeaderCell',
};

export const bullets = 'letter-bullets';

const fonts = { serif: 'Times New Roman', sans: 'Arial' } as const;

const pages = {
  letter: { width: 12240, height: 15840 },
  a4: { width: 11906, height: 16838 },
} as const;

export function pageOf({ page, margins }: House) {
  const { top, right, bottom, left } = margins;
  return {
    size: pages[page],
    margin: {
      top: convertMillimetersToTwip(top),
      right: convertMillimetersToTwip(right),
      bottom: convertMillimetersToTwip(bottom),
      left: convertMillimetersToTwip(left),
    },
  };
}

/** Width between the margins, in twentieths of a point. */
export function textWidth(house: House): number {
  const { size, margin } = pageOf(house);
  return size.width - margin.left - margin.right;
}

export function stylesOf({ house, language }: Printed): NonNullable<IPropertiesOptions['styles']> {
  const size = Math.round(house.size * 2);
  const font = fonts[house.font];
  const heading = { bold: true, color: 'auto', font, size };
  const small = Math.max(size - 4, 14);
  return {
    default: {
      document: {
        run: { font, size, sizeComplexScript: size, language: { value: language } },
        paragraph: { spacing: { after: 120 } },
      },
      heading1: {
        run: { ...heading, size: size + 2 },
        paragraph: { keepNext: true, keepLines: true, alignment: AlignmentType.CENTER, spacing: { before: 240 } },
      },
      heading2: {
        run: heading,
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 240 } },
      },
    },
    paragraphStyles: [
      {
        id: styles.letterhead,
        name: 'Letterhead',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { size: small },
        paragraph: { spacing: { after: 0 } },
      },
      { id: styles.cell, name: 'Header Cell', basedOn: 'Normal', paragraph: { spacing: { before: 20, after: 20 } } },
    ],
    characterStyles: [
      { id: styles.label, name: 'Field Label', run: { bold: true } },
      { id: styles.decision, name: 'Decision', run: { bold: true, underline: {} } },
      { id: styles.strong, name: 'Letter Strong', run: { bold: true } },
      { id: styles.emphasis, name: 'Emphasis', run: { italics: true } },
    ],
  };
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '\u2022',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 720, hanging: 360 } } },
        },
      ],
    },
  ],
};
