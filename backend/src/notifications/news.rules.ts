import type { ContactRole } from '@lofteskartan/shared/contracts/contacts';
import type { HistoryEventType } from '@lofteskartan/shared/contracts/triage';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';

/** What a piece of news is about. `check` is a speed check that was made, `measure` what was done at a place. */
export type NewsTopic =
  | 'committed'
  | 'planned'
  | 'answered'
  | 'declined'
  | 'referred'
  | 'activity'
  | 'measure'
  | 'check'
  | 'done'
  | 'gathered'
  | 'reopened'
  | 'withdrawn'
  | 'asked'
  | 'reminded'
  | 'message';

/** An event as far as these rules look; the words of a question stand in `publicText`, though only its sender reads them. */
export interface NewsEvent {
  readonly type: HistoryEventType;
  readonly toStatus: ProposalStatus | null;
  readonly publicText: string | null;
  readonly kind: ProposalKind;
}

const told: Partial<Record<ProposalStatus, NewsTopic>> = {
  committed: 'committed',
  planned: 'planned',
  done: 'done',
  answered: 'answered',
  declined: 'declined',
  referred: 'referred',
  duplicate: 'gathered',
};
const untold: readonly ProposalStatus[] = ['received', 'hidden', 'withdrawn'];

/** What people are told of an event; null when it is no news. Other moves are news only when they come with words. */
export function topicOf({ type, toStatus, publicText, kind }: NewsEvent): NewsTopic | null {
  if (type === 'activity' || type === 'released') return kind === 'speed-check' ? 'check' : 'activity';
  if (type === 'measure-done') return 'measure';
  if (type === 'measure-withdrawn') return 'message';
  if (type === 'reopened' || type === 'withdrawn' || type === 'asked' || type === 'reminded') return type;
  if ((type !== 'moved' && type !== 'lead-taken') || !toStatus || untold.includes(toStatus)) return null;
  return told[toStatus] ?? (publicText ? 'message' : null);
}

/**
 * What a case's people share: an activity or a measure is told to all of it, another event to the proposal and those gathered under it, a
 * question to the one who sent the proposal, and that its sender took it back to those who support it.
 */
export function reachOf(type: HistoryEventType): 'case' | 'proposal' | 'sender' | 'supporters' {
  if (type === 'asked' || type === 'reminded') return 'sender';
  if (type === 'withdrawn') return 'supporters';
  return type === 'activity' || type === 'released' || type === 'measure-done' ? 'case' : 'proposal';
}

/**
 * What of a mail's news is still told when it is sent: of a proposal that was hidden nothing, and of one that its sender took back that alone,
 * to those who support it.
 */
export function stillTold<News extends { readonly type: HistoryEventType }>(
  news: readonly News[],
  status: ProposalStatus,
  role: ContactRole,
): News[] {
  if (status === 'hidden') return [];
  if (status !== 'withdrawn') return [...news];
  return role === 'supporter' ? news.filter(({ type }) => type === 'withdrawn') : [];
}

/**
 * What a person is told once, by name: an activity or a measure once for the whole case, though each of its proposals has an event of it.
 * @param rootId the proposal that leads the case
 */
export function subjectOf(
  event: { id: string; activityId: string | null; measureId: string | null },
  rootId: string,
): string {
  if (event.measureId) return `measure:${event.measureId}:${rootId}`;
  return event.activityId ? `activity:${event.activityId}:${rootId}` : `event:${event.id}`;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** News of a contact wait so many minutes after the first, and go as one mail. */
export function digestDue(first: Date, minutes: number): Date {
  return new Date(first.getTime() + minutes * minuteMs);
}

/** How many mails of a kind one address may be sent in a time, whoever asks for them. */
export const mailAllowance = {
  confirm: { mails: 5, hours: 24 },
  'own-proposals': { mails: 3, hours: 1 },
} as const;

/** From when on an address's mails of a kind are counted. */
export function allowanceSince(kind: keyof typeof mailAllowance, now: Date): Date {
  return new Date(now.getTime() - mailAllowance[kind].hours * hourMs);
}
