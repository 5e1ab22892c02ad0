import { LIMITS } from '@lofteskartan/shared/vocabulary';
import type { Request, Response } from 'express';
import multer, { memoryStorage, MulterError } from 'multer';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { PHOTO_SIZE } from './photo.rules.js';

/** The form field that photos are sent in. */
export const photoField = 'photos';

const receive = multer({
  storage: memoryStorage(),
  limits: {
    files: LIMITS.photosPerProposal,
    fileSize: LIMITS.photoBytes,
    fields: 0,
    parts: LIMITS.photosPerProposal,
    headerPairs: 20,
  },
}).array(photoField, LIMITS.photosPerProposal);

/**
 * Reads the photos of a multipart request into memory. Called when the sender is known, so that nobody else can make the
 * server take in files.
 * @throws Refused `photo.tooLarge`, `photo.tooMany`, `photo.missing`, `input.invalid` (another field), `request.unreadable` (a form cut off)
 */
export async function receivePhotos(request: Request, response: Response): Promise<Buffer[]> {
  await new Promise<void>((resolve, reject) => {
    receive(request, response, (error: unknown) => {
      if (error) reject(refusalOf(error));
      else resolve();
    });
  });
  const files = Array.isArray(request.files) ? request.files : [];
  if (files.length === 0) throw new Refused('photo.missing');
  return files.map((file) => file.buffer);
}

function refusalOf(error: unknown): Refused {
  if (!(error instanceof MulterError)) return new Refused('request.unreadable');
  switch (error.code) {
    case 'LIMIT_FILE_SIZE':
      return new Refused('photo.tooLarge', { params: PHOTO_SIZE });
    case 'LIMIT_FILE_COUNT':
    case 'LIMIT_PART_COUNT':
      return tooMany();
    case 'LIMIT_UNEXPECTED_FILE':
      return error.field === photoField ? tooMany() : invalidField(error.field ?? '', 'unknown');
    default:
      return invalidField(error.field ?? '', 'unknown');
  }
}

/** The refusal of more photos than a proposal may have. */
export const tooMany = (): Refused =>
  new Refused('photo.tooMany', { params: { max: LIMITS.photosPerProposal } });
