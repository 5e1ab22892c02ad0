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

/** A message after an attempt that failed: it goes on waiting, or says why it was refused. */
export function afterFailure<Message extends Waiting>(message: Message, failure: Failure): Message {
  if (mayPassLater(failure)) return message;
  const reasons = failure.errors.length > 0 ? failure.errors.map((each) => each.message) : [failure.detail];
  return { ...message, refusal: { code: failure.code, reasons: reasons.filter(Boolean) } };
}

/** Whether the others are worth an attempt after this one failed so. */
export function goesOn({ status }: Pick<Failure, 'status'>): boolean {
  return status !== 0 && status !== 401;
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

/** What is to be sent now, in the order in which it was saved. */
export function toSend<Message extends Waiting>(messages: readonly Message[]): Message[] {
  return messages.filter(({ refusal }) => refusal === null);
}
