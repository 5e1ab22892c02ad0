import { useEffect } from 'react';
import { useLocation, useNavigate, type Location } from 'react-router';

/** A token as the server makes them; anything else behind `#` is an ordinary place on the page. */
const TOKEN = /^#([A-Za-z0-9_.-]{20,200})$/;

/** The token that a link from a mail carries behind `#`; null when there is none, or when it was cut or changed. */
export function readMailToken(hash: string): string | null {
  return TOKEN.exec(hash)?.[1] ?? null;
}

/** The token that was moved out of the address into this entry of the tab's history. */
export function keptMailToken(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('mailToken' in state)) return null;
  return typeof state.mailToken === 'string' ? state.mailToken : null;
}

/**
 * The token of the link that led here. It is taken out of the address at once, so that nobody copies it along or reads it over a
 * shoulder; it outlives a reload in the history entry, and goes when the tab goes.
 */
export function useMailToken(): string | null {
  const { pathname, search, hash, state } = useLocation() as Location<unknown>;
  const navigate = useNavigate();
  const arrived = readMailToken(hash);
  useEffect(
    function takeItOutOfTheAddress() {
      if (arrived)
        void navigate(
          { pathname, search },
          { replace: true, state: { mailToken: arrived }, preventScrollReset: true },
        );
    },
    [arrived, navigate, pathname, search],
  );
  return arrived ?? keptMailToken(state);
}
