/** The calendar month in Sweden, counted from year 0. */
function swedishMonth(moment: Date): number {
  const [year = 0, month = 1] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })
    .format(moment)
    .split('-')
    .map(Number);
  return year * 12 + month - 1;
}

/** How many months a promise has, and how many of them have passed whole. */
export function monthsPassed(
  { from, to }: { from: string; to: string },
  now: Date,
): { passed: number; months: number } {
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const months = index(to) - index(from) + 1;
  return { months, passed: Math.min(months, Math.max(0, swedishMonth(now) - index(from))) };
}
