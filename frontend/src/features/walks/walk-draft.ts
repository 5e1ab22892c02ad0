import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { WalkInput } from '@lofteskartan/shared/contracts/walk-planning';
import type { Position } from '@lofteskartan/shared/position';
import type { WalkOrganiser } from '@lofteskartan/shared/safety-walks';

/** A walk as it is being planned. */
export interface WalkDraft {
  title: string;
  /** `YYYY-MM-DD` in Sweden. */
  day: string;
  /** `HH:MM` in Sweden. */
  time: string;
  meetingPoint: string;
  meetingPosition: Position | null;
  purpose: string;
  organisers: WalkOrganiser[];
  /** A slug, or '' for none. */
  locality: string;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The moment of a day and an hour in Sweden, ISO 8601; null when they are none. */
export function swedishMoment(day: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null;
  // Summer time first: an hour that comes twice is the earlier one.
  for (const offset of ['+02:00', '+01:00']) {
    const moment = new Date(`${day}T${time}:00${offset}`);
    if (!Number.isNaN(moment.getTime()) && clock.format(moment) === `${day} ${time}`)
      return moment.toISOString();
  }
  return null;
}

/** What a new walk, or one that is changed, begins from. */
export function walkDraft(walk: StaffWalk | null): WalkDraft {
  const [day = '', time = ''] = walk ? clock.format(new Date(walk.startsAt)).split(' ') : ['', '18:00'];
  return {
    title: walk?.title ?? '',
    day,
    time,
    meetingPoint: walk?.meetingPoint ?? '',
    meetingPosition: walk?.meetingPosition ?? null,
    purpose: walk?.purpose ?? '',
    organisers: walk?.organisers ?? ['municipality'],
    locality: walk?.locality ?? '',
  };
}

/** The fields that are not filled in. */
export function missingOf(draft: WalkDraft): (keyof WalkDraft)[] {
  const blank = (['title', 'meetingPoint', 'purpose'] as const).filter((field) => !draft[field].trim());
  return [
    ...blank,
    ...(swedishMoment(draft.day, draft.time) === null ? (['day'] as const) : []),
    ...(draft.organisers.length === 0 ? (['organisers'] as const) : []),
  ];
}

/** A plan as it was written, to be put into a message. */
type WrittenWalk = Pick<WalkInput, keyof WalkInput>;

/** What is sent of a draft that misses nothing. */
export function writtenWalk({ day, time, locality, ...draft }: WalkDraft): WrittenWalk {
  return { ...draft, startsAt: swedishMoment(day, time) ?? '', locality: locality || null };
}
