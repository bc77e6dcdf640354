import assert from 'node:assert/strict';
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { issueWords } from '../../server/src/core/config/issueWords';

const schema = z.strictObject({
  text: z.optional(z.string().check(z.minLength(2), z.maxLength(4))),
  form: z.optional(z.string().check(z.regex(/^[a-z]+$/))),
  number: z.optional(z.number().check(z.int(), z.minimum(2), z.maximum(4))),
  more: z.optional(z.number().check(z.gt(2), z.lt(4))),
  list: z.optional(z.array(z.boolean()).check(z.minLength(2), z.maxLength(3))),
  word: z.optional(z.enum(['one', 'other'])),
  version: z.optional(z.literal(1)),
  either: z.optional(z.union([z.string(), z.number()])),
  names: z.optional(z.record(z.string().check(z.regex(/^[a-z]+$/)), z.string())),
  inner: z.optional(z.strictObject({ text: z.string() })),
});

describe('the words for a value that a schema does not take', () => {
  const wrong: Record<string, unknown> = {
    'a type': { text: 5, number: 'x', list: {}, inner: [], names: null, form: true },
    'a text too short': { text: 'a' },
    'a text too long': { text: 'abcde' },
    'a form': { form: 'A' },
    'a number too small': { number: 1, more: 2 },
    'a number too big': { number: 5, more: 4 },
    'a fraction': { number: 2.5 },
    'a list too short': { list: [true] },
    'a list too long': { list: [true, true, true, false] },
    'another word': { word: 'third', version: 2 },
    'none of several': { either: true },
    'a wrong name': { names: { A: 'x' } },
    'a missing field': { inner: {} },
    'no object': 5,
  };
  for (const [what, value] of Object.entries(wrong)) {
    it(`are those of zod in English: ${what}`, () => {
      const messages = (localeError: typeof issueWords) => {
        const before = z.config().localeError;
        z.config({ localeError });
        try {
          return schema.safeParse(value).error?.issues.map(({ message }) => message);
        } finally {
          z.config({ localeError: before });
        }
      };
      const own = messages(issueWords);
      assert.deepEqual(own, messages(en().localeError as typeof issueWords));
      assert.ok(own && own.length > 0);
    });
  }
});
