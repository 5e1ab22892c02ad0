import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import sharp, { type Sharp } from 'sharp';
import { pixelBox } from './redaction.rules.js';

/** A warm grey that reads as covered on any photo, by day and by night. `--color-covered` of the pages is the same. */
const COVER = '#6f6a60';

/**
 * The picture with a plain colour over each part.
 *
 * A plain colour and neither blur nor large pixels: a blur can be calculated backwards when its kernel is guessed, and the averages of
 * large pixels still tell apart the few faces or plates that somebody has in mind. What is written here depends on where the parts are
 * and on nothing that was under them, so there is nothing to calculate. The pixels are replaced before anything is encoded, and the
 * thumbnail is made from what was encoded.
 */
export async function coveredPicture(picture: Buffer, regions: readonly RedactionRegion[]): Promise<Sharp> {
  const source = sharp(picture);
  const size = await source.metadata();
  return source.composite(
    regions.map((region) => {
      const { left, top, width, height } = pixelBox(region, size);
      return { input: { create: { width, height, channels: 3, background: COVER } }, left, top };
    }),
  );
}
