import type { FieldFault } from '../problem/refused.js';

/** Names that reach an object's prototype. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 16;
const unstorable = /[\0\p{Surrogate}]/u;

/** Whether a text can be stored and shown: no NUL (PostgreSQL has none) and no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !unstorable.test(text);
}

/** The faults of texts and names anywhere in a value that came from outside. */
export function textFaults(value: unknown, field = '', depth = 0): FieldFault[] {
  if (typeof value === 'string') return isStorableText(value) ? [] : [{ field, code: 'forbiddenCharacters' }];
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= deepest) return [{ field, code: 'tooDeep' }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textFaults(item, `${field}[${i}]`, depth + 1));
  return Object.entries(value).flatMap(([name, member]) => {
    const path = joinField(field, name.replace(/[\0\p{Surrogate}]/gu, '\uFFFD'));
    if (!isStorableText(name)) return [{ field: path, code: 'forbiddenCharacters' as const }];
    if (forbiddenNames.has(name)) return [{ field: path, code: 'forbiddenName' as const }];
    return textFaults(member, path, depth + 1);
  });
}

/** The path of a member: `details` and `hourBands` give `details.hourBands`, a list's `0` gives `details[0]`. */
export function joinField(parent: string, name: string): string {
  if (/^\d+$/.test(name) && parent !== '') return `${parent}[${name}]`;
  return parent === '' ? name : `${parent}.${name}`;
}
