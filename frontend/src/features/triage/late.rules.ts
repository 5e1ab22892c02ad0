import { hasWaitedLonger } from '@lofteskartan/shared/working-days';

/** Whether more working days have gone than the municipality has promised an answer within. */
export function isLate(since: string, withinWorkingDays: number | null, now: Date = new Date()): boolean {
  return withinWorkingDays !== null && hasWaitedLonger(new Date(since), withinWorkingDays, now);
}
