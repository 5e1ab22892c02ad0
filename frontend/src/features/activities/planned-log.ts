import { emptyLog, emptyResult, type LogDraft } from './log-draft.js';
import type { PlannedToTell } from '../../platform/planned-check.js';
import { swedishDay, swedishMoment } from '../../platform/swedish-day.js';

/** A wish on the stretch of a planned check. */
interface WishThere {
  readonly reference: string;
  readonly open: boolean;
  readonly createdAt: string;
}

/** What tells a planned check from others, in a draft. */
export const planKey = ({ stretchId, plannedOn, fromHour }: PlannedToTell): string =>
  [stretchId, plannedOn, fromHour].join(' ');

/** When a check that was planned ended: as planned, once that has passed; `''` while nobody can know. */
function endOf(planned: PlannedToTell, occurredOn: string, now: Date): string {
  if (planned.plannedOn !== occurredOn || planned.toHour > 23) return '';
  const time = `${String(planned.toHour).padStart(2, '0')}:00`;
  const moment = swedishMoment(occurredOn, time);
  return moment && new Date(moment) <= now ? time : '';
}

/**
 * What the form begins from when it tells a planned check: its stretch, day and hour, and the wishes there that still wait and had come
 * in by then. One that was planned for later was made today. Where a place that is not known any more was is left to be told.
 */
export function plannedLog(
  planned: PlannedToTell,
  wishes: readonly WishThere[],
  placeWords: string,
  now: Date,
): LogDraft {
  const today = swedishDay(now);
  const occurredOn = planned.plannedOn < today ? planned.plannedOn : today;
  return {
    ...emptyLog(),
    commitmentId: planned.commitmentId ?? '',
    occurredOn,
    where: planned.position && 'map',
    position: planned.position,
    references: wishes
      .filter(({ open, createdAt }) => open && swedishDay(new Date(createdAt)) <= occurredOn)
      .map(({ reference }) => reference),
    placeWords,
    result: { ...emptyResult(), endedAt: endOf(planned, occurredOn, now) },
    fromPlan: planKey(planned),
  };
}
