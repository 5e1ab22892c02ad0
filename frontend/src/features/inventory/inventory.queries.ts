import type {
  ChangePlacePhoto,
  CreatePlace,
  LinkProposals,
  MergePlace,
  PartPlace,
  PlaceList,
  PlaceOfProposal,
  SavePlace,
  StaffPlace,
  UnlinkProposals,
} from '@lofteskartan/shared/contracts/inventory';
import type {
  CompleteMeasure,
  MeasureInput,
  WithdrawMeasure,
} from '@lofteskartan/shared/contracts/inventory-measures';
import type { SplitPlace } from '@lofteskartan/shared/contracts/inventory-splits';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { PhotoLight } from '@lofteskartan/shared/inventory';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';
import type { PlaceFilters } from './place-filters.js';
import { filterQuery } from './place-filters.js';

const of = (reference: string) => `/inventory/places/${encodeURIComponent(reference)}`;

/** The places of a municipality that fit. */
export const placeListQuery = (municipality: string, filters: PlaceFilters) =>
  queryOptions({
    queryKey: ['inventory', 'list', municipality, filters],
    queryFn: ({ signal }) =>
      api.get<PlaceList>('/inventory/places', {
        query: { municipality, ...filterQuery(filters) },
        signal,
      }),
    enabled: municipality !== '',
    placeholderData: keepPreviousData,
  });

/** One place as staff work with it. */
export const placeQuery = (reference: string) =>
  queryOptions({
    queryKey: ['inventory', 'place', reference],
    queryFn: ({ signal }) => api.get<StaffPlace>(of(reference), { signal }),
  });

/** The place that a proposal belongs to, or those near it. */
export const placeOfProposalQuery = (reference: string) =>
  queryOptions({
    queryKey: ['inventory', 'proposal', reference],
    queryFn: ({ signal }) =>
      api.get<PlaceOfProposal>(`/inventory/proposals/${encodeURIComponent(reference)}`, { signal }),
  });

/** Puts the place that came back where its page reads it, and has lists and cases asked for again. */
function useKept() {
  const queries = useQueryClient();
  return (place: StaffPlace) => {
    queries.setQueryData(placeQuery(place.reference).queryKey, place);
    void queries.invalidateQueries({ queryKey: ['inventory', 'list'] });
    void queries.invalidateQueries({ queryKey: ['inventory', 'proposal'] });
  };
}

/** What somebody else was first with is read, so that the next press knows of it; what is being written holds what it began from. */
function useReadAnew() {
  const queries = useQueryClient();
  return ({ code }: Problem, reference: string) => {
    if (code === 'version.stale')
      void queries.invalidateQueries({ queryKey: placeQuery(reference).queryKey });
  };
}

/** Adds a place; the key makes a repeat harmless. */
export function useCreatePlace() {
  return useMutation({
    mutationFn: ({ key, ...body }: CreatePlace & { key: string }) =>
      api.post<StaffPlace>('/inventory/places', body, { idempotencyKey: key }),
    onSuccess: useKept(),
  });
}

/** Changes a place. */
export function useSavePlace(reference: string) {
  return useMutation({
    mutationFn: (body: SavePlace) => api.put<StaffPlace>(of(reference), body),
    onSuccess: useKept(),
  });
}

/** Links proposals to a place. */
export function useLinkProposals() {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: ({ reference, ...body }: LinkProposals & { reference: string }) =>
      api.post<StaffPlace>(`${of(reference)}/proposals`, body),
    onError: (problem, { reference }) => {
      readAnew(problem, reference);
    },
    onSuccess: useKept(),
  });
}

/** A proposal that is to be linked, as far as it says who is told. */
export const proposalToTellQuery = (reference: string) =>
  queryOptions({
    queryKey: ['inventory', 'linking', reference],
    queryFn: ({ signal }) =>
      api.get<Pick<TriageProposal, 'reference' | 'supportCount' | 'createdAt'>>(
        `/triage/proposals/${encodeURIComponent(reference)}`,
        { signal },
      ),
    retry: false,
    staleTime: 60_000,
  });

/** Takes proposals out of a place. */
export function useUnlinkProposals(reference: string) {
  return useMutation({
    mutationFn: (body: UnlinkProposals) => api.post<StaffPlace>(`${of(reference)}/unlinkings`, body),
    onSuccess: useKept(),
  });
}

/** Merges a place into another; the other comes back. */
export function useMergePlace(reference: string) {
  const queries = useQueryClient();
  const keep = useKept();
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: (body: MergePlace) => api.post<StaffPlace>(`${of(reference)}/merges`, body),
    onError: (problem) => {
      readAnew(problem, reference);
    },
    onSuccess: (place) => {
      keep(place);
      void queries.invalidateQueries({ queryKey: ['inventory', 'place', reference] });
    },
  });
}

/** Parts a place from the one that shows it. */
export function usePartPlace() {
  const queries = useQueryClient();
  const keep = useKept();
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: ({ reference, ...body }: PartPlace & { reference: string }) =>
      api.post<StaffPlace>(`${of(reference)}/partings`, body),
    onError: (problem, { reference }) => {
      readAnew(problem, reference);
    },
    onSuccess: (place) => {
      keep(place);
      void queries.invalidateQueries({ queryKey: ['inventory', 'place'] });
    },
  });
}

/** Makes a part of a place a place of its own, which comes back; the key makes a repeat harmless. */
export function useSplitPlace(reference: string) {
  const queries = useQueryClient();
  const keep = useKept();
  return useMutation({
    mutationFn: ({ key, ...body }: SplitPlace & { key: string }) =>
      api.post<StaffPlace>(`${of(reference)}/splits`, body, { idempotencyKey: key }),
    onSuccess: (place) => {
      keep(place);
      void queries.invalidateQueries({ queryKey: ['inventory', 'place', reference] });
    },
  });
}

/** Plans a measure, or changes the one of an id. */
export function useSaveMeasure(reference: string) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: ({ id, key, body }: { id: string | null; key: string; body: MeasureInput }) =>
      id
        ? api.put<StaffPlace>(`${of(reference)}/measures/${id}`, body)
        : api.post<StaffPlace>(`${of(reference)}/measures`, body, { idempotencyKey: key }),
    onSuccess: useKept(),
    onError: (problem) => {
      readAnew(problem, reference);
    },
  });
}

/** Says that a measure is done. The activities and the proposals that it served have changed too. */
export function useCompleteMeasure(reference: string) {
  const queries = useQueryClient();
  const keep = useKept();
  return useMutation({
    mutationFn: ({ id, key, body }: { id: string; key: string; body: CompleteMeasure }) =>
      api.post<StaffPlace>(`${of(reference)}/measures/${id}/completions`, body, { idempotencyKey: key }),
    onSuccess: (place) => {
      keep(place);
      for (const noun of ['activities', 'triage', 'commitments'])
        void queries.invalidateQueries({ queryKey: [noun] });
    },
  });
}

/** Takes a measure back that was not done. The proposals that it ended have changed too. */
export function useWithdrawMeasure(reference: string) {
  const queries = useQueryClient();
  const keep = useKept();
  return useMutation({
    mutationFn: ({ id, key, body }: { id: string; key: string; body: WithdrawMeasure }) =>
      api.post<StaffPlace>(`${of(reference)}/measures/${id}/withdrawals`, body, { idempotencyKey: key }),
    onSuccess: (place) => {
      keep(place);
      void queries.invalidateQueries({ queryKey: ['triage'] });
    },
  });
}

/** Adds photos that were taken by one light. */
export function useAddPlacePhotos(reference: string) {
  return useMutation({
    mutationFn: ({ light, photos, key }: { light: PhotoLight; photos: readonly File[]; key: string }) => {
      const form = new FormData();
      for (const photo of photos) form.append('photos', photo);
      return api.post<StaffPlace>(`${of(reference)}/photos`, form, { query: { light }, idempotencyKey: key });
    },
    onSuccess: useKept(),
  });
}

/** Decides about a photo. */
export function useChangePlacePhoto(reference: string) {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: ({ id, ...body }: ChangePlacePhoto & { id: string }) =>
      api.patch<StaffPlace>(`${of(reference)}/photos/${id}`, body),
    onSuccess: useKept(),
    onError: (problem) => {
      readAnew(problem, reference);
    },
  });
}
