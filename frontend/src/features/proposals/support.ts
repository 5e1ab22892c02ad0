import type { SupportProposal } from '@lofteskartan/shared/contracts/contacts';
import type { PublicProposal, SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, newKey } from '../../platform/api.js';

const KEY = 'lofteskartan.supported';
const KEEPS = 500;
let read: { text: string | null; references: ReadonlySet<string> } = { text: null, references: new Set() };
const listeners = new Set<() => void>();
/** One key for each intention: a second press after a lost answer is the same support. */
const keys = new Map<string, string>();

/** Sends a support, with the same key until an answer has come. */
async function send(reference: string, body: SupportProposal): Promise<SupportReceipt> {
  const intention = `${reference} ${body.contact?.email ?? ''}`;
  const idempotencyKey = keys.get(intention) ?? newKey();
  keys.set(intention, idempotencyKey);
  const path = `/proposals/${encodeURIComponent(reference)}/support`;
  const receipt = await api.post<SupportReceipt>(path, body, { idempotencyKey });
  keys.delete(intention);
  return receipt;
}

function supported(): ReadonlySet<string> {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== read.text) {
      const stored: unknown = text === null ? [] : JSON.parse(text);
      read = { text, references: new Set(Array.isArray(stored) ? stored.map(String) : []) };
    }
  } catch {
    // What cannot be read is what was given since the page was opened.
  }
  return read.references;
}

function remember(reference: string): void {
  const references = [...supported(), reference].slice(-KEEPS);
  const text = JSON.stringify(references);
  read = { text, references: new Set(references) };
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // The server knows this device by its cookie and counts once in any case.
  }
  for (const listener of listeners) listener();
}

/** The proposals that this device remembers having supported. */
export function useSupported(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    supported,
    supported,
  );
}

type Counted = Pick<PublicProposal, 'reference' | 'supportCount'>;

const isCounted = (value: object): value is Counted => 'reference' in value && 'supportCount' in value;

/** The same data with another count for one proposal, wherever in it that stands: a list, its pages, a story. */
function withCount(data: unknown, reference: string, count: (before: number) => number): unknown {
  if (Array.isArray(data)) return data.map((each: unknown) => withCount(each, reference, count));
  if (typeof data !== 'object' || data === null) return data;
  if (isCounted(data))
    return data.reference === reference ? { ...data, supportCount: count(data.supportCount) } : data;
  if ('pages' in data) return { ...data, pages: withCount(data.pages, reference, count) };
  return 'items' in data ? { ...data, items: withCount(data.items, reference, count) } : data;
}

function changeCount(queries: QueryClient, reference: string, count: (before: number) => number): void {
  queries.setQueriesData<unknown>({ queryKey: ['proposals'] }, (data: unknown) =>
    withCount(data, reference, count),
  );
}

/** "Jag också": counts at once, and takes the count back when the server did not get it. */
export function useSupport(reference: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: ['support', reference],
    mutationFn: () => send(reference, {}),
    onMutate: () => {
      changeCount(queries, reference, (before) => before + 1);
    },
    onError: () => {
      changeCount(queries, reference, (before) => before - 1);
    },
    onSuccess: ({ supportCount }) => {
      remember(reference);
      changeCount(queries, reference, () => supportCount);
    },
  });
}

/** The answers by mail for somebody who is counted already. The address is not kept on the device. */
export function useSupportByMail(reference: string) {
  return useMutation({ mutationFn: (email: string) => send(reference, { contact: { email } }) });
}
