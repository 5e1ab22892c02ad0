import type {
  CancelPlannedCheck,
  ChangedCheck,
  MovePlannedCheck,
  PlanCheck,
  PlanWeek,
  SwitchPlan,
} from '@lofteskartan/shared/contracts/planned-checks';
import type { PlannerSettings } from '@lofteskartan/shared/contracts/planner';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';
import { usePlannerWrite } from './planner.queries.js';

/** The week of a day. */
export const weekQuery = (municipality: string, day: string) =>
  queryOptions({
    queryKey: ['planner', municipality, 'week', day],
    queryFn: ({ signal }) =>
      api.get<PlanWeek>(`/planner/${encodeURIComponent(municipality)}/weeks/${day}`, { signal }),
    staleTime: 10_000,
    enabled: municipality !== '',
  });

export const useSwitchPlan = (municipality: string) =>
  usePlannerWrite<SwitchPlan, PlannerSettings>(municipality, (path, body) => api.put(`${path}/plan`, body));

export const usePlanCheck = (municipality: string) =>
  usePlannerWrite<PlanCheck, ChangedCheck>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/checks`, body, { idempotencyKey }),
  );

export const useMovePlannedCheck = (municipality: string) =>
  usePlannerWrite<{ id: string; body: MovePlannedCheck }, ChangedCheck>(municipality, (path, { id, body }) =>
    api.put(`${path}/checks/${id}`, body),
  );

export const useCancelPlannedCheck = (municipality: string) =>
  usePlannerWrite<{ id: string; body: CancelPlannedCheck }, ChangedCheck>(
    municipality,
    (path, { id, body }) => api.put(`${path}/checks/${id}/cancelled`, body),
  );
