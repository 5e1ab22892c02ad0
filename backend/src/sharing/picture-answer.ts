import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';

/** A picture to send, drawn only when it is wanted. */
export interface PictureToSend {
  /** Another content has another. */
  readonly version: string;
  readonly cacheControl: string;
  readonly draw: () => Promise<Buffer>;
}

/** Sends a picture, or says that it has not changed without drawing it. */
export async function sendPicture(
  request: Request,
  response: Response,
  { version, cacheControl, draw }: PictureToSend,
): Promise<StreamableFile | undefined> {
  response.set({ 'Cache-Control': cacheControl, ETag: `"${version}"` });
  if (request.fresh) {
    response.status(304);
    return undefined;
  }
  const png = await draw();
  return new StreamableFile(png, { type: 'image/png', length: png.length });
}
