import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A picture unpacked to red, green, blue and opacity, a byte each. */
export interface UnpackedPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const decoderPath = createRequire(import.meta.url).resolve('heic-decode');

/** Unpacking is one long computation, so it has a thread of its own that can be ended. CommonJS, as `eval` demands. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { all } = require(workerData.decoderPath);
  (async () => {
    const [image] = await all({ buffer: workerData.bytes });
    if (image.width * image.height > workerData.mostPixels) return parentPort.postMessage(null);
    const { width, height, data } = await image.decode();
    parentPort.postMessage({ width, height, data: new Uint8Array(data.buffer) }, [data.buffer]);
  })();`;

/**
 * Unpacks the first picture of a HEIC file, upright as the file says.
 * @returns null when it has more than `mostPixels`
 * @throws Error when the file cannot be read, or not within `milliseconds`
 */
export async function decodeHeic(
  bytes: Buffer,
  { mostPixels, milliseconds }: { readonly mostPixels: number; readonly milliseconds: number },
): Promise<UnpackedPicture | null> {
  const worker = new Worker(program, {
    eval: true,
    // The library prints what it finds wrong; that is told to the sender instead.
    stdout: true,
    stderr: true,
    workerData: { bytes: new Uint8Array(bytes), decoderPath, mostPixels },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const timer = setTimeout(() => void worker.terminate(), milliseconds);
  try {
    return await new Promise<UnpackedPicture | null>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The picture could not be unpacked')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
