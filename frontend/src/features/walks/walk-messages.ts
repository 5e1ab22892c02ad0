import type { StaffWalk, WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import type { AddObservation } from '@lofteskartan/shared/contracts/walk-observations';
import type { AddStop } from '@lofteskartan/shared/contracts/walk-planning';
import type { PhotoLight } from '@lofteskartan/shared/inventory';
import { WALK_LIMITS } from '@lofteskartan/shared/safety-walks';
import type { Waiting } from '../../platform/device-queue.js';

/** What is said about a stop, and waits on the device until the server has it. */
export interface WalkMessage extends Waiting {
  /** The reference of the walk. */
  readonly walk: string;
  readonly stopId: string;
  /** What the stop is called, for who reads what waits. */
  readonly name: string;
  readonly what:
    | { readonly kind: 'stop'; readonly body: AddStop }
    | { readonly kind: 'observation'; readonly body: AddObservation }
    | { readonly kind: 'photo'; readonly light: PhotoLight; readonly photo: Blob };
}

/** What is seen and photographed at a stop that was found on the way cannot be taken in before the stop itself. */
export function needsStop(message: WalkMessage, other: WalkMessage): boolean {
  const isSameStop = message.walk === other.walk && message.stopId === other.stopId;
  return isSameStop && message.what.kind !== 'stop' && other.what.kind === 'stop';
}

/** When something was seen, ISO 8601: a checklist that is corrected keeps its moment, however late that happens. */
export function seenAtOf(corrected: WalkMessage | null, now: number): string {
  return corrected?.what.kind === 'observation' ? corrected.what.body.seenAt : new Date(now).toISOString();
}

/** What goes when a message is removed: it, and before it what could never be taken in without it. */
export function goesWith(key: string, messages: readonly WalkMessage[]): string[] {
  const removed = messages.filter((message) => message.key === key);
  const needing = messages.filter((message) => removed.some((each) => needsStop(message, each)));
  return [...needing, ...removed].map((message) => message.key);
}

/** A walk as it lies on a phone: what is needed to fill in its stops, and no more. */
export interface WalkKit {
  readonly reference: string;
  readonly account: string;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly title: string;
  readonly status: StaffWalk['status'];
  readonly mayChange: boolean;
  readonly stops: readonly KitStop[];
}

export interface KitStop extends Pick<WalkStop, 'id' | 'name'> {
  /** Whether somebody has filled it in, as the server knows. */
  readonly isFilled: boolean;
}

/** What of a walk is carried along. */
export function kitOf(walk: StaffWalk, account: string, now: number): WalkKit {
  const { reference, title, status, mayChange, stops } = walk;
  return {
    reference,
    account,
    savedAt: new Date(now).toISOString(),
    title,
    status,
    mayChange,
    stops: stops.map(({ id, name, observations }) => ({ id, name, isFilled: observations.length > 0 })),
  };
}

/** Moments one after another from the first, so that what is saved together is sent in its order. */
export const momentsFrom = (now: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => new Date(now + index).toISOString());

/** A stop on the phone: as the kit knows it, and as what waits there adds to it. */
export interface OutsideStop extends Pick<WalkStop, 'id' | 'name'> {
  readonly state: 'done' | 'waits' | 'none';
}

/** The stops of a kit, those that were found without a network last. */
export function outsideStops(kit: WalkKit, messages: readonly WalkMessage[]): OutsideStop[] {
  const own = messages.filter(({ walk }) => walk === kit.reference);
  const found = own.flatMap(({ stopId, name, what }) =>
    what.kind === 'stop' && !kit.stops.some(({ id }) => id === stopId)
      ? [{ id: stopId, name, isFilled: false }]
      : [],
  );
  return [...kit.stops, ...found].map(({ id, name, isFilled }) => {
    const waits = own.some(({ stopId, what, refusal }) => stopId === id && what.kind !== 'stop' && !refusal);
    return { id, name, state: waits ? 'waits' : isFilled ? 'done' : 'none' };
  });
}

/** Whether so many bytes of photos more may lie on the device. */
export function hasRoomFor(messages: readonly WalkMessage[], bytes: number): boolean {
  const waiting = messages.flatMap(({ what }) => (what.kind === 'photo' ? [what.photo.size] : []));
  return waiting.reduce((sum, size) => sum + size, bytes) <= WALK_LIMITS.photoBytesOnDevice;
}
