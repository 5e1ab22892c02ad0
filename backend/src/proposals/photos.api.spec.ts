import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PhotoUploadReceipt } from '@lofteskartan/shared/contracts/proposals';
import sharp from 'sharp';
import type { Api, ApiAnswer, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { tinyHeic } from './photo.fixture.js';
import { MoveProposalService } from './move-proposal.service.js';
import { send } from './proposal.fixture.js';
import { PublishProposalService } from './publish-proposal.service.js';

type Sent = Awaited<ReturnType<typeof send>>;

const colours = { width: 40, height: 20, channels: 3, background: '#804020' } as const;
const jpeg = (): Promise<Buffer> => sharp({ create: colours }).jpeg().toBuffer();

describe('photos', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let resident: Api;
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
  });
  beforeEach(() => {
    resident = app.api();
  });
  afterAll(() => app.stop());

  const form = (...photos: Buffer[]): FormData => {
    const data = new FormData();
    photos.forEach((bytes, index) =>
      data.append('photos', new Blob([new Uint8Array(bytes)]), `bild-${index}.jpg`),
    );
    return data;
  };
  const upload = (
    sent: Sent,
    photos: Buffer[],
    key: string | true = true,
    token: string | null = sent.followToken,
  ) =>
    resident.post<PhotoUploadReceipt & ProblemBody>(`/proposals/${sent.reference}/photos`, {
      form: form(...photos),
      key,
      ...(token === null ? {} : { followToken: token }),
    });
  const filesKept = (): number => {
    const folder = join(app.config.dataDir, 'files');
    if (!existsSync(folder)) return 0;
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .length;
  };
  const rowsKept = async (): Promise<number> =>
    (
      await app.dataSource.query<{ count: number }[]>(
        'SELECT count(*)::integer AS count FROM proposal_photos',
      )
    )[0]!.count;
  const first = (answer: ApiAnswer<PhotoUploadReceipt>) => answer.body.items[0]!;
  const bytesOf = async (url: string, sent: Sent): Promise<Buffer> => {
    const answer = await resident.get<Buffer>(url, { followToken: sent.followToken });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/jpeg']);
    return answer.body;
  };

  it('are written anew: JPEG without metadata, upright, at most 2048 px, with a thumbnail', async () => {
    const sent = await send(app, ale);
    const sideways = await sharp({ create: { ...colours, width: 3000, height: 1000 } })
      .withExif({ IFD0: { Copyright: 'Hemlig fotograf', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(sideways.includes('Exif')).toBe(true);
    const answer = await upload(sent, [sideways]);
    expect([answer.status, first(answer)]).toMatchObject([
      201,
      { width: 683, height: 2048, publication: 'pending' },
    ]);

    const picture = await bytesOf(first(answer).url, sent);
    const metadata = await sharp(picture).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 683, height: 2048 });
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(picture.includes('Exif')).toBe(false);
    const thumbnail = await sharp(await bytesOf(first(answer).thumbnailUrl, sent)).metadata();
    expect(thumbnail).toMatchObject({ width: 160, height: 480 });
  });

  it('may be PNG with transparency, WebP or HEIC, whatever they are called', async () => {
    const sent = await send(app, ale);
    const clear = { ...colours, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } };
    const png = await sharp({ create: clear }).png().toBuffer();
    const webp = await sharp({ create: colours }).webp().toBuffer();
    const { status, body } = await upload(sent, [png, webp, tinyHeic]);
    expect([status, body.items.map(({ width, height }) => [width, height])]).toEqual([
      201,
      [
        [40, 20],
        [40, 20],
        [64, 32],
      ],
    ]);
    const white = await sharp(await bytesOf(body.items[0]!.url, sent))
      .raw()
      .toBuffer();
    expect(white[0]).toBeGreaterThan(250);

    expect(tinyHeic.includes('Hemlig fotograf')).toBe(true);
    const heic = await bytesOf(body.items[2]!.url, sent);
    expect(heic.includes('Hemlig')).toBe(false);
    const { dominant } = await sharp(
      await sharp(heic).extract({ left: 4, top: 4, width: 20, height: 20 }).toBuffer(),
    ).stats();
    expect(dominant.r).toBeGreaterThan(150);
    expect(dominant.b).toBeLessThan(80);
  });

  describe('nothing is left behind of what is refused', () => {
    let sent: Sent;
    let good: Buffer;
    let kept: [files: number, rows: number];

    beforeAll(async () => {
      sent = await send(app, ale);
      good = await jpeg();
      kept = [filesKept(), await rowsKept()];
    });

    const refused: [name: string, bytes: () => Promise<Buffer> | Buffer, status: number, code: string][] = [
      ['a text', () => Buffer.from('hej '.repeat(100)), 415, 'photo.wrongType'],
      ['nothing', () => Buffer.alloc(0), 415, 'photo.wrongType'],
      [
        'a picture that can carry scripts',
        () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        415,
        'photo.wrongType',
      ],
      ['a GIF', () => sharp({ create: colours }).gif().toBuffer(), 415, 'photo.wrongType'],
      ['an AVIF', () => sharp({ create: colours }).avif().toBuffer(), 415, 'photo.wrongType'],
      [
        'a name alone',
        () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]),
        422,
        'photo.unreadable',
      ],
      [
        'a JPEG that was cut off',
        async () => (await noisy('jpeg')).subarray(0, 30_000),
        422,
        'photo.unreadable',
      ],
      [
        'a PNG that was cut off',
        async () => (await noisy('png')).subarray(0, 30_000),
        422,
        'photo.unreadable',
      ],
      [
        'a WebP that was cut off',
        async () => (await noisy('webp')).subarray(0, 20_000),
        422,
        'photo.unreadable',
      ],
      ['a HEIC that was cut off', () => tinyHeic.subarray(0, 700), 422, 'photo.unreadable'],
      ['a HEIC without a picture', () => tinyHeic.subarray(0, 64), 422, 'photo.unreadable'],
      ['a HEIC that says it is enormous', () => enlarged(tinyHeic), 413, 'photo.tooLarge'],
      ['a small file that unpacks to 100 million pixels', () => bomb(), 413, 'photo.tooLarge'],
      [
        'more than 10 MB',
        async () => Buffer.concat([await jpeg(), Buffer.alloc(10 * 1024 * 1024)]),
        413,
        'photo.tooLarge',
      ],
    ];
    it.each(refused)('%s', async (_name, bytes, status, code) => {
      const answer = await upload(sent, [good, await bytes()]);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect([filesKept(), await rowsKept()]).toEqual(kept);
    });

    it('more than five, at once or in all', async () => {
      const six = await upload(
        sent,
        Array.from({ length: 6 }, () => good),
      );
      expect([six.status, six.body.code]).toEqual([422, 'photo.tooMany']);
      const other = await send(app, ale);
      expect((await upload(other, [good, good, good])).status).toBe(201);
      const before = [filesKept(), await rowsKept()];
      const more = await upload(other, [good, good, good]);
      expect([more.status, more.body.code]).toEqual([422, 'photo.tooMany']);
      expect([filesKept(), await rowsKept()]).toEqual(before);
    });

    it('at the same time no more than five get through', async () => {
      const other = await send(app, ale);
      const [files, rows] = [filesKept(), await rowsKept()];
      const answers = await Promise.all(Array.from({ length: 4 }, () => upload(other, [good, good])));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422]);
      expect([filesKept() - files, (await rowsKept()) - rows]).toEqual([8, 4]);
    });

    it('a form without photos, with another field, or that is no form', async () => {
      const path = `/proposals/${sent.reference}/photos`;
      const options = { key: true, followToken: sent.followToken } as const;
      const other = new FormData();
      other.append('bilder', new Blob([new Uint8Array(good)]), 'bild.jpg');
      const text = new FormData();
      text.append('hej', 'hopp');
      expect(
        (await resident.post<ProblemBody>(path, { ...options, form: new FormData() })).status,
      ).toBeGreaterThanOrEqual(400);
      expect(
        (await resident.post<ProblemBody>(path, { ...options, form: other })).body.errors?.[0],
      ).toMatchObject({ field: 'bilder', code: 'unknown' });
      expect((await resident.post<ProblemBody>(path, { ...options, form: text })).status).toBe(422);
      expect((await resident.post<ProblemBody>(path, { ...options, body: {} })).status).toBe(415);
    });
  });

  it('come from the sender alone', async () => {
    const [sent, other] = [await send(app, ale), await send(app, ale)];
    const photo = await jpeg();
    expect((await upload(sent, [photo], true, null)).body.code).toBe('followToken.required');
    expect((await upload(sent, [photo], true, 'not the token')).body.code).toBe('followToken.wrong');
    expect((await upload(sent, [photo], true, other.followToken)).status).toBe(401);
    expect((await upload(sent, [photo], 'kort')).status).toBe(422);
    expect(
      await app.dataSource.query('SELECT 1 FROM proposal_photos WHERE proposal_id = $1', [sent.id]),
    ).toEqual([]);
  });

  it('sent again with the same key are stored once', async () => {
    const sent = await send(app, ale);
    const photo = await jpeg();
    const before = filesKept();
    const [one, two] = await Promise.all([
      upload(sent, [photo], 'samma-nyckel'),
      upload(sent, [photo], 'samma-nyckel'),
    ]);
    expect(two.body).toEqual(one.body);
    expect((await upload(sent, [photo], 'samma-nyckel')).body).toEqual(one.body);
    expect(filesKept() - before).toBe(2);
    const png = await sharp({ create: colours }).png().toBuffer();
    expect((await upload(sent, [png], 'samma-nyckel')).body.code).toBe('idempotency.reused');
    expect(filesKept() - before).toBe(2);
  });

  it('are shown to the sender and the municipality’s staff until they are released, then to all, and never of a hidden proposal', async () => {
    const sent = await send(app, ale);
    const photo = first(await upload(sent, [await jpeg(), await jpeg()]));
    const other = await makeMunicipality(app.dataSource);
    const [foreign, admin] = [
      await makeStaff(app, 'case-officer', other),
      await makeStaff(app, 'admin', ale),
    ];
    const stranger = await send(app, ale);
    const look = async (api: Api, followToken?: string) => {
      const { status, headers } = await api.get(photo.url, followToken === undefined ? {} : { followToken });
      const thumbnail = await api.get(photo.thumbnailUrl, followToken === undefined ? {} : { followToken });
      expect(thumbnail.status).toBe(status);
      return status === 200 ? headers.get('Cache-Control') : status;
    };
    const lookers = async () => ({
      sender: await look(app.api(), sent.followToken),
      staff: await look(officer.api),
      everyone: await look(app.api()),
      wrongToken: await look(app.api(), 'wrong'),
      otherSender: await look(app.api(), stranger.followToken),
      otherStaff: await look(foreign.api),
      admin: await look(admin.api),
    });
    const [hidden, open] = ['private, no-store', 'public, max-age=300'];
    const kept = {
      sender: hidden,
      staff: hidden,
      everyone: 404,
      wrongToken: 404,
      otherSender: 404,
      otherStaff: 404,
      admin: 404,
    };
    expect(await lookers()).toEqual(kept);

    await app.dataSource.transaction((manager) =>
      app.get(PublishProposalService).publish(manager, {
        proposalId: sent.id,
        photos: [{ id: photo.id, decision: 'release' }],
        actor: officer.staff,
      }),
    );
    const everyone = Object.fromEntries(Object.keys(kept).map((name) => [name, open]));
    expect(await lookers()).toEqual(everyone);
    const story = await app.api().get<{ photos: object[] }>(`/proposals/${sent.reference}`);
    expect(story.body.photos).toEqual([
      { id: photo.id, url: photo.url, thumbnailUrl: photo.thumbnailUrl, width: 40, height: 20 },
    ]);

    await app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId: sent.id, to: 'hidden', actor: officer.staff }),
    );
    expect(await lookers()).toEqual(kept);
  });

  it('one that is not there', async () => {
    expect((await resident.get('/photos/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await resident.get('/photos/hej/thumbnail')).status).toBe(404);
  });
});

/** A picture that does not compress. */
async function noisy(format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 300, height: 300, channels: 3, noise, background: '#000' } })
    .toFormat(format, { quality: 95 })
    .toBuffer();
}

/** 100 million black pixels in about a hundred kilobytes. */
function bomb(): Promise<Buffer> {
  return sharp({
    create: { width: 10_000, height: 10_000, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** The same HEIC file, whose boxes say that it is 60,000 × 60,000. */
function enlarged(heic: Buffer): Buffer {
  const changed = Buffer.from(heic);
  for (let at = changed.indexOf('ispe'); at !== -1; at = changed.indexOf('ispe', at + 4)) {
    changed.writeUInt32BE(60_000, at + 8);
    changed.writeUInt32BE(60_000, at + 12);
  }
  return changed;
}
