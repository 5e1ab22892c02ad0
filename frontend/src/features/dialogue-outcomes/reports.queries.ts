import type { DialogueFollowUp } from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import type {
  DialogueReport,
  OutcomeList,
  OutcomeQuery,
  WhoWasHeard,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

const publicPath = (reference: string): string => `/medborgardialoger/${encodeURIComponent(reference)}`;

/** The published report of a dialogue. */
export const reportQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-reports', reference],
    queryFn: ({ signal }) => api.get<DialogueReport>(`${publicPath(reference)}/report`, { signal }),
  });

/** Where the report is drawn on paper. */
export const reportPdf = (reference: string): string => `/api/v1${publicPath(reference)}/report.pdf`;

/** A published follow-up of a dialogue. */
export const followUpQuery = (reference: string, months: string) =>
  queryOptions({
    queryKey: ['dialogue-reports', reference, 'follow-up', months],
    queryFn: ({ signal }) =>
      api.get<DialogueFollowUp>(`${publicPath(reference)}/follow-ups/${encodeURIComponent(months)}`, {
        signal,
      }),
  });

/** What became of the points of all dialogues. */
export const outcomesQuery = (municipality: string, { standing, outcome, q, after }: OutcomeQuery) =>
  queryOptions({
    queryKey: ['dialogue-reports', 'outcomes', municipality, standing, outcome, q, after],
    queryFn: ({ signal }) =>
      api.get<OutcomeList>(`/municipalities/${encodeURIComponent(municipality)}/dialogue-outcomes`, {
        query: { standing, outcome, q, after },
        signal,
      }),
    enabled: municipality !== '',
    placeholderData: keepPreviousData,
  });

/** Who was heard in a year. @param isWhole for staff: everything, not what the reports tell */
export const heardQuery = (municipality: string, year: string | undefined, isWhole: boolean) =>
  queryOptions({
    queryKey: ['dialogue-reports', 'heard', municipality, year, isWhole],
    queryFn: ({ signal }) => {
      const slug = encodeURIComponent(municipality);
      const path = isWhole ? `/dialogue-work/heard/${slug}` : `/municipalities/${slug}/dialogue-heard`;
      return api.get<WhoWasHeard>(path, { query: { year }, signal });
    },
    enabled: municipality !== '',
    placeholderData: keepPreviousData,
  });
