import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Problem } from '../../platform/api.js';
import { forgetDeviceOfOthers, whenForgotten } from '../../platform/device-data.js';
import { readyWithoutNetwork } from '../../platform/device-store.js';
import { municipalitiesWith } from '../../platform/memberships.js';
import { carBox, type KeptKit } from './car-device.js';

const kitQuery = (account: string, municipality: string) => ({
  queryKey: ['planner', municipality, 'car-kit', account],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const kit = await api.get<CarKit>(`/planner/${encodeURIComponent(municipality)}/car-kit`, { signal });
    await carBox.keepKit({ municipality: kit.municipality, account, savedAt: new Date().toISOString(), kit });
    readyWithoutNetwork('/arbete/bilen');
    return kit;
  },
  staleTime: 5 * 60_000,
});

interface Carried {
  /** Whose device data it is: the session's, or without a network that of the kits that lie here. */
  account: string | null;
  /** Null until it is known what lies here. */
  kits: readonly CarKit[] | null;
  /** Why something could not be read anew. */
  error: Problem | null;
  retry: () => void;
}

/**
 * What is carried along: read anew where there is a network, else as it lies on the device.
 * @param session undefined while nobody knows, null when nobody is signed in
 */
export function useCarKits(session: Session | null | undefined): Carried {
  const [kept, setKept] = useState<readonly KeptKit[] | null>(null);
  const account = session?.accountId;

  useEffect(() => {
    let isHere = true;
    if (account !== undefined) forgetDeviceOfOthers(account);
    const found = session === null ? carBox.dropKits().then(() => []) : carBox.kits(Date.now());
    void found
      .catch(() => [])
      .then((all) => {
        if (isHere) setKept(all.filter((each) => account === undefined || each.account === account));
      });
    return () => {
      isHere = false;
    };
  }, [session, account]);

  const places = session ? municipalitiesWith(session, ['police-officer']) : [];
  const isPolice = places.length > 0;
  const queries = useQueryClient();
  useEffect(
    () =>
      whenForgotten(() => {
        setKept([]);
        void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[2] === 'car-kit' });
      }),
    [queries],
  );

  const { fresh, isFailed, error, retry } = useQueries({
    queries: places.map(({ slug }) => kitQuery(account ?? '', slug)),
    combine: (results) => ({
      fresh: results.flatMap(({ data }) => (data ? [data] : [])),
      isFailed: results.some(({ error, fetchStatus }) => error !== null || fetchStatus === 'paused'),
      error: results.find((each) => each.error !== null)?.error ?? null,
      retry: () => {
        for (const result of results) void result.refetch();
      },
    }),
  });

  if (kept === null) return { account: account ?? null, kits: null, error, retry };
  const older = kept
    .map(({ kit }) => kit)
    .filter((kit) => !fresh.some((each) => each.municipality === kit.municipality));
  const kits = [...fresh, ...older];
  const isComing = kits.length === 0 && isPolice && !isFailed;
  return {
    account: account ?? (session === null ? null : (kept[0]?.account ?? null)),
    kits: isComing ? null : kits,
    error,
    retry,
  };
}
