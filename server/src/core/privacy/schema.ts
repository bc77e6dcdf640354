import * as z from 'zod';

/** The file in which a workspace lists names that must not stand in its letters. */

const names = z.array(z.string().trim().min(2).max(100)).max(500).optional();

export const namesSchema = z
  .strictObject({
    $schema: z.string().max(1000).optional(),
    workers: names.describe('The persons whose treatment the letters are about, as "First Last".'),
    physicians: names.describe('Physicians and other providers, as "First Last".'),
    employers: names.describe('Employers, insurers, clinics: each name as letters may write it.'),
    others: names.describe('Anyone else.'),
  })
  .describe(
    'Names that must not stand in a letter. Keep this file out of version control: it is never copied or logged.',
  );
