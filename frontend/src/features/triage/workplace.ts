import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { createContext, use } from 'react';

/** What every part of the queue and of a case needs to know about where one works. */
export interface Workplace {
  session: Session;
  /** One's own municipalities; empty while they are on their way. */
  municipalities: readonly Municipality[];
  /** Their commitments. */
  commitments: readonly Commitment[];
}

const Context = createContext<Workplace | null>(null);

/** Provides the workplace to what is below. */
export const WorkplaceProvider = Context;

/** The workplace that the page provides. */
export function useWorkplace(): Workplace {
  const workplace = use(Context);
  if (!workplace) throw new Error('useWorkplace needs a WorkplaceProvider above it');
  return workplace;
}

/** The name of a locality by its slug, or null. */
export function useLocalityName(): (slug: string | null) => string | null {
  const { municipalities } = useWorkplace();
  return (slug) =>
    municipalities.flatMap(({ localities }) => localities).find((each) => each.slug === slug)?.name ?? null;
}
