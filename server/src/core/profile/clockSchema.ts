import * as z from 'zod/mini';

/** How long a letter may take, and which days do not count. */

const text = z.string().check(z.minLength(1), z.maxLength(2000));

const clockDays = {
  days: z.number().check(z.int(), z.positive(), z.maximum(3650)),
  workingDays: z._default(z.boolean(), false).check(z.describe('True if weekends and holidays do not count.')),
};

const holiday = z
  .union([
    z.strictObject({
      month: z.number().check(z.int(), z.minimum(1), z.maximum(12)),
      day: z.number().check(z.int(), z.minimum(1), z.maximum(31)),
    }),
    z.strictObject({
      month: z.number().check(z.int(), z.minimum(1), z.maximum(12)),
      weekday: z.number().check(z.int(), z.minimum(0), z.maximum(6), z.describe('0 is Sunday.')),
      nth: z
        .number()
        .check(z.int(), z.minimum(-1), z.maximum(4), z.describe('1 is the first of the month, -1 the last.')),
      plus: z._default(z.number().check(z.int(), z.minimum(0), z.maximum(6)), 0).check(z.describe('Days after it.')),
    }),
  ])
  .check(z.describe('The same day of the month every year, or a weekday such as the last Monday of May.'));

export const clock = z.strictObject({
  ...clockDays,
  from: text.check(z.describe('The header role whose date starts the clock; a letter without it is not judged.')),
  tracks: z
    ._default(
      z
        .array(
          z.strictObject({
            role: text.check(z.describe('A header role, such as "priority".')),
            value: text.check(z.describe('The word that the header must hold there.')),
            ...clockDays,
          }),
        )
        .check(z.maxLength(10)),
      [],
    )
    .check(z.describe('Other periods for some letters; the first that fits holds.')),
  holidays: z._default(z.array(holiday).check(z.maxLength(40)), []),
  source: z._default(z.string().check(z.maxLength(200)), '').check(z.describe('Where the periods are laid down.')),
});
