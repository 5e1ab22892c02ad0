import type { Position } from '@lofteskartan/shared/position';

/**
 * A planned check on its way from the plan to the form in which it is told. It travels in the state of the browser's history: where and
 * when the police mean to check stands in no address.
 */
export interface PlannedToTell {
  municipality: string;
  /** The commitment that the plan serves, where there is one. */
  commitmentId: string | null;
  stretchId: string;
  stretchName: string | null;
  localityName: string | null;
  /** Null when none of the wishes there can be shown any more. */
  position: Position | null;
  plannedOn: string;
  fromHour: number;
  toHour: number;
}

/** The state of a way to the form. */
export const plannedState = (planned: PlannedToTell): { planned: PlannedToTell } => ({ planned });

/** The planned check that led here, or null. */
export function plannedIn(state: unknown): PlannedToTell | null {
  if (typeof state !== 'object' || state === null || !('planned' in state)) return null;
  return state.planned as PlannedToTell;
}
