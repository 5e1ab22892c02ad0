import type {
  MeasurementReport,
  RemoveMeasurement,
  SpeedMeasurement,
  StretchMeasurements,
  UploadMeasurement,
} from '@lofteskartan/shared/contracts/speed-measurements';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, type Problem } from '../../platform/api.js';
import { usePlannerWrite } from './planner.queries.js';

const address = (municipality: string, stretchId: string) =>
  `/planner/${encodeURIComponent(municipality)}/stretches/${stretchId}/measurements`;

/** What was measured on a stretch, and what it was like before and after. */
export const measurementsQuery = (municipality: string, stretchId: string) =>
  queryOptions({
    queryKey: ['planner', municipality, 'stretch', stretchId, 'measurements'],
    queryFn: ({ signal }) => api.get<StretchMeasurements>(address(municipality, stretchId), { signal }),
    staleTime: 10_000,
  });

/** What would be kept of a file; nothing is. */
export const usePreviewMeasurement = (municipality: string, stretchId: string) =>
  useMutation<MeasurementReport, Problem, UploadMeasurement>({
    mutationFn: (body) => api.post(`${address(municipality, stretchId)}/preview`, body),
  });

export const useStoreMeasurement = (municipality: string, stretchId: string) =>
  usePlannerWrite<UploadMeasurement, SpeedMeasurement>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/stretches/${stretchId}/measurements`, body, { idempotencyKey }),
  );

export const useRemoveMeasurement = (municipality: string, stretchId: string, id: string) =>
  usePlannerWrite<RemoveMeasurement, StretchMeasurements>(municipality, (path, body, idempotencyKey) =>
    api.post(`${path}/stretches/${stretchId}/measurements/${id}/removals`, body, { idempotencyKey }),
  );
