import { type JsonSchema, schemasPointer } from './json-schema.js';

/** Values for formats that have no example of their own. */
const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-11-22T09:30:00Z',
  date: '2026-11-22',
  uuid: '0b9d6c1e-6f0a-4d55-9a57-2f4f3f6f1c11',
  email: 'namn@exempel.se',
  uri: 'https://www.ale.se',
  url: 'https://www.ale.se',
};

/** A value that a schema accepts, made of the examples in it. */
export function exampleOf(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
  depth = 0,
): unknown {
  if (schema.examples) return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.$ref)
    return exampleOf(schemas[schema.$ref.slice(schemasPointer.length)] ?? {}, schemas, depth + 1);
  const choice = (schema.oneOf ?? schema.anyOf ?? schema.allOf)?.[0];
  if (choice) return exampleOf(choice, schemas, depth);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return exampleObject(schema, schemas, depth);
    case 'array':
      return exampleList(schema, schemas, depth);
    case 'string':
      return schema.format && byFormat[schema.format]
        ? byFormat[schema.format]
        : 'text'.padEnd(schema.minLength ?? 0, '-');
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function exampleObject(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
  depth: number,
): unknown {
  const required = new Set(schema.required);
  // Deep down only what must be there, so that an example ends.
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => depth < 3 || required.has(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, schemas, depth + 1)]));
}

function exampleList(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
  depth: number,
): unknown[] {
  if (schema.prefixItems) return schema.prefixItems.map((item) => exampleOf(item, schemas, depth + 1));
  const count = schema.minItems ?? (depth < 4 ? 1 : 0);
  const item = typeof schema.items === 'object' ? schema.items : {};
  return Array.from({ length: count }, () => exampleOf(item, schemas, depth + 1));
}
