import { heicPixels, isPublicPhoto, sniffPhoto } from './photo.rules.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const ftyp = (brand: string, ...compatible: string[]) =>
  bytes([0, 0, 0, 16 + compatible.length * 4], 'ftyp', brand, [0, 0, 0, 0], ...compatible);

describe('the format by content', () => {
  it.each([
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['PNG', bytes([0x89], 'PNG\r\n\x1a\n'), 'png'],
    ['WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBP'), 'webp'],
    ['HEIC', ftyp('heic', 'mif1'), 'heic'],
    ['HEIC of a newer telephone', ftyp('heix', 'mif1'), 'heic'],
    ['a container that holds HEIC', ftyp('mif1', 'miaf', 'heic'), 'heic'],
    ['a container that holds AVIF', ftyp('mif1', 'avif', 'miaf'), null],
    ['AVIF', ftyp('avif', 'mif1', 'heic'), null],
    ['a film', ftyp('isom', 'mp42'), null],
    ['GIF', bytes('GIF89a'), null],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['a sound', bytes('RIFF', [1, 2, 3, 4], 'WAVE'), null],
    ['a program', bytes('MZ', [0x90, 0]), null],
    ['nothing', bytes(), null],
  ])('%s', (_name, content, format) => {
    expect(sniffPhoto(content)).toBe(format);
  });
});

describe('how many pixels a HEIC file says it has', () => {
  const ispe = (width: number, height: number) =>
    bytes(
      [0, 0, 0, 20],
      'ispe',
      [0, 0, 0, 0],
      ...[width, height].map((n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]),
    );
  it('the largest of several counts', () => {
    const file = Buffer.concat([ftyp('heic'), ispe(512, 512), ispe(8064, 6048), ispe(320, 240)]);
    expect(heicPixels(file)).toBe(8064 * 6048);
  });

  it('a bomb', () => {
    expect(heicPixels(Buffer.concat([ftyp('heic'), ispe(0xffffffff, 0xffffffff)]))).toBeGreaterThan(1e18);
  });

  it('none when it does not say, or is cut off', () => {
    expect(heicPixels(ftyp('heic'))).toBe(0);
    expect(heicPixels(ispe(9, 9).subarray(0, 14))).toBe(0);
  });
});

it.each([
  ['released', true, null, true],
  ['released', false, null, false],
  ['pending', true, null, false],
  ['kept-back', true, null, false],
  ['released', true, 'an organisation', false],
] as const)(
  'a photo that is %s, of a proposal that is listed: %s, secret for %s',
  (publication, listed, photoSecretFor, open) => {
    expect(isPublicPhoto({ publication, listed, photoSecretFor })).toBe(open);
  },
);
