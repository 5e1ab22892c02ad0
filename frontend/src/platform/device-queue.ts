import { DEVICE_HOURS } from '@lofteskartan/shared/device';

/** Something that lies on the device until the server has it. */
export interface Waiting {
  /** Its Idempotency-Key: however often it is sent, it is saved once. */
  readonly key: string;
  readonly account: string;
  /** When it was saved on the device, ISO 8601. */
  readonly savedAt: string;
  /** What the server said against it; null while it waits. */
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly code: string;
  /** Sentences of the server, in the language of that moment. */
  readonly reasons: readonly string[];
}

/** What came of an attempt to send, as far as it is asked about. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly message: string }[];
}

export const LIFE_MS = DEVICE_HOURS * 60 * 60_000;

/** Whether something that was saved on the device has lain there for its time. A moment that cannot be read has. */
export function isOver(savedAt: string, now: number): boolean {
  const age = now - new Date(savedAt).getTime();
  return !(age < LIFE_MS);
}

/** Whether the same sending may succeed later: nothing was heard, the person is signed out, or the server is busy. */
export function mayPassLater({ status }: Pick<Failure, 'status'>): boolean {
  return [0, 401, 408, 425, 429].includes(status) || status >= 500;
}

/** What stands between, when the server itself is not there: nobody has looked at the message. */
const NOBODY_THERE = [502, 503, 504];

/** Whether the server fell over this very message: it may pass later, or never, and the others may be well. */
export function fellOver({ status }: Pick<Failure, 'status'>): boolean {
  return status >= 500 && !NOBODY_THERE.includes(status);
}

/** Whether somebody answered that the server takes nothing just now: the network is there. */
export function isTurnedAway({ status }: Pick<Failure, 'status'>): boolean {
  return [408, 425, 429, ...NOBODY_THERE].includes(status);
}

/** Whether the others are worth an attempt after this one failed so; what needs it is held anyhow. */
export const goesOn = (failure: Pick<Failure, 'status'>): boolean =>
  !mayPassLater(failure) || fellOver(failure);

/** Why a message was refused; null while it goes on waiting. */
export function refusalOf(failure: Failure): Refusal | null {
  if (mayPassLater(failure)) return null;
  const reasons = failure.errors.length > 0 ? failure.errors.map((each) => each.message) : [failure.detail];
  return { code: failure.code, reasons: reasons.filter(Boolean) };
}

/** What of the device's messages is this person's and still within its time, oldest first; and what has to go. */
export function sorted<Message extends Waiting>(
  messages: readonly Message[],
  account: string,
  now: number,
): { kept: Message[]; gone: Message[] } {
  const isKept = (each: Message) => each.account === account && !isOver(each.savedAt, now);
  return {
    kept: messages.filter(isKept).sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1)),
    gone: messages.filter((each) => !isKept(each)),
  };
}

/** Whether the server can only understand the first once it has the second. */
export type Needs<Message extends Waiting> = (message: Message, other: Message) => boolean;

/** Whether a message has to wait for another that lies here: one that waits itself, or that was refused. */
export function isHeld<Message extends Waiting>(
  message: Message,
  messages: readonly Message[],
  needs: Needs<Message>,
): boolean {
  return messages.some((other) => other.key !== message.key && needs(message, other));
}

/** What is to be sent next, in the order in which it was saved; undefined when nothing more is in this round. */
export function nextToSend<Message extends Waiting>(
  messages: readonly Message[],
  tried: ReadonlySet<string>,
  needs: Needs<Message>,
): Message | undefined {
  return messages.find(
    (message) => message.refusal === null && !tried.has(message.key) && !isHeld(message, messages, needs),
  );
}
