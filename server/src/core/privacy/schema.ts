import * as z from 'zod/mini';

/** The file in which a workspace lists names that must not stand in its letters. */

const names = z.optional(z.array(z.string().check(z.trim(), z.minLength(2), z.maxLength(100))).check(z.maxLength(500)));

export const namesSchema = z
  .strictObject({
    $schema: z.optional(z.string().check(z.maxLength(1000))),
    workers: names.check(z.describe('The persons whose treatment the letters are about, as "First Last".')),
    physicians: names.check(z.describe('Physicians and other providers, as "First Last".')),
    employers: names.check(z.describe('Employers, insurers, clinics: each name as letters may write it.')),
    others: names.check(z.describe('Anyone else.')),
  })
  .check(
    z.describe(
      'Names that must not stand in a letter. Keep this file out of version control: it is never copied or logged.',
    ),
  );
