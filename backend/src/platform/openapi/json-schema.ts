/** A JSON Schema (2020-12) as OpenAPI 3.1 holds it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly $ref?: string;
  readonly [keyword: string]: unknown;
}

/** Where the document keeps the schemas of the contract. */
export const schemasPointer = '#/components/schemas/';

/** The schema that a class of the contract has in the document. */
export function refTo(name: string): JsonSchema {
  return { $ref: `${schemasPointer}${name}` };
}

/** The names of the classes that a schema refers to, at any depth. */
export function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  return Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) =>
    keyword === '$ref' && typeof value === 'string' && value.startsWith(schemasPointer)
      ? [value.slice(schemasPointer.length)]
      : namesIn(value),
  );
}

/** The same schema, but null is right too. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { description, examples, ...rest } = schema;
  const about = { ...(description ? { description } : {}), ...(examples ? { examples } : {}) };
  if (allowsNull(rest)) return schema;
  if (typeof rest.type === 'string' && !rest.$ref && !rest.oneOf && !rest.anyOf) {
    return {
      ...about,
      ...rest,
      type: [rest.type, 'null'],
      ...(rest.enum ? { enum: [...rest.enum, null] } : {}),
    };
  }
  return { ...about, anyOf: [rest, { type: 'null' }] };
}

function allowsNull(schema: JsonSchema): boolean {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return (
    types.includes('null') ||
    (schema.enum?.includes(null) ?? false) ||
    (schema.anyOf?.some(allowsNull) ?? false)
  );
}
