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
  /** The enhanced code of the answer (RFC 3463), such as `5.1.1`; null when it has none. */
  readonly enhancedCode: string | null;
}

/** The enhanced code that a server's answer begins with, and nothing else of its words: they may repeat the address. */
export const enhancedCodeIn = (answer: string): string | null =>
  /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?=\s|$)/.exec(answer)?.[1] ?? null;

/** What says that the recipient's mailbox is not there: bad mailbox, bad system, bad syntax, moved, takes no mail, disabled. */
const noMailbox: readonly string[] = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'];

/**
 * Whether another try could help: not when the server says that there is no such mailbox. Servers refuse at the recipient also what they
 * hold against the sender (relaying, a block, lapsed credentials), which somebody can mend: without a code that is about the mailbox it is tried again.
 */
export function afterFailure({ command, responseCode, enhancedCode }: SendFailure): 'retry' | 'give-up' {
  const forGood = command === 'RCPT TO' && responseCode !== null && responseCode >= 500;
  return forGood && enhancedCode !== null && noMailbox.includes(enhancedCode) ? 'give-up' : 'retry';
}
