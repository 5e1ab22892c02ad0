import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useSyncExternalStore } from 'react';

/** A proposal that was sent from this device, with the secret that opens its page. */
export interface OwnProposal {
  reference: string;
  followToken: string;
  kind: ProposalKind;
  municipality: string;
  /** RFC 3339. */
  sentAt: string;
}

const KEY = 'lofteskartan.own-proposals';
const KEEPS = 50;
const NONE: readonly OwnProposal[] = [];
let read: { text: string | null; items: readonly OwnProposal[] } = { text: null, items: NONE };
const listeners = new Set<() => void>();

function isOwn(value: unknown): value is OwnProposal {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['reference', 'followToken', 'kind', 'municipality', 'sentAt'].every(
      (field) => typeof (value as Record<string, unknown>)[field] === 'string',
    )
  );
}

/** The proposals kept on this device, newest first. */
export function ownProposals(): readonly OwnProposal[] {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== read.text) {
      const stored: unknown = text === null ? [] : JSON.parse(text);
      read = { text, items: Array.isArray(stored) ? stored.filter(isOwn) : NONE };
    }
    return read.items;
  } catch {
    return NONE;
  }
}

/** False when the device would not keep it (private window, full storage). */
function keep(items: readonly OwnProposal[]): boolean {
  try {
    if (items.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(items.slice(0, KEEPS)));
    return true;
  } catch {
    return false;
  } finally {
    for (const listener of listeners) listener();
  }
}

/** Keeps the way back to a proposal on this device. */
export function keepOwnProposal(own: OwnProposal): boolean {
  return keep([own, ...ownProposals().filter(({ reference }) => reference !== own.reference)]);
}

/** Forgets one on this device; the proposal itself stays where it is. */
export function forgetOwnProposal(reference: string): void {
  keep(ownProposals().filter((own) => own.reference !== reference));
}

/** Forgets all on this device: for a borrowed phone or a library's computer. */
export function forgetOwnProposals(): void {
  keep(NONE);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab may have sent or forgotten one.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function useOwnProposals(): readonly OwnProposal[] {
  return useSyncExternalStore(subscribe, ownProposals, () => NONE);
}

/** The address of the sender's own page. The token stands behind `#`, so it never reaches a server or its logs. */
export function followAddress({
  municipality,
  reference,
  followToken,
}: Omit<OwnProposal, 'kind' | 'sentAt'>): string {
  return `/${municipality}/folj/${reference}#${followToken}`;
}
