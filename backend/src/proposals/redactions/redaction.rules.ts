import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import { addMonths, type IsoDate } from '../../platform/dates.js';
import type { FieldFault } from '../../platform/problem/field-fault.js';

/** How long the original of a covered photo is kept where the municipality has no rule of its own. */
export const ORIGINAL_MONTHS = 12;

/** Under what an original goes where the municipality has no decision of its own. */
export const ORIGINAL_DECISION = `Originalet av en suddad bild sparas ${ORIGINAL_MONTHS} månader`;

/** A part of a picture in whole pixels. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Sums of shares may be a hair over the edge. */
const hair = 1e-6;

/** What is wrong with parts to cover, besides what the contract says of each number: none may reach out of the picture. */
export function regionFaults(regions: readonly RedactionRegion[]): FieldFault[] {
  const sides = (region: RedactionRegion) =>
    [
      ['width', region.x + region.width],
      ['height', region.y + region.height],
    ] as const;
  return regions.flatMap((region, index) =>
    sides(region).flatMap(([side, end]) =>
      end > 1 + hair ? [{ field: `regions[${index}].${side}`, code: 'outsideThePicture' as const }] : [],
    ),
  );
}

/** The pixels of a part, rounded outwards: a pixel that it touches is covered. */
export function pixelBox(
  { x, y, width, height }: RedactionRegion,
  picture: { readonly width: number; readonly height: number },
): PixelBox {
  const [left, right] = span(x, width, picture.width);
  const [top, bottom] = span(y, height, picture.height);
  return { left, top, width: right - left, height: bottom - top };
}

function span(start: number, length: number, pixels: number): [from: number, to: number] {
  const from = Math.min(pixels - 1, Math.floor(start * pixels + hair));
  const to = Math.min(pixels, Math.ceil((start + length) * pixels - hair));
  return [from, Math.max(from + 1, to)];
}

/** The first day on which the original of a photo that is covered today may go. */
export const originalDisposeAfter = (today: IsoDate): IsoDate => addMonths(today, ORIGINAL_MONTHS);
