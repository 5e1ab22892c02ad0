import type {
  CreateWheelItem,
  ReportOccurrence,
  SaveWheelItem,
  UndoOccurrence,
  YearlyWheel,
} from '@lofteskartan/shared/contracts/yearly-wheel';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

const ITEMS = '/inventory/wheel/items';

/** The wheel of a municipality in a year; this year where none is named. */
export const wheelQuery = (municipality: string, year: number | null = null) =>
  queryOptions({
    queryKey: ['wheel', municipality, year],
    queryFn: ({ signal }) =>
      api.get<YearlyWheel>('/inventory/wheel', { query: { municipality, year: year ?? undefined }, signal }),
    enabled: municipality !== '',
    placeholderData: keepPreviousData,
  });

/** Reads everything anew that a change of the wheel can change: its years, and the places that it covers. */
function useRead() {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['inventory'] });
    void queries.invalidateQueries({ queryKey: ['dark-places'] });
    await queries.invalidateQueries({ queryKey: ['wheel'] });
  };
}

/** Adds something that recurs, or keeps another state of it. */
export function useSaveItem() {
  return useMutation({
    mutationFn: ({
      change,
      key,
    }: {
      change: { id: string; body: SaveWheelItem } | { id: null; body: CreateWheelItem };
      key: string;
    }) =>
      change.id === null
        ? api.post<YearlyWheel>(ITEMS, change.body, { idempotencyKey: key })
        : api.put<YearlyWheel>(`${ITEMS}/${change.id}`, change.body),
    onSuccess: useRead(),
  });
}

/** Says that an occurrence is done. */
export function useReport() {
  return useMutation({
    mutationFn: ({ id, key, body }: { id: string; key: string; body: ReportOccurrence }) =>
      api.post<YearlyWheel>(`${ITEMS}/${id}/occurrences`, body, { idempotencyKey: key }),
    onSuccess: useRead(),
  });
}

/** Takes back that an occurrence is done. */
export function useUndo() {
  return useMutation({
    mutationFn: ({ id, key, body }: { id: string; key: string; body: UndoOccurrence }) =>
      api.post<YearlyWheel>(`${ITEMS}/${id}/undoings`, body, { idempotencyKey: key }),
    onSuccess: useRead(),
  });
}
