import { LIMITS } from '@lofteskartan/shared/vocabulary';

/** What the server would make of it anyway; less to send over a slow network. */
const QUALITY = 0.85;
/** Smaller than this is sent as it is. Bytes. */
const SMALL = 700_000;

/** The same photo, upright and at most as large as the server keeps, without metadata; the original where the browser cannot read it (HEIC). */
export async function shrinkPhoto(photo: File): Promise<File> {
  if (photo.size <= SMALL || typeof createImageBitmap !== 'function') return photo;
  try {
    const image = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LIMITS.photoPixelsLongestSide / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const smaller = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    if (!smaller || smaller.size >= photo.size) return photo;
    return new File([smaller], photo.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return photo;
  }
}
