import type { PostSubject } from '@lofteskartan/shared/vocabulary';
import type { StaffActivityPage } from '@lofteskartan/shared/contracts/activities';
import type { FollowUpPage } from '@lofteskartan/shared/contracts/follow-ups';
import type { DialogueList } from '@lofteskartan/shared/contracts/medborgardialoger';
import type { SocialPost } from '@lofteskartan/shared/contracts/sharing';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../platform/api.js';

/** The latest public activities of a municipality. */
export const releasedActivitiesQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['activities', 'to-share', municipality],
    queryFn: ({ signal }) =>
      api.get<StaffActivityPage>('/activities', {
        query: { municipality, state: 'released', limit: 50 },
        signal,
      }),
  });

/** The published follow-ups of a municipality. */
export const publishedFollowUpsQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['follow-ups', 'to-share', municipality],
    queryFn: ({ signal }) =>
      api.get<FollowUpPage>('/follow-ups', { query: { municipality, limit: 50 }, signal }),
  });

/** The public dialogues of a municipality. */
export const dialoguesToShareQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['medborgardialoger', 'to-share', municipality],
    queryFn: ({ signal }) =>
      api.get<DialogueList>(`/municipalities/${encodeURIComponent(municipality)}/medborgardialoger`, {
        signal,
      }),
  });

/** A ready post about something public. */
export const postQuery = (subject: PostSubject, id: string) =>
  queryOptions({
    queryKey: ['posts', subject, id],
    queryFn: ({ signal }) => api.get<SocialPost>(`/triage/posts/${subject}/${id}`, { signal }),
    enabled: id !== '',
  });
