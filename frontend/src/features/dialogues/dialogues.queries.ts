import type {
  CancelDialogue,
  CopyDialogue,
  CreateDialogue,
  MoveDialogue,
  SaveDialogue,
} from '@lofteskartan/shared/contracts/medborgardialog-planning';
import type { StaffDialogue, StaffDialogueList } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { MedborgarloftePage } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { PlaceList } from '@lofteskartan/shared/contracts/inventory';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

const pathOf = (reference: string): string => `/dialogues/${encodeURIComponent(reference)}`;

/** The medborgardialoger of a municipality, drafts among them, the latest first. */
export const dialogueListQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['dialogues', 'list', municipality],
    queryFn: ({ signal }) => api.get<StaffDialogueList>('/dialogues', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** One of them as staff work with it. */
export const dialogueQuery = (reference: string) =>
  queryOptions({
    queryKey: ['dialogues', 'one', reference],
    queryFn: ({ signal }) => api.get<StaffDialogue>(pathOf(reference), { signal }),
  });

/** The commitments of the present promise, which one can be about. */
export const dialogueCommitmentsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['promise', 'for-dialogues', municipality],
    queryFn: ({ signal }) =>
      api.get<MedborgarloftePage>('/medborgarloften', { query: { municipality, time: 'present' }, signal }),
    enabled: municipality !== '',
  });

/** The places of the inventory, which one can be about. */
export const dialoguePlacesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['inventory', 'list', municipality, 'for-dialogues'],
    queryFn: ({ signal }) => api.get<PlaceList>('/inventory/places', { query: { municipality }, signal }),
    enabled: municipality !== '',
  });

/** Puts what came back where its page reads it. */
function useKept() {
  const queries = useQueryClient();
  return (dialogue: StaffDialogue) => {
    queries.setQueryData(dialogueQuery(dialogue.reference).queryKey, dialogue);
    void queries.invalidateQueries({ queryKey: ['dialogues', 'list'] });
    void queries.invalidateQueries({ queryKey: ['medborgardialoger'] });
  };
}

/** Plans one; the key makes a repeat harmless. */
export function useCreateDialogue() {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: ({ key, ...body }: CreateDialogue & { key: string }) =>
      api.post<StaffDialogue>('/dialogues', body, { idempotencyKey: key }),
    onSuccess,
  });
}

/** Keeps another plan. */
export function useSaveDialogue(reference: string) {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: (body: SaveDialogue) => api.put<StaffDialogue>(pathOf(reference), body),
    onSuccess,
  });
}

/** Plans another like it. */
export function useCopyDialogue(reference: string) {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: ({ key, ...body }: CopyDialogue & { key: string }) =>
      api.post<StaffDialogue>(`${pathOf(reference)}/copies`, body, { idempotencyKey: key }),
    onSuccess,
  });
}

/** What moves one on. */
export type DialogueAct = 'publications' | 'openings' | 'closings' | 'cancellations';

/** Moves it on. */
export function useMoveDialogue(reference: string) {
  const onSuccess = useKept();
  return useMutation({
    mutationFn: ({ act, ...body }: (MoveDialogue | CancelDialogue) & { act: DialogueAct }) =>
      api.post<StaffDialogue>(`${pathOf(reference)}/${act}`, body),
    onSuccess,
  });
}
