import type { Session } from '@lofteskartan/shared/contracts/staff';
import { useSearchParams } from 'react-router';
import { useSession } from '../../platform/session.js';

/** The municipalities in which somebody is police, each once. The server decides; this decides what is shown. */
export function policePlaces(session: Session): { slug: string; name: string }[] {
  const found = new Map<string, string>();
  for (const each of session.memberships)
    if (each.role === 'police-officer' && each.organisationType === 'police')
      found.set(each.municipality, each.municipalityName);
  return [...found].map(([slug, name]) => ({ slug, name }));
}

/** Where one plans: as the address says, else the first of one's own; null for who is not police. */
export function usePlannerPlace(): {
  place: { slug: string; name: string } | null;
  places: { slug: string; name: string }[];
  /** Goes along in the links of the planner; empty where there is one municipality alone. */
  search: string;
} {
  const { data: session } = useSession();
  const [parameters] = useSearchParams();
  const places = session ? policePlaces(session) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0] ?? null;
  return { place, places, search: places.length > 1 && place ? `?municipality=${place.slug}` : '' };
}
