import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import sharp, { type Sharp } from 'sharp';
import { Refused } from '../platform/problem/refused.js';
import { decodeHeic } from './heic-decoder.js';
import { coveredPicture } from './redactions/cover-picture.js';
import { heicPixels, PHOTO_MEGAPIXELS, PHOTO_SIZE, sniffPhoto } from './photo.rules.js';

/** A photo as it is kept: JPEG without metadata, upright, with its thumbnail. */
export interface ProcessedPhoto {
  readonly picture: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

const mostPixels = PHOTO_MEGAPIXELS * 1_000_000;
const heicMilliseconds = 30_000;
const seconds = 30;
const quality = { picture: 82, thumbnail: 75 } as const;

/** Makes what a sender uploaded into what may be kept. One photo at a time: a large one takes a few hundred megabytes. */
@Injectable()
export class PhotoProcessor {
  private last: Promise<unknown> = Promise.resolve();

  /**
   * Reads, turns, shrinks and writes a photo anew, so that nothing of the file itself remains.
   * @throws Refused `photo.wrongType` (by content), `photo.tooLarge` (pixels), `photo.unreadable` (damaged or cut off)
   */
  process(bytes: Buffer): Promise<ProcessedPhoto> {
    return this.next(() => processPhoto(bytes));
  }

  /** Covers parts of a picture that is kept, and makes its thumbnail from what is left. */
  cover(picture: Buffer, regions: readonly RedactionRegion[]): Promise<ProcessedPhoto> {
    return this.next(() => coverPhoto(picture, regions));
  }

  /** A picture that is kept, as it is, with a thumbnail made anew. */
  keep(picture: Buffer): Promise<ProcessedPhoto> {
    return this.next(() => withThumbnail(picture));
  }

  private next(work: () => Promise<ProcessedPhoto>): Promise<ProcessedPhoto> {
    const processed = this.last.then(work);
    this.last = processed.catch(() => undefined);
    return processed;
  }
}

async function processPhoto(bytes: Buffer): Promise<ProcessedPhoto> {
  const format = sniffPhoto(bytes);
  if (!format) throw new Refused('photo.wrongType');
  try {
    const source = format === 'heic' ? await openHeic(bytes) : await open(bytes);
    return await written(shrunk(source, LIMITS.photoPixelsLongestSide));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('photo.unreadable');
  }
}

async function coverPhoto(picture: Buffer, regions: readonly RedactionRegion[]): Promise<ProcessedPhoto> {
  return written((await coveredPicture(picture, regions)).timeout({ seconds }));
}

/** JPEG files of a picture and of its thumbnail, which is made from the file and not from what it came from. */
async function written(source: Sharp): Promise<ProcessedPhoto> {
  return withThumbnail(await source.jpeg({ quality: quality.picture, progressive: true }).toBuffer());
}

async function withThumbnail(picture: Buffer): Promise<ProcessedPhoto> {
  const { width, height } = await sharp(picture).metadata();
  const thumbnail = await shrunk(sharp(picture), LIMITS.thumbnailPixelsLongestSide)
    .jpeg({ quality: quality.thumbnail })
    .toBuffer();
  return { picture, thumbnail, width, height };
}

async function open(bytes: Buffer): Promise<Sharp> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  refuseTooLarge(width * height);
  // `failOn: 'error'` refuses files that were cut off, but not the harmless oddities that some telephones write.
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true }).autoOrient();
}

async function openHeic(bytes: Buffer): Promise<Sharp> {
  refuseTooLarge(heicPixels(bytes));
  const unpacked = await decodeHeic(bytes, { mostPixels, milliseconds: heicMilliseconds });
  if (!unpacked) throw tooLarge();
  const { width, height, data } = unpacked;
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: mostPixels });
}

function refuseTooLarge(pixels: number): void {
  if (pixels > mostPixels) throw tooLarge();
}

const tooLarge = (): Refused => new Refused('photo.tooLarge', { params: PHOTO_SIZE });

const shrunk = (source: Sharp, longestSide: number): Sharp =>
  source
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .timeout({ seconds });
