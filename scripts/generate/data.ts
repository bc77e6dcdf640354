import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { profileSchema } from '../../server/src/core/profile/schema';

/** The built-in data, validated and with its defaults filled in, so that nothing is validated at run time. */
export function outputs(): Record<string, string> {
  return compiled('server/data/profiles', 'server/data/built-in/profiles.json', profileSchema);
}

function compiled(folder: string, path: string, schema: z.ZodType): Record<string, string> {
  const values = readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => {
      const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.success) throw new Error(`${folder}/${name}: ${parsed.error.message}`);
      return parsed.data;
    });
  return { [path]: `${JSON.stringify(values)}\n` };
}
