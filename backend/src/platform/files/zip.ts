import { PassThrough, pipeline, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of a ZIP. A stream is read to its end before the next file is asked for. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | Readable;
}

/** Whether a file is packed smaller: pictures are small already. */
const packs = (name: string): boolean => !name.endsWith('.jpg');

/**
 * A ZIP that is written while it is read, a file at a time, so that it never lies in memory. When a file fails or nobody reads on, it
 * breaks off, and what was open is closed.
 * @param at when the files in it are from
 */
export function zipOf(entries: AsyncIterable<ZipEntry>, at: Date): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  let open: Readable | null = null;
  const breakOff = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', breakOff);
  output.once('close', () => open?.destroy());
  pipeline(zip.outputStream, output, () => {
    open?.destroy();
  });
  const fill = async (): Promise<void> => {
    for await (const { name, content } of entries) {
      const options = { mtime: at, compress: packs(name) };
      if (Buffer.isBuffer(content)) {
        zip.addBuffer(content, name, options);
        continue;
      }
      open = content;
      if (output.destroyed) content.destroy();
      zip.addReadStream(content, name, options);
      await finished(content);
      open = null;
    }
    zip.end();
  };
  fill().catch(breakOff);
  return output;
}
