const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether more working days have gone than the municipality has promised an answer within. Red days count as working
 * days here: the mark may come a day early around them, never late.
 */
export function isLate(since: string, withinWorkingDays: number | null, now: Date = new Date()): boolean {
  if (withinWorkingDays === null) return false;
  let gone = 0;
  for (let day = new Date(since).getTime() + DAY_MS; day <= now.getTime(); day += DAY_MS) {
    const weekday = new Date(day).getDay();
    if (weekday !== 0 && weekday !== 6) gone += 1;
    if (gone > withinWorkingDays) return true;
  }
  return false;
}
