import { LIMITS } from '@lofteskartan/shared/vocabulary';
import type { Code, FieldCode } from '../platform/problem/codes.js';

/** The filters and the order of a view: which page somebody was on is no part of it. */
export function keptFilters(given: string): string {
  const kept = new URLSearchParams(given);
  kept.delete('limit');
  kept.delete('cursor');
  return kept.toString();
}

/** Why a person may not keep a view among their own, or null. Names that differ in case alone are the same name. */
export function viewFault(
  own: readonly { readonly id: string; readonly name: string }[],
  { id, name }: { readonly id?: string; readonly name: string },
): Code | null {
  const others = own.filter((each) => each.id !== id);
  if (others.some((each) => each.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv')))
    return 'view.exists';
  return others.length >= LIMITS.viewsPerPerson ? 'view.tooMany' : null;
}

/** Why an order is none of a person's views, or null: it names each of them once. */
export function orderFault(own: readonly string[], ids: readonly string[]): FieldCode | null {
  if (ids.some((id) => !own.includes(id))) return 'notFound';
  if (new Set(ids).size !== ids.length) return 'notUnique';
  return ids.length === own.length ? null : 'tooFew';
}
