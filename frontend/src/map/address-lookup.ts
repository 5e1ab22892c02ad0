import type { Position } from '@lofteskartan/shared/position';
import { useEffect, useState } from 'react';

/** An address that somebody looked for. */
export interface FoundAddress {
  name: string;
  where: string | null;
  position: Position;
}

/** Looks addresses up where the installation can. What fails is nothing found. Keep it stable: it is asked again when it changes. */
export interface AddressLookup {
  search: (text: string, signal: AbortSignal) => Promise<FoundAddress[]>;
  at: (position: Position, signal: AbortSignal) => Promise<FoundAddress[]>;
}

/** Fewer letters fit too much. */
const FEWEST_LETTERS = 3;
/** A pause in typing, or in moving the map. Milliseconds. */
const PAUSE_MS = 400;
const NOTHING: readonly FoundAddress[] = [];

interface Told {
  lookup: AddressLookup;
  asked: string;
  found: readonly FoundAddress[];
}

/** Addresses that fit what was typed; none without a lookup, and until the answer has come. */
export function useAddressSearch(lookup: AddressLookup | undefined, text: string): readonly FoundAddress[] {
  const [told, setTold] = useState<Told | null>(null);
  const asked = text.trim();
  useEffect(
    function searchAfterAPause() {
      if (!lookup || asked.length < FEWEST_LETTERS) return undefined;
      return afterAPause(
        (signal) => lookup.search(asked, signal),
        (found) => {
          setTold({ lookup, asked, found });
        },
      );
    },
    [lookup, asked],
  );
  return told && told.lookup === lookup && told.asked === asked ? told.found : NOTHING;
}

/** What the address nearest to a position is called; null without a lookup, far away, and until the answer has come. */
export function useAddressAt(lookup: AddressLookup | undefined, position: Position | null): string | null {
  const [told, setTold] = useState<Told | null>(null);
  const asked = position ? position.join(' ') : '';
  useEffect(
    function nameAfterAPause() {
      if (!lookup || asked === '') return undefined;
      const [lng = 0, lat = 0] = asked.split(' ').map(Number);
      return afterAPause(
        (signal) => lookup.at([lng, lat], signal),
        (found) => {
          setTold({ lookup, asked, found });
        },
      );
    },
    [lookup, asked],
  );
  return (told && told.lookup === lookup && told.asked === asked && told.found[0]?.name) || null;
}

/** Asks after a pause, unless it is called off before. */
function afterAPause(
  ask: (signal: AbortSignal) => Promise<FoundAddress[]>,
  tell: (found: FoundAddress[]) => void,
): () => void {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    ask(controller.signal).then(tell, () => undefined);
  }, PAUSE_MS);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}
