import type { Type } from '@nestjs/common';
import { classDescription, fieldDescriptions } from '@lofteskartan/shared/describe';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { type JsonSchema, namesIn, orNull, schemasPointer } from './json-schema.js';

type Converters = NonNullable<Parameters<typeof validationMetadatasToSchemas>[0]>['additionalConverters'];

const number = '-?\\d{1,15}(\\.\\d{1,15})?';
const numbers = (count: number): JsonSchema => ({
  type: 'string',
  pattern: `^${Array.from({ length: count }, () => number).join(',')}$`,
});

/** How the contract's own validators, and those that OpenAPI 3.1 says better, look as schemas. */
const converters: Record<string, JsonSchema> = {
  isPosition: {
    type: 'array',
    prefixItems: [
      { type: 'number', minimum: -180, maximum: 180 },
      { type: 'number', minimum: -90, maximum: 90 },
    ],
    minItems: 2,
    maxItems: 2,
  },
  isPositionText: numbers(2),
  isBoxText: numbers(4),
  isBox: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
  isLink: { type: 'string', format: 'uri', maxLength: 500 },
  isIso8601: { type: 'string', format: 'date-time' },
};

/**
 * The schemas of the classes that are named and of all that they refer to, by class name, from their class-validator
 * decorators and `@Describe`.
 * @param roots the classes that routes take and answer with
 * @param sent those of them that callers send: there, an optional field may also be null
 */
export function contractSchemas(
  roots: readonly Type<object>[],
  sent: readonly Type<object>[],
): Record<string, JsonSchema> {
  const generated = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: schemasPointer,
    additionalConverters: converters as Converters,
  }) as Record<string, JsonSchema>;
  const known = new Map(knownClasses().map((each) => [each.name, each]));
  for (const root of roots) known.set(root.name, root);
  const fromCallers = reachable(sent, known, generated);
  const schemas: Record<string, JsonSchema> = {};
  for (const contract of reachable(roots, known, generated)) {
    schemas[contract.name] = schemaOf(contract, generated[contract.name], fromCallers.has(contract));
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** class-validator lists the classes that it knows only in a private member. */
function knownClasses(): Type<object>[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<Type<object>, unknown>;
  };
  return [...validationMetadatas.keys()];
}

function reachable(
  roots: readonly Type<object>[],
  known: ReadonlyMap<string, Type<object>>,
  generated: Record<string, JsonSchema>,
): Set<Type<object>> {
  const found = new Set<Type<object>>();
  const waiting = [...roots];
  for (let contract = waiting.pop(); contract; contract = waiting.pop()) {
    if (found.has(contract)) continue;
    found.add(contract);
    for (const name of namesIn(schemaOf(contract, generated[contract.name], false))) {
      const next = known.get(name);
      if (!next) throw new Error(`${contract.name} refers to ${name}, which is no class of the contract`);
      waiting.push(next);
    }
  }
  return found;
}

function schemaOf(contract: Type<object>, generated: JsonSchema | undefined, sent: boolean): JsonSchema {
  const descriptions = fieldDescriptions(contract);
  const optional = optionalFields(contract);
  const fields = Object.entries(generated?.properties ?? {}).map(([name, derived]): [string, JsonSchema] => {
    const { description, example, format, schema, nullable } = descriptions.get(name) ?? {};
    const own: JsonSchema = {
      ...(description ? { description } : {}),
      ...(schema ?? withoutDefinedness(derived)),
      ...(format ? { format } : {}),
      ...(example === undefined ? {} : { examples: [example] }),
    };
    return [name, nullable || (sent && optional.has(name)) ? orNull(own) : own];
  });
  const description = classDescription(contract);
  return {
    type: 'object',
    ...(description ? { description } : {}),
    properties: Object.fromEntries(fields),
    required: fields.flatMap(([name]) => (optional.has(name) ? [] : [name])),
    additionalProperties: false,
  };
}

/** `@IsDefined()` says "not null" beside a type that says so already. */
function withoutDefinedness(schema: JsonSchema): JsonSchema {
  const { not, ...rest } = schema;
  return not && not.type !== 'null' ? schema : rest;
}

function optionalFields(contract: Type<object>): Set<string> {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(contract, '', false, false);
  return new Set(metadata.flatMap((each) => (each.name === 'isOptional' ? [each.propertyName] : [])));
}
