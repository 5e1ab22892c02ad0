import type { StaffWalk, WalkList } from '@lofteskartan/shared/contracts/safety-walks';
import type { AnswerStop } from '@lofteskartan/shared/contracts/walk-answers';
import type { AddObservation } from '@lofteskartan/shared/contracts/walk-observations';
import type {
  AddStop,
  CancelWalk,
  CompleteWalk,
  CreateWalk,
  OrderStops,
  PublishWalk,
  SaveWalk,
  StopIntoPlace,
} from '@lofteskartan/shared/contracts/walk-planning';
import type { PlaceList } from '@lofteskartan/shared/contracts/inventory';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, newKey } from '../../platform/api.js';

/** The address of a walk in the API. */
export const walkPath = (reference: string): string => `/inventory/walks/${encodeURIComponent(reference)}`;

/** The walks of a municipality, the latest first. */
export const walkListQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['walks', 'list', municipality],
    queryFn: ({ signal }) => api.get<WalkList>('/inventory/walks', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** One walk as staff work with it. */
export const walkQuery = (reference: string) =>
  queryOptions({
    queryKey: ['walks', 'one', reference],
    queryFn: ({ signal }) => api.get<StaffWalk>(walkPath(reference), { signal }),
  });

/** The places of the inventory that a walk can stop at. */
export const walkPlacesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['inventory', 'list', municipality, 'for-walks'],
    queryFn: ({ signal }) => api.get<PlaceList>('/inventory/places', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** Plans a walk; the key makes a repeat harmless. */
export function useCreateWalk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: CreateWalk & { key: string }) =>
      api.post<StaffWalk>('/inventory/walks', body, { idempotencyKey: key }),
    onSuccess: (walk) => {
      queries.setQueryData(walkQuery(walk.reference).queryKey, walk);
      void queries.invalidateQueries({ queryKey: ['walks', 'list'] });
    },
  });
}

/** Something that is done to a walk; the walk that comes back stands where its page reads it. */
function useWalkAct<Given>(reference: string, act: (path: string, given: Given) => Promise<StaffWalk>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(walkPath(reference), given),
    onSuccess: (walk) => {
      queries.setQueryData(walkQuery(reference).queryKey, walk);
      void queries.invalidateQueries({ queryKey: ['walks', 'list'] });
      void queries.invalidateQueries({ queryKey: ['inventory'] });
      void queries.invalidateQueries({ queryKey: ['safety-walks'] });
    },
  });
}

export const useSaveWalk = (reference: string) =>
  useWalkAct(reference, (path, body: SaveWalk) => api.put(path, body));

export const useAddStop = (reference: string) =>
  useWalkAct(reference, (path, body: AddStop) =>
    api.post(`${path}/stops`, body, { idempotencyKey: newKey() }),
  );

export const useOrderStops = (reference: string) =>
  useWalkAct(reference, (path, body: OrderStops) => api.put(`${path}/order`, body));

export const useRemoveStop = (reference: string) =>
  useWalkAct(reference, (path, { id, version }: { id: string; version: number }) =>
    api.post(`${path}/stops/${id}/removals`, { version }),
  );

export const useStopIntoPlace = (reference: string) =>
  useWalkAct(reference, (path, { id, body, key }: { id: string; body: StopIntoPlace; key: string }) =>
    api.post(`${path}/stops/${id}/places`, body, { idempotencyKey: key }),
  );

export const useObserve = (reference: string) =>
  useWalkAct(reference, (path, { id, body, key }: { id: string; body: AddObservation; key: string }) =>
    api.post(`${path}/stops/${id}/observations`, body, { idempotencyKey: key }),
  );

export const useWithdrawObservation = (reference: string) =>
  useWalkAct(reference, (path, id: string) => api.post(`${path}/observations/${id}/withdrawals`, {}));

export const useAnswerStop = (reference: string) =>
  useWalkAct(reference, (path, { id, body }: { id: string; body: AnswerStop }) =>
    api.put(`${path}/stops/${id}/answer`, body),
  );

export const useCompleteWalk = (reference: string) =>
  useWalkAct(reference, (path, body: CompleteWalk) => api.post(`${path}/completions`, body));

export const useCancelWalk = (reference: string) =>
  useWalkAct(reference, (path, body: CancelWalk) => api.post(`${path}/cancellations`, body));

export const usePublishWalk = (reference: string) =>
  useWalkAct(reference, (path, body: PublishWalk) => api.post(`${path}/publications`, body));
