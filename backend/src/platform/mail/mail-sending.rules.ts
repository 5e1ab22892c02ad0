const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Moments that decide what the sweep does. */
export interface SweepMoments {
  /** A mail that was taken to be sent before this was taken by a process that is no more. */
  readonly lostSince: Date;
  /** A mail that nobody tried since this has no job any more: their retries are at most six hours apart. */
  readonly forgottenSince: Date;
  /** A mail that was due before this is no news any more. */
  readonly staleSince: Date;
}

/** What was due or tried before these moments needs help. */
export function sweepMoments(now: Date): SweepMoments {
  const before = (ms: number) => new Date(now.getTime() - ms);
  return {
    lostSince: before(10 * minuteMs),
    forgottenSince: before(7 * hourMs),
    staleSince: before(14 * 24 * hourMs),
  };
}

/** An SMTP server's refusal as far as the rule looks. */
export interface SendFailure {
  /** The command that was refused, such as `RCPT TO`. */
  readonly command: string | null;
  /** The answer's number, such as 550. */
  readonly responseCode: number | null;
}

/** Whether another try could help: not when the server says that there is no such mailbox. */
export function afterFailure({ command, responseCode }: SendFailure): 'retry' | 'give-up' {
  return command === 'RCPT TO' && responseCode !== null && responseCode >= 500 ? 'give-up' : 'retry';
}
