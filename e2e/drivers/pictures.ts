import type { Page } from '@playwright/test';

/** A part of a picture, as shares of its sides. */
export interface PicturePart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CHEQUERS = { width: 800, height: 600, side: 20 };

/** A photo of which no part is of one colour: red and white chequers. */
export async function chequeredPhoto(page: Page, name = 'plats.jpg') {
  const base64 = await page.evaluate(({ width, height, side }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('Nothing to draw with');
    for (let x = 0; x < width; x += side)
      for (let y = 0; y < height; y += side) {
        pen.fillStyle = (x + y) % (2 * side) === 0 ? '#d02030' : '#ffffff';
        pen.fillRect(x, y, side, side);
      }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  }, CHEQUERS);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

/**
 * How far the colours of a part lie from each other, 0–255, in the picture that an address answers with. The edge of the part is left out:
 * there a JPEG runs over.
 */
export function spreadOf(page: Page, address: string, part: PicturePart): Promise<number> {
  return page.evaluate(
    async ({ from, x, y, width, height }) => {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(`The picture is answered with ${String(answer.status)}`);
      const picture = await createImageBitmap(await answer.blob());
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (!pen) throw new Error('Nothing to look with');
      pen.drawImage(picture, 0, 0);
      const { data } = pen.getImageData(
        (x + width * 0.1) * picture.width,
        (y + height * 0.1) * picture.height,
        width * 0.8 * picture.width,
        height * 0.8 * picture.height,
      );
      const greens = data.filter((_, index) => index % 4 === 1);
      return (
        greens.reduce((most, each) => Math.max(most, each), 0) -
        greens.reduce((least, each) => Math.min(least, each), 255)
      );
    },
    { from: address, ...part },
  );
}
