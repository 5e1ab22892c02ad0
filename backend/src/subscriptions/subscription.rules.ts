import { SUBSCRIPTION_LIMITS, type SubscriptionFrequency } from '@lofteskartan/shared/vocabulary';
import type { NewsTopic } from '../notifications/news.rules.js';
import { addDays, startOfStockholmDay, stockholmDate } from '../platform/dates.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Thursdays (0 is a Sunday) at seven, by Stockholm's clocks. Clocks change on Sundays, so seven o'clock is seven hours into the day. */
const weekly = { weekday: 4, hour: 7 } as const;

/** The next Thursday morning after a moment. */
export function nextWeekly(now: Date): Date {
  const today = stockholmDate(now);
  const ahead = (weekly.weekday - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7;
  const morningIn = (days: number): Date =>
    new Date(startOfStockholmDay(addDays(today, days)).getTime() + weekly.hour * hourMs);
  const next = morningIn(ahead);
  return next > now ? next : morningIn(ahead + 7);
}

/** When a mail leaves that begins with something that became public now: what follows until then goes with it. */
export function newsDue(frequency: SubscriptionFrequency, now: Date, digestMinutes: number): Date {
  return frequency === 'weekly' ? nextWeekly(now) : new Date(now.getTime() + digestMinutes * minuteMs);
}

/**
 * How far from the middle of a point's square things are told, metres: wherever in the square the point lay, everything within 500 m
 * of it is. What is told may lie half a diagonal farther away.
 */
export const reachMetres = Math.ceil(
  SUBSCRIPTION_LIMITS.radiusMetres + SUBSCRIPTION_LIMITS.squareMetres / Math.SQRT2,
);

const answers: readonly NewsTopic[] = [
  'committed',
  'planned',
  'answered',
  'declined',
  'referred',
  'done',
  'measure',
  'message',
];

/** Whether a piece of news is an answer that those who watch an area are told; what was done is told as what it is, once; a measure that counts for no commitment is nothing else. */
export function isAnswer(topic: NewsTopic | null): boolean {
  return topic !== null && answers.includes(topic);
}

/** What somebody asked for, with how many areas the address watches already. */
export interface AskStanding {
  /** Whether the same area is watched already, and how far that came. */
  readonly same: 'none' | 'unconfirmed' | 'confirmed';
  /** Other areas of the address. */
  readonly areas: number;
}

/** What is done: ask whether the address is theirs, ask once more, or send the list of what the address watches. */
export function afterAsking({ same, areas }: AskStanding): 'ask' | 'ask-again' | 'list' {
  if (same === 'unconfirmed') return 'ask-again';
  return same === 'confirmed' || areas >= SUBSCRIPTION_LIMITS.areas ? 'list' : 'ask';
}

/** How many mails of a kind one address may be sent in a time, whoever asks for them. */
export const mailAllowance = {
  'area-confirm': { mails: 5, hours: 24 },
  'area-list': { mails: 3, hours: 1 },
} as const;

/** From when on an address's mails of a kind are counted. */
export function allowanceOf(
  kind: keyof typeof mailAllowance,
  now: Date,
): { readonly mails: number; readonly since: Date } {
  const { mails, hours } = mailAllowance[kind];
  return { mails, since: new Date(now.getTime() - hours * hourMs) };
}

/** What was told before this moment need not be remembered any more: nothing becomes public twice so far apart. */
export function toldSince(now: Date): Date {
  return new Date(now.getTime() - 400 * dayMs);
}
