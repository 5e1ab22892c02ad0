import type { Session } from '@lofteskartan/shared/contracts/staff';
import { type DefaultError, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Carried, DeviceBox } from './device-box.js';
import { forgetDeviceOfOthers, whenForgotten } from './device-data.js';
import { readyWithoutNetwork } from './device-store.js';

/** One thing as it lies on the device, found by its reference. */
export interface DeviceKit extends Carried {
  readonly reference: string;
}

/** How it is read, and what of it is carried along. Everything here is named outside the component: it never changes. */
export interface DeviceKitWays<Kit extends DeviceKit, Fresh> {
  readonly box: Pick<DeviceBox<Kit, never>, 'kits' | 'keepKit' | 'dropKits'>;
  readonly query: (reference: string) => UseQueryOptions<Fresh, DefaultError, Fresh, string[]>;
  readonly kitOf: (fresh: Fresh, account: string, now: number) => Kit;
  /** Whether this person writes something here, so that the page has to open without a network. */
  readonly mayWrite: (kit: Kit) => boolean;
  /** The path of the pages that then open. */
  readonly path: string;
}

export interface KitOnDevice<Kit> {
  /** Whose data lies on the device; null while nobody knows. */
  readonly account: string | null;
  /** Null when it is not here, undefined until that is known. */
  readonly kit: Kit | null | undefined;
  /** Why it could not be read anew. */
  readonly error: DefaultError | null;
  readonly retry: () => void;
}

/**
 * What a page for work without a network is about: read anew where there is a network, else as it lies on the device.
 * @param session undefined while nobody knows, null when nobody is signed in
 */
export function useDeviceKit<Kit extends DeviceKit, Fresh>(
  session: Session | null | undefined,
  reference: string,
  { box, query, kitOf, mayWrite, path }: DeviceKitWays<Kit, Fresh>,
): KitOnDevice<Kit> {
  const [kept, setKept] = useState<Kit | null | undefined>(undefined);
  const account = session?.accountId;
  const isSignedIn = account !== undefined;
  const queries = useQueryClient();
  const { data, error, fetchStatus, refetch } = useQuery({ ...query(reference), enabled: isSignedIn });

  useEffect(
    function readWhatLiesHere() {
      let isHere = true;
      if (account !== undefined) forgetDeviceOfOthers(account);
      const found = session === null ? box.dropKits().then(() => []) : box.kits(Date.now());
      void found
        .catch(() => [])
        .then((kits) => {
          const isOwn = (each: Kit) => account === undefined || each.account === account;
          const own = kits.find((each) => each.reference === reference && isOwn(each)) ?? null;
          // What the server said meanwhile is newer than what lay here.
          if (isHere) setKept((now) => (now && now.account === account ? now : own));
        });
      return () => {
        isHere = false;
      };
    },
    [session, account, reference, box],
  );
  useEffect(
    function carryAlong() {
      if (!data || account === undefined) return;
      const kit = kitOf(data, account, Date.now());
      setKept(kit);
      void box.keepKit(kit).catch(() => undefined);
      if (mayWrite(kit)) readyWithoutNetwork(path);
    },
    [data, account, box, kitOf, mayWrite, path],
  );
  useEffect(
    function letGo() {
      return whenForgotten(() => {
        setKept(null);
        void queries.resetQueries({ queryKey: query(reference).queryKey });
      });
    },
    [queries, reference, query],
  );

  const isComing = kept === null && isSignedIn && !data && !error && fetchStatus !== 'paused';
  return {
    account: account ?? (session === null ? null : (kept?.account ?? null)),
    kit: isComing ? undefined : kept,
    error,
    retry: () => void refetch(),
  };
}
