import type {
  SaveDialogueFollowUp,
  StaffDialogueFollowUps,
} from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import type {
  AddNote,
  DialoguePaper,
  SaveAttendance,
  SaveNote,
  SavePaperVotes,
} from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type {
  AddPoint,
  CompletePoint,
  OwnPoints,
  PointChoices,
  PointHistory,
  SavePoint,
  StaffPoints,
  WithdrawPoint,
} from '@lofteskartan/shared/contracts/medborgardialog-points';
import type {
  PublishReport,
  StaffDialogueReport,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { LinkedOutcome } from '@lofteskartan/shared/medborgardialog-outcomes';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

const work = (reference: string): string => `/dialogues/${encodeURIComponent(reference)}`;

/** The points of a dialogue as staff work with them. */
export const pointsQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-work', reference, 'points'],
    queryFn: ({ signal }) => api.get<StaffPoints>(`${work(reference)}/points`, { signal }),
  });

/** What a point may become. */
export const choicesQuery = (reference: string, kind: LinkedOutcome, q: string) =>
  queryOptions({
    queryKey: ['dialogue-work', reference, 'choices', kind, q],
    queryFn: ({ signal }) =>
      api.get<PointChoices>(`${work(reference)}/point-choices`, {
        query: { kind, q: q || undefined },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** What happened to a point. */
export const historyQuery = (reference: string, id: string) =>
  queryOptions({
    queryKey: ['dialogue-work', reference, 'history', id],
    queryFn: ({ signal }) => api.get<PointHistory>(`${work(reference)}/points/${id}/history`, { signal }),
  });

/** What was gathered on paper. */
export const paperQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-work', reference, 'paper'],
    queryFn: ({ signal }) => api.get<DialoguePaper>(`${work(reference)}/paper`, { signal }),
  });

/** The report as it would be published now. */
export const staffReportQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-work', reference, 'report'],
    queryFn: ({ signal }) => api.get<StaffDialogueReport>(`${work(reference)}/report`, { signal }),
  });

/** The follow-ups of a dialogue. */
export const followUpsQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogue-work', reference, 'follow-ups'],
    queryFn: ({ signal }) => api.get<StaffDialogueFollowUps>(`${work(reference)}/follow-ups`, { signal }),
  });

/** What of dialogues waits for oneself. */
export const ownPointsQuery = queryOptions({
  queryKey: ['dialogue-work', 'own'],
  queryFn: ({ signal }) => api.get<OwnPoints>('/dialogue-work/own', { signal }),
});

type Part = 'points' | 'paper' | 'report' | 'follow-ups';
/** What comes back of each part. */
interface Answers {
  points: StaffPoints;
  paper: DialoguePaper;
  report: StaffDialogueReport;
  'follow-ups': StaffDialogueFollowUps;
}

/** Something that is done to a part of a dialogue; what comes back stands where its page reads it, the other parts are read anew. */
function useAct<Name extends Part, Given>(
  reference: string,
  part: Name,
  act: (path: string, given: Given) => Promise<Answers[Name]>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(work(reference), given),
    onSuccess: (answer) => {
      queries.setQueryData(['dialogue-work', reference, part], answer);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [noun, , name] }) =>
          (noun === 'dialogue-work' && name !== part) ||
          ['dialogue-reports', 'dialogues', 'medborgardialoger'].includes(String(noun)),
      });
    },
  });
}

export const useAddPoint = (reference: string) =>
  useAct(reference, 'points', (path, { key, ...body }: AddPoint & { key: string }) =>
    api.post(`${path}/points`, body, { idempotencyKey: key }),
  );

export const useSavePoint = (reference: string) =>
  useAct(reference, 'points', (path, { id, ...body }: SavePoint & { id: string }) =>
    api.put(`${path}/points/${id}`, body),
  );

export const useCompletePoint = (reference: string) =>
  useAct(reference, 'points', (path, { id, ...body }: CompletePoint & { id: string }) =>
    api.post(`${path}/points/${id}/completions`, body),
  );

export const useWithdrawPoint = (reference: string) =>
  useAct(reference, 'points', (path, { id, ...body }: WithdrawPoint & { id: string }) =>
    api.post(`${path}/points/${id}/withdrawals`, body),
  );

export const useAddNote = (reference: string) =>
  useAct(reference, 'paper', (path, body: AddNote) =>
    api.post(`${path}/notes`, body, { idempotencyKey: body.id }),
  );

export const useSaveNote = (reference: string) =>
  useAct(reference, 'paper', (path, { id, ...body }: SaveNote & { id: string }) =>
    api.put(`${path}/notes/${id}`, body),
  );

export const useRemoveNote = (reference: string) =>
  useAct(reference, 'paper', (path, id: string) => api.post(`${path}/notes/${id}/removals`, {}));

export const useSaveAttendance = (reference: string) =>
  useAct(reference, 'paper', (path, body: SaveAttendance) => api.put(`${path}/attendance`, body));

export const useSavePaperVotes = (reference: string) =>
  useAct(reference, 'paper', (path, body: SavePaperVotes) => api.put(`${path}/paper-votes`, body));

export const usePublishReport = (reference: string) =>
  useAct(reference, 'report', (path, body: PublishReport) => api.post(`${path}/report`, body));

export const useSaveFollowUp = (reference: string) =>
  useAct(reference, 'follow-ups', (path, { months, ...body }: SaveDialogueFollowUp & { months: number }) =>
    api.put(`${path}/follow-ups/${String(months)}`, body),
  );

export const usePublishFollowUp = (reference: string) =>
  useAct(reference, 'follow-ups', (path, { months, version }: { months: number; version: number }) =>
    api.post(`${path}/follow-ups/${String(months)}/publications`, { version }),
  );
