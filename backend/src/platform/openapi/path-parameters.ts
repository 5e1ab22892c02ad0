import { REFERENCE_PATTERN } from '@lofteskartan/shared/vocabulary';
import type { JsonSchema } from './json-schema.js';

/** What the names in braces stand for. */
const byName: Readonly<Record<string, JsonSchema & { description: string }>> = {
  reference: {
    description: 'The number of a proposal.',
    type: 'string',
    pattern: REFERENCE_PATTERN.source,
    examples: ['ALE-7K3F9'],
  },
  slug: { description: 'The name in addresses.', type: 'string', examples: ['ale'] },
};

/** The parameters in a path, in order, with their schemas. */
export function pathParameters(path: string): { name: string; description: string; schema: JsonSchema }[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const uuid = /^id$|Id$/.test(name);
    const known = byName[name] ?? {
      description: uuid ? 'The id, a UUID.' : 'A name.',
      type: 'string',
      ...(uuid ? { format: 'uuid' } : {}),
    };
    const { description, ...schema } = known;
    return { name, description, schema };
  });
}
