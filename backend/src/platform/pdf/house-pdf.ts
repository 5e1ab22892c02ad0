import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The file of the house's letters for what is drawn on paper. */
export const fontFile = (weight: 400 | 700): string =>
  require.resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${String(weight)}-normal.woff`,
  );

/** What a document writes until it ends. Ask before anything is drawn. */
export function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => {
      resolve(Buffer.concat(pieces));
    });
    doc.on('error', reject);
  });
}
