import * as z from 'zod/mini';
import { t } from '../words/translate';

/** A law whose sections letters name. */

const text = z.string().check(z.minLength(1), z.maxLength(2000));

export const law = z.strictObject({
  title: text.check(z.describe('Short name, as shown: "45 CFR".')),
  names: z
    .array(text)
    .check(
      z.minLength(1),
      z.maxLength(40),
      z.describe('How a letter names it right before the number of a section; case does not matter.'),
    ),
  address: z.string().check(
    z.maxLength(500),
    z.regex(/^https:\/\/[a-z0-9.-]+\/[^\s{}]*\{section\}[^\s{}]*$/i, {
      error: () => t('an https address with {section} in it'),
    }),
    z.describe('Where the public reads a section: {section} stands for its number.'),
  ),
  dot: z
    ._default(z.string().check(z.maxLength(3), z.regex(/^[.\w-]*$/)), '.')
    .check(z.describe('What stands for a dot of the number in the address.')),
  hyphens: z
    ._default(z.boolean(), false)
    .check(z.describe('True if numbers of sections hold hyphens; else one makes a range.')),
});
