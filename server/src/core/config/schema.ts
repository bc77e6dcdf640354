import * as z from 'zod/mini';
import { policies } from '../privacy/policy';
import { ruleSettings } from './ruleSchema';

/** What a team's `letters.config.json` may say, and what settings say alike. */

/** Of a file. */
export const path = z.string().check(z.minLength(1), z.maxLength(1000));
export const profile = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(1000),
    z.describe('The program the letters belong to: the id of a profile, or the path of a profile file.'),
  );
export const organisation = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(200),
    z.describe('House name of the reviewing organisation in standard text, where it differs from the profile.'),
  );

export const wrap = z
  .union([
    z.enum(['join', 'keep']).check(
      z.meta({
        enumDescriptions: ['Each paragraph stands on one line.', 'The lines of a paragraph stay as they are.'],
      }),
    ),
    z.number().check(z.int(), z.minimum(40), z.maximum(400)),
  ])
  .check(
    z.describe(
      'What formatting makes of the lines of a paragraph: "join" puts them on one line, "keep" leaves them, a number breaks them before that column.',
    ),
  );

export const configSchema = z
  .strictObject({
    $schema: z.optional(z.string().check(z.maxLength(1000))),
    profile: z.optional(profile),
    organisation: z.optional(organisation),
    rules: z.optional(ruleSettings),
    format: z.optional(z.strictObject({ wrap: z.optional(wrap) })).check(z.describe('How letters are formatted.')),
    profiles: z
      .optional(z.array(path).check(z.maxLength(50)))
      .check(z.describe('Profile files that `profile` may name by their ids. Paths count from this file.')),
    catalogues: z
      .optional(z.array(path).check(z.maxLength(50)))
      .check(
        z.describe('Catalogue files that add to the built-in guidelines or replace some. Paths count from this file.'),
      ),
    vocabularies: z
      .optional(z.array(path).check(z.maxLength(50)))
      .check(
        z.describe(
          'Vocabulary files that add body parts, drugs, services, specialties and abbreviations, or words for those known. Paths count from this file.',
        ),
      ),
    policy: z
      .optional(z.enum(policies))
      .check(
        z.describe('What counts as identifying a person: "posted" lets ages and dates stay, "safe-harbor" does not.'),
      ),
    names: z
      .optional(path)
      .check(
        z.describe(
          'File that lists names which must not stand in a letter: worker, physicians, employer. Its path counts from this file. Keep it out of version control.',
        ),
      ),
  })
  .check(z.describe('How the letters of this folder and the folders below it are read and checked.'));

export type Config = z.infer<typeof configSchema>;
