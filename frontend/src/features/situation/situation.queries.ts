import type {
  OutsidePicture,
  SituationPicture,
  SituationSpots,
} from '@lofteskartan/shared/contracts/situation';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import type { Period } from './period.rules.js';
import type { SpotFilters } from './spot-filters.js';

const of = (municipality: string): `/${string}` => `/situation/${encodeURIComponent(municipality)}`;

/** The figures of a period. */
export const pictureQuery = (municipality: string, { from, to }: Period) =>
  queryOptions({
    queryKey: ['situation', municipality, 'picture', from, to],
    queryFn: ({ signal }) => api.get<SituationPicture>(of(municipality), { query: { from, to }, signal }),
    enabled: municipality !== '',
  });

/** The map of a period. */
export const spotsQuery = (municipality: string, { from, to }: Period, filters: SpotFilters) =>
  queryOptions({
    queryKey: ['situation', municipality, 'spots', from, to, filters],
    queryFn: ({ signal }) =>
      api.get<SituationSpots>(`${of(municipality)}/spots`, {
        query: {
          from,
          to,
          ...(filters.kind === 'all' ? {} : { kind: filters.kind }),
          part: [...filters.parts],
          weekday: [...filters.weekdays],
        },
        signal,
      }),
    enabled: municipality !== '',
    placeholderData: keepPreviousData,
  });

/** The picture as it may leave the staff side. */
export const outsideQuery = (municipality: string, { from, to }: Period) =>
  queryOptions({
    queryKey: ['situation', municipality, 'outside', from, to],
    queryFn: ({ signal }) =>
      api.get<OutsidePicture>(`${of(municipality)}/outside`, { query: { from, to }, signal }),
    enabled: municipality !== '',
  });

/** Where the PDF is. */
export const pdfAddress = (municipality: string, { from, to }: Period): string =>
  `/api/v1${of(municipality)}/pdf?${new URLSearchParams({ from, to }).toString()}`;
