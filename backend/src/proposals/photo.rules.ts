import { LIMITS } from '@lofteskartan/shared/vocabulary';

/** The formats that photos may have, by content. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heic';

/** Their media types. */
export const PHOTO_MEDIA = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;

/** Telephones take at most about 50 million pixels; what unpacks to more is no photo from one. */
export const PHOTO_MEGAPIXELS = 50;

/** What the refusal of a photo that is too large says. */
export const PHOTO_SIZE = {
  megabytes: LIMITS.photoBytes / 1024 / 1024,
  megapixels: PHOTO_MEGAPIXELS,
} as const;

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx']);
/** Brands of the container alone: which pictures it holds, the compatible brands say. */
const CONTAINER_BRANDS = new Set(['mif1', 'msf1']);

/** The format that the first bytes of a file show, or null. Names and media types that a sender gives are not trusted. */
export function sniffPhoto(bytes: Uint8Array): PhotoFormat | null {
  const starts = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP') return 'webp';
  return text(bytes, 4) === 'ftyp' && isHeic(bytes) ? 'heic' : null;
}

function isHeic(bytes: Uint8Array): boolean {
  if (HEIC_BRANDS.has(text(bytes, 8))) return true;
  if (!CONTAINER_BRANDS.has(text(bytes, 8))) return false;
  const end = Math.min(uint32(bytes, 0), bytes.length, 256);
  for (let at = 16; at + 4 <= end; at += 4) if (HEIC_BRANDS.has(text(bytes, at))) return true;
  return false;
}

/** The most pixels that any picture in a HEIC file says it has (its `ispe` boxes), known before anything is unpacked; 0 when none says. */
export function heicPixels(bytes: Uint8Array): number {
  let most = 0;
  for (let at = 0; at + 16 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x69 || text(bytes, at) !== 'ispe') continue;
    most = Math.max(most, uint32(bytes, at + 8) * uint32(bytes, at + 12));
  }
  return most;
}

const text = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

const uint32 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) * 65_536 +
  (bytes[at + 2] ?? 0) * 256 +
  (bytes[at + 3] ?? 0);

/** Where a photo and its thumbnail are fetched. @param address the photo's id, or what replaced it when a part of it was covered */
export const photoAddresses = (address: string): { url: string; thumbnailUrl: string } => ({
  url: `/api/v1/photos/${address}`,
  thumbnailUrl: `/api/v1/photos/${address}/thumbnail`,
});

/** What decides who may see a photo. */
export interface PhotoFacts {
  readonly publication: 'pending' | 'released' | 'kept-back';
  /** Whether its proposal shows in public. */
  readonly listed: boolean;
  /** The organisation whose own people alone see it, when it is marked as secret itself. */
  readonly photoSecretFor: string | null;
}

/** Whether everyone may see a photo. */
export const isPublicPhoto = ({ publication, listed, photoSecretFor }: PhotoFacts): boolean =>
  publication === 'released' && listed && photoSecretFor === null;
