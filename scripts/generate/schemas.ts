import { z } from 'zod';
import { catalogueSchema } from '../../server/src/core/catalogue/schema';
import { configSchema } from '../../server/src/core/config/schema';
import { namesSchema } from '../../server/src/core/privacy/schema';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { profileSchema } from '../../server/src/core/profile/schema';
import { vocabularyFileSchema } from '../../server/src/core/vocabulary/schema';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** JSON schemas with which editors complete and check the files of a workspace. */
export function outputs(): Record<string, string> {
  const schemas = {
    config: withProfiles(jsonSchema(configSchema)),
    catalogue: jsonSchema(catalogueSchema),
    profile: extensible(jsonSchema(profileSchema)),
    vocabulary: jsonSchema(vocabularyFileSchema),
    names: jsonSchema(namesSchema),
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `server/data/schemas/${name}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
}

export function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
}

function withProfiles(schema: JsonSchema): JsonSchema {
  const profile = schema.properties?.['profile'];
  if (typeof profile !== 'object') throw new Error('The configuration has no profile');
  profile.examples = builtInProfiles.map(({ id }) => id);
  return schema;
}

/** A profile that extends another says only what differs: nothing is required of it, at the top or in its objects. */
function extensible(schema: JsonSchema): JsonSchema {
  const { required = [], ...rest } = schema;
  for (const property of Object.values(rest.properties ?? {})) withoutRequired(property);
  return { ...rest, if: { required: ['extends'] }, else: { required } };
}

function withoutRequired(schema: boolean | JsonSchema | undefined): void {
  if (typeof schema !== 'object') return;
  delete schema.required;
  for (const property of Object.values(schema.properties ?? {})) withoutRequired(property);
  for (const choice of schema.anyOf ?? []) withoutRequired(choice);
}
