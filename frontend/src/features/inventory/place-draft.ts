import type { PlaceInput, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { Season } from '@lofteskartan/shared/inventory';
import type { Position } from '@lofteskartan/shared/position';
import type { DarkPlaceCause, DarkPlaceTime } from '@lofteskartan/shared/vocabulary';

/** A place as it was written, to be put into a message. */
export type WrittenPlace = Pick<PlaceInput, keyof PlaceInput>;

/** A place as it is being written. */
export interface PlaceDraft {
  name: string;
  position: string;
  outline: string;
  causes: DarkPlaceCause[];
  when: DarkPlaceTime[];
  seasons: Season[];
  bodyId: string;
  lamps: string;
  description: string;
  note: string;
  isPublic: boolean;
}

/** A position as it is typed: longitude first, as everywhere. */
export const positionText = ([lng, lat]: Position): string => `${lng.toFixed(6)} ${lat.toFixed(6)}`;

/** Reads a position as it is typed; null when it is none. */
export function readPosition(text: string): Position | null {
  const numbers = text.trim().match(/^(-?\d{1,3}(?:[.,]\d+)?)(?:\s*[;,]\s*|\s+)(-?\d{1,2}(?:[.,]\d+)?)$/);
  if (!numbers) return null;
  const [lng = NaN, lat = NaN] = [numbers[1], numbers[2]].map((each) =>
    Number((each ?? '').replace(',', '.')),
  );
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

/** What a new place, or one that is changed, begins from. */
export function placeDraft(place: StaffPlace | null): PlaceDraft {
  return {
    name: place?.name ?? '',
    position: place ? positionText(place.position) : '',
    outline: place?.outline ? JSON.stringify(place.outline) : '',
    causes: place?.causes ?? [],
    when: place?.when ?? [],
    seasons: place?.seasons ?? [],
    bodyId: place?.bodyId ?? '',
    lamps: place?.lampNumbers.join('\n') ?? '',
    description: place?.description ?? '',
    note: place?.note ?? '',
    isPublic: place?.isPublic ?? false,
  };
}

/** The outline that a text holds, null for none, undefined when it is no JSON. */
export function outlineOf(text: string): object | null | undefined {
  if (!text.trim()) return null;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

/** The message of a draft, or null while something is missing. */
export function placeOf(draft: PlaceDraft): WrittenPlace | null {
  const position = readPosition(draft.position);
  const outline = outlineOf(draft.outline);
  if (!draft.name.trim() || !position || outline === undefined) return null;
  const lines = draft.lamps.split('\n').map((line) => line.trim());
  return {
    name: draft.name.trim(),
    position,
    outline,
    causes: draft.causes,
    when: draft.when,
    seasons: draft.seasons,
    bodyId: draft.bodyId || null,
    lampNumbers: lines.filter((line) => line !== ''),
    description: draft.description.trim() || null,
    note: draft.note.trim() || null,
    isPublic: draft.isPublic,
  };
}
