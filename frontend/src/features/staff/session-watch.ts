import type { Session } from '@lofteskartan/shared/contracts/staff';
import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Problem } from '../../platform/api.js';
import { sessionQuery } from '../../platform/session.js';

const sessionHash = hashKey(sessionQuery.queryKey);

const isSessionOver = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'session.required';

/**
 * Notices when the server no longer knows the session, in whichever read or write that happens, and forgets it.
 * @returns true once that has happened on this visit
 */
export function useSessionWatch(): boolean {
  const queries = useQueryClient();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const lose = (error: unknown) => {
      if (!isSessionOver(error) || !queries.getQueryData(sessionQuery.queryKey)) return;
      setOver(true);
      queries.setQueryData(sessionQuery.queryKey, null);
    };
    const isIn = () => (queries.getQueryData<Session | null>(sessionQuery.queryKey) ?? null) !== null;
    let wasSignedIn = isIn();
    const stopReads = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      const { action } = event;
      if (action.type === 'error') lose(action.error);
      if (action.type !== 'success' || event.query.queryHash !== sessionHash) return;
      const isSignedIn = isIn();
      // Signing out is no loss: that puts the answer there by hand.
      if (wasSignedIn && !isSignedIn && !action.manual) setOver(true);
      wasSignedIn = isSignedIn;
    });
    const stopWrites = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') lose(event.action.error);
    });
    return () => {
      stopReads();
      stopWrites();
    };
  }, [queries]);
  return isOver;
}

/** Forgets what only staff may see, once nobody is signed in and nothing of it is on the page. */
export function useForgetWhenSignedOut(isSignedOut: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (isSignedOut)
      queries.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  }, [queries, isSignedOut]);
}
