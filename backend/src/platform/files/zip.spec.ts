import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { filesIn } from '../../../test/support/zip.js';
import { zipOf, type ZipEntry } from './zip.js';

const at = new Date('2026-03-01T12:00:00Z');

async function* entries(...given: ZipEntry[]): AsyncGenerator<ZipEntry> {
  for (const each of given) yield await Promise.resolve(each);
}

describe('a ZIP that is written while it is read', () => {
  it('holds bytes and streams, one after the other', async () => {
    const many = Buffer.alloc(500_000, 7);
    const zip = zipOf(
      entries(
        { name: 'photos/1.jpg', content: Readable.from([many.subarray(0, 250_000), many.subarray(250_000)]) },
        { name: 'case.json', content: Buffer.from('{"å":1}') },
      ),
      at,
    );
    const files = await filesIn(await buffer(zip));
    expect([...files.keys()]).toEqual(['photos/1.jpg', 'case.json']);
    expect(files.get('photos/1.jpg')?.equals(many)).toBe(true);
    expect(files.get('case.json')?.toString()).toBe('{"å":1}');
  });

  it('breaks off when a file fails', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('the disk'));
      },
    });
    await expect(buffer(zipOf(entries({ name: 'a.jpg', content: broken }), at))).rejects.toThrow('the disk');
  });

  it('closes what is open when nobody reads on', async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    });
    const zip = zipOf(entries({ name: 'a.jpg', content: endless }), at);
    await new Promise((resolve) => zip.once('data', resolve));
    zip.destroy();
    await new Promise((resolve) => endless.once('close', resolve));
    expect(endless.destroyed).toBe(true);
  });
});
