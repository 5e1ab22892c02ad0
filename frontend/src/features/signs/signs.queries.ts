import type { PlaceSign, StretchSignQuery } from '@lofteskartan/shared/contracts/place-signs';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** What a sign is of: its address in the API, such as `/inventory/places/P7K3F9/sign`. */
export type SignPath = `/${string}/sign`;

const asQuery = ({ language, road }: StretchSignQuery) => ({ language, road: road?.trim() || undefined });

/** What a sign says now. */
export const signQuery = (path: SignPath, wanted: StretchSignQuery) =>
  queryOptions({
    queryKey: ['signs', path, wanted],
    queryFn: ({ signal }) => api.get<PlaceSign>(path, { query: asQuery(wanted), signal }),
    placeholderData: keepPreviousData,
    // A sign is of the moment.
    staleTime: 0,
    gcTime: 0,
  });

/** Where the sign is fetched as a PDF. */
export function signFile(path: SignPath, wanted: StretchSignQuery): string {
  const query = Object.entries(asQuery(wanted)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `/api/v1${path}/pdf?${new URLSearchParams(query).toString()}`;
}
