import * as z from 'zod/mini';
import { t } from '../words/translate';

/** How a house's letters look on paper. */

const millimetres = z.number().check(z.minimum(5), z.maximum(80));
const line = z.string().check(z.minLength(1), z.maxLength(200));

const margins = z.strictObject({
  top: z._default(millimetres, 25),
  right: z._default(millimetres, 25),
  bottom: z._default(millimetres, 25),
  left: z._default(millimetres, 25),
});

const houseShape = z.strictObject({
  organisation: z
    ._default(z.nullable(line), null)
    .check(z.describe("Name of the house in a document's properties; null where it is the profile's organisation.")),
  letterhead: z
    ._default(z.array(line).check(z.maxLength(10)), [])
    .check(z.describe('Lines above the letter on its first page; none where the letter begins with its header.')),
  table: z
    ._default(z.array(z.array(line).check(z.minLength(1), z.maxLength(2))).check(z.maxLength(50)), [])
    .check(
      z.describe(
        'Lines of the header table of a letter in plain text: the labels of one or two fields. Other fields have a line each.',
      ),
    ),
  page: z._default(z.enum(['letter', 'a4']), 'letter').check(z.describe('Size of the paper.')),
  margins: z
    ._default(margins, { top: 25, right: 25, bottom: 25, left: 25 })
    .check(z.describe('Margins of a page in millimetres.')),
  font: z._default(z.enum(['serif', 'sans']), 'serif').check(z.describe('Face of the text.')),
  size: z._default(z.number().check(z.minimum(8), z.maximum(16)), 12).check(z.describe('Size of the text in points.')),
  language: z
    ._default(
      z
        .string()
        .check(z.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/, { error: () => t('a language such as en-US') })),
      'en-US',
    )
    .check(z.describe('Language of the letters, as documents name it: "en-US".')),
});

export const house = z._default(houseShape, {
  organisation: null,
  letterhead: [],
  table: [],
  page: 'letter',
  margins: { top: 25, right: 25, bottom: 25, left: 25 },
  font: 'serif',
  size: 12,
  language: 'en-US',
});
