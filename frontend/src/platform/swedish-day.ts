const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day in Sweden, `YYYY-MM-DD`. */
export function swedishDay(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(moment);
}

/** The day before. */
export function dayBefore(day: string): string {
  return new Date(new Date(`${day}T12:00:00Z`).getTime() - DAY_MS).toISOString().slice(0, 10);
}

/**
 * The moment of a time of day on a Swedish calendar day, RFC 3339 UTC; null when it is not a time.
 * @param time `HH:MM`
 */
export function swedishMoment(day: string, time: string): string | null {
  if (!/^\d{2}:\d{2}$/.test(time)) return null;
  // The offset of that day is one or two hours: the one that leads back to the same clock is right.
  for (const offset of ['+02:00', '+01:00']) {
    const moment = new Date(`${day}T${time}:00${offset}`);
    if (Number.isNaN(moment.getTime())) return null;
    if (swedishTime(moment) === time && swedishDay(moment) === day) return moment.toISOString();
  }
  return null;
}

/** The time of day in Sweden, `HH:MM`. */
export function swedishTime(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);
}
