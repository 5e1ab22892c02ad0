import { StreamableFile } from '@nestjs/common';
import type { DrawnSign } from './make-signs.service.js';

/** A sign to save. */
export const sent = ({ name, bytes }: DrawnSign): StreamableFile =>
  new StreamableFile(bytes, {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}"`,
    length: bytes.length,
  });
