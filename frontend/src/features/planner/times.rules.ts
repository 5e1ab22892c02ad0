/** The hour of the week that most name; null when nobody names any. */
export function busiest(
  counts: readonly (readonly number[])[],
): { day: number; hour: number; count: number } | null {
  let best: { day: number; hour: number; count: number } | null = null;
  for (const [day, hours] of counts.entries())
    for (const [hour, count] of hours.entries())
      if (count > 0 && (!best || count > best.count)) best = { day, hour, count };
  return best;
}

/** How dark a square is, 0 to 3: by thirds of the most. */
export function levelOf(count: number, most: number): 0 | 1 | 2 | 3 {
  if (count === 0) return 0;
  return Math.min(3, Math.ceil((3 * count) / most)) as 1 | 2 | 3;
}

/** Rows of two hours with what each weekday has at most, those left out that nobody names. */
export function twoHours(counts: readonly (readonly number[])[]): { from: number; counts: number[] }[] {
  return Array.from({ length: 12 }, (_, index) => ({
    from: index * 2,
    counts: counts.map((hours) => Math.max(hours[index * 2] ?? 0, hours[index * 2 + 1] ?? 0)),
  })).filter((row) => row.counts.some((count) => count > 0));
}

/** The number of a week as Sweden counts them (ISO 8601), of its Monday. */
export function weekNumber(monday: string): number {
  const thursday = new Date(`${monday}T12:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1, 12);
  return Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1;
}

/** A date so many days later. */
export function daysAfter(date: string, days: number): string {
  const moment = new Date(`${date}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Today’s date in Sweden, wherever the reader is. */
export function todayInSweden(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(now);
}
