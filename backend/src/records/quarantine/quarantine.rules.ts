/** Under what quarantine is emptied: what is of little importance may go without a rule of its own. */
export const QUARANTINE_DECISION = 'Av ringa betydelse: bedömt som automatiskt inskickat';

const DAY = 86_400_000;

/** From when on something that came in at a moment is disposed of. */
export const disposedFrom = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);

/** What came in up to then is disposed of now. */
export const disposedUpTo = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);
