import type { PhotoUploadReceipt, ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { Disposal, DisposalPreview } from '@lofteskartan/shared/contracts/records';
import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import type { TriagePhoto } from '@lofteskartan/shared/contracts/redactions';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import sharp from 'sharp';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { FileStore } from '../platform/files/file-store.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { send } from '../proposals/proposal.fixture.js';

const width = 640;
const height = 480;
/** The middle of the picture: 160–480 × 120–360. */
const middle = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

/** Black and white squares of 8 px, with a camera's data: covered, nothing of the pattern may be left. */
async function chessboard(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const isWhite = (Math.floor((at % width) / 8) + Math.floor(at / width / 8)) % 2 === 0;
    pixels.fill(isWhite ? 255 : 0, at * 3, at * 3 + 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Copyright: 'Hemlig fotograf' }, IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** How much the brightness of a part varies: about 127 in the chessboard, about nothing in one colour. */
async function contrast(picture: Buffer, region: RedactionRegion): Promise<number> {
  const size = await sharp(picture).metadata();
  const part = await sharp(picture)
    .extract({
      left: Math.round(region.x * size.width),
      top: Math.round(region.y * size.height),
      width: Math.round(region.width * size.width),
      height: Math.round(region.height * size.height),
    })
    .greyscale()
    .toBuffer();
  return (await sharp(part).stats()).channels[0]?.stdev ?? 0;
}

describe('photos of which parts are covered', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;
  let picture: Buffer;

  beforeAll(async () => {
    app = await startTestApp({ clock: new TestClock('2026-01-20T12:00:00Z') });
    await app.empty();
    ale = await makeMunicipality(app.dataSource);
    picture = await chessboard();
  });
  beforeEach(async () => {
    officer = await makeStaff(app, 'case-officer', ale);
  });
  afterAll(() => app.stop());

  /** A proposal with a photo: how staff reach it. */
  async function photographed() {
    const sent = await send(app, ale);
    const form = new FormData();
    form.append('photos', new Blob([new Uint8Array(picture)]), 'bild.jpg');
    const { body } = await app.api().post<PhotoUploadReceipt>(`/proposals/${sent.reference}/photos`, {
      key: true,
      followToken: sent.followToken,
      form,
    });
    const path = `/triage/proposals/${sent.reference}`;
    const { reference, followToken } = sent;
    return {
      reference,
      followToken,
      path,
      photo: `${path}/photos/${body.items[0]!.id}`,
      photoId: body.items[0]!.id,
    };
  }
  type Photographed = Awaited<ReturnType<typeof photographed>>;

  const cover = (photo: string, version: number, regions: unknown = [middle], key: string | true = true) =>
    officer.api.post<TriageProposal & ProblemBody>(`${photo}/redactions`, {
      key,
      body: { version, regions },
    });
  const uncover = (photo: string, version: number) =>
    officer.api.delete<TriageProposal & ProblemBody>(`${photo}/redactions`, {
      key: true,
      query: { version: String(version) },
    });
  const seen = async ({ path }: Photographed): Promise<TriageProposal> =>
    (await officer.api.get<TriageProposal>(path)).body;
  const photoOf = (proposal: TriageProposal): TriagePhoto => proposal.photos[0]!;
  const release = async ({ path, photoId }: Photographed, version: number): Promise<TriageProposal> => {
    const photos = [{ id: photoId, decision: 'release' }];
    return (
      await officer.api.post<TriageProposal>(`${path}/publication`, {
        body: { version, text: 'release', photos },
      })
    ).body;
  };
  const bytes = async (api: Api, url: string, expected = 200): Promise<Buffer> => {
    const answer = await api.get<Buffer>(url);
    expect(answer.status).toBe(expected);
    return answer.body;
  };
  const keysOf = async (photoId: string): Promise<Record<string, string | null>> => {
    const [row] = await app.dataSource.query<Record<string, string | null>[]>(
      'SELECT file_key, thumbnail_key, original_file_key FROM proposal_photos WHERE id = $1',
      [photoId],
    );
    return row!;
  };
  const isKept = async (key: string | null | undefined): Promise<boolean> => {
    const stream = await app.get(FileStore).get(key ?? '');
    stream?.destroy();
    return stream !== null;
  };

  it('show nothing of what was there, in the picture and in the thumbnail, and the rest as it was', async () => {
    const sent = await photographed();
    const before = photoOf(await release(sent, 1));
    const original = await bytes(app.api(), before.url);
    expect(await contrast(original, middle)).toBeGreaterThan(100);

    const { status, body } = await cover(sent.photo, 2);
    expect([status, body.version, photoOf(body)]).toMatchObject([
      200,
      3,
      {
        publication: 'released',
        width,
        height,
        redaction: { regions: [middle], originalUntil: '2027-01-20' },
      },
    ]);
    const { url, thumbnailUrl } = photoOf(body);
    expect([url, thumbnailUrl]).not.toEqual([before.url, before.thumbnailUrl]);
    const story = await app.api().get<ProposalStory>(`/proposals/${sent.reference}`);
    expect(story.body.photos).toEqual([{ id: sent.photoId, url, thumbnailUrl, width, height }]);

    const covered = await bytes(app.api(), url);
    expect(await contrast(covered, middle)).toBeLessThan(6);
    const inside = { x: 0.28, y: 0.28, width: 0.44, height: 0.44 };
    expect(await contrast(covered, inside)).toBeLessThan(1);
    expect(await contrast(await bytes(app.api(), thumbnailUrl), inside)).toBeLessThan(1);
    const above = { left: 0, top: 0, width, height: 112 };
    const [one, other] = await Promise.all(
      [original, covered].map((each) => sharp(each).extract(above).greyscale().raw().toBuffer()),
    );
    const apart = [...one!].reduce((sum, value, at) => sum + Math.abs(value - other![at]!), 0) / one!.length;
    expect(apart).toBeLessThan(4);

    const metadata = await sharp(covered).metadata();
    expect([metadata.format, metadata.exif, metadata.xmp, metadata.icc]).toEqual([
      'jpeg',
      undefined,
      undefined,
      undefined,
    ]);
    for (const gone of [before.url, before.thumbnailUrl]) {
      await bytes(app.api(), gone, 404);
      await bytes(officer.api, gone, 404);
    }
    expect((await app.api().get(before.url, { followToken: sent.followToken })).status).toBe(404);
    await bytes(app.api(), `/photos/${(await keysOf(sent.photoId))['original_file_key']}`, 404);
  });

  it('are covered anew from the original, and leave no file that nobody needs', async () => {
    const sent = await photographed();
    const first = await keysOf(sent.photoId);
    await cover(sent.photo, 1);
    const second = await keysOf(sent.photoId);
    expect(second['original_file_key']).toBe(first['file_key']);
    const corner = { x: 0, y: 0, width: 0.1, height: 0.1 };
    const { body } = await cover(sent.photo, 2, [corner]);
    const third = await keysOf(sent.photoId);
    expect(third['original_file_key']).toBe(first['file_key']);
    const again = await bytes(officer.api, photoOf(body).url);
    expect(await contrast(again, middle)).toBeGreaterThan(100);
    expect(await contrast(again, { x: 0.01, y: 0.01, width: 0.07, height: 0.07 })).toBeLessThan(1);
    await app.runJobs();
    const gone = [first['thumbnail_key'], second['file_key'], second['thumbnail_key']];
    expect(await Promise.all(gone.map(isKept))).toEqual([false, false, false]);
    expect(await Promise.all(Object.values(third).map(isKept))).toEqual([true, true, true]);
  });

  it('come back as they were and wait for a decision when the covering is taken back', async () => {
    const sent = await photographed();
    const released = photoOf(await release(sent, 1));
    const original = await bytes(app.api(), released.url);
    const covered = photoOf((await cover(sent.photo, 2)).body);
    const { status, body } = await uncover(sent.photo, 3);
    expect([status, photoOf(body)]).toMatchObject([200, { publication: 'pending', redaction: null }]);
    for (const gone of [released.url, covered.url, photoOf(body).url]) await bytes(app.api(), gone, 404);
    expect((await bytes(officer.api, photoOf(body).url)).equals(original)).toBe(true);
    const again = await uncover(sent.photo, 4);
    expect([again.status, again.body.code]).toEqual([404, 'not.found']);
    await app.runJobs();
    expect(await isKept((await keysOf(sent.photoId))['file_key'])).toBe(true);
  });

  it('are covered once by the same key, and refused when somebody else was first', async () => {
    const sent = await photographed();
    const answers = await Promise.all([1, 2].map(() => cover(sent.photo, 1, [middle], 'samma-nyckel')));
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    expect((await cover(sent.photo, 1, [middle], 'samma-nyckel')).body).toEqual(answers[0]!.body);
    const other = await cover(sent.photo, 1, [{ ...middle, x: 0 }], 'samma-nyckel');
    expect(other.body.code).toBe('idempotency.reused');
    expect((await cover(sent.photo, 1)).body.code).toBe('version.stale');
    const rivals = await Promise.all([cover(sent.photo, 2), cover(sent.photo, 2), uncover(sent.photo, 2)]);
    expect(rivals.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(
      await Promise.all(
        Object.values(await keysOf(sent.photoId))
          .filter(Boolean)
          .map(isKept),
      ),
    ).not.toContain(false);
  });

  const part = { x: 0.1, y: 0.1, width: 0.1, height: 0.1 };
  it.each<[name: string, regions: unknown, fault: string]>([
    ['none', [], 'regions tooFew'],
    ['too many', Array.from({ length: 51 }, () => part), 'regions tooMany'],
    ['left of the picture', [{ ...part, x: -0.1 }], 'regions[0].x tooSmall'],
    ['pixels instead of shares', [part, { ...part, width: 120 }], 'regions[1].width tooLarge'],
    ['without a height', [{ ...part, height: 0 }], 'regions[0].height tooSmall'],
    ['over the edge', [{ ...part, x: 0.95 }], 'regions[0].width outsideThePicture'],
    ['words', [{ ...part, y: 'uppe' }], 'regions[0].y notANumber'],
    ['no list', 'allt', 'regions notAList'],
  ])('are not covered by parts that are wrong: %s', async (_name, regions, fault) => {
    const sent = await photographed();
    const { status, body } = await cover(sent.photo, 1, regions);
    expect([status, ...body.errors!.map(({ field, code }) => `${field} ${code}`)]).toEqual([422, fault]);
  });

  it('are nothing to others, and their originals are opened by those who handle them alone, each time written down', async () => {
    const sent = await photographed();
    expect((await officer.api.get(`${sent.photo}/original`)).status).toBe(404);
    await cover(sent.photo, 1, [middle, part]);
    await release(sent, 2);
    const elsewhere = await makeMunicipality(app.dataSource);
    const others = [
      app.api(),
      (await makeStaff(app, 'admin', ale)).api,
      (await makeStaff(app, 'case-officer', elsewhere)).api,
    ];
    const statuses = await Promise.all(
      others.map(async (api) => [
        (await api.get(`${sent.photo}/original`, { followToken: sent.followToken })).status,
        (await api.post(`${sent.photo}/redactions`, { key: true, body: { version: 3, regions: [part] } }))
          .status,
        (await api.delete(`${sent.photo}/redactions`, { key: true, query: { version: '3' } })).status,
      ]),
    );
    expect(statuses).toEqual([
      [401, 401, 401],
      [403, 403, 403],
      [404, 404, 404],
    ]);
    const other = await photographed();
    expect((await officer.api.get(`${other.path}/photos/${sent.photoId}/original`)).status).toBe(404);

    const opened = await officer.api.get<Buffer>(`${sent.photo}/original`);
    expect([opened.status, opened.headers.get('Cache-Control')]).toEqual([200, 'private, no-store']);
    expect(await contrast(opened.body, middle)).toBeGreaterThan(100);
    const events = (await seen(sent)).events.filter(({ type }) => type.startsWith('photo-'));
    expect(events).toMatchObject([
      { type: 'photo-redacted', actor: officer.staff.name, changes: { photos: [sent.photoId], regions: 2 } },
      { type: 'photo-original-opened', actor: officer.staff.name },
    ]);
    const told = await app.api().get<object>(`/proposals/${sent.reference}`);
    expect(JSON.stringify(told.body)).not.toMatch(/redact|original|regions/);
  });

  it('keep their original until its day, the municipality’s rule before the house’s, and never past a hold', async () => {
    const [kept, held] = [await photographed(), await photographed()];
    for (const each of [kept, held]) await cover(each.photo, 1);
    const original = (await keysOf(kept.photoId))['original_file_key'];
    const hold = await officer.api.put<{ version: number }>(`/triage/proposals/${held.reference}/record`, {
      body: { version: 0, hold: 'Begärd ut' },
    });
    expect(hold.status).toBe(200);
    const dispose = async (): Promise<void> => {
      await app.get(JobRunner).perform('dispose-photo-originals', {});
      await app.runJobs();
    };
    app.clock.advance({ days: 364 });
    await dispose();
    expect(await isKept(original)).toBe(true);

    app.clock.advance({ days: 1 });
    const coordinator = await makeStaff(app, 'coordinator', ale);
    const slug = ale.slug;
    const rules = (years: number, version: number) => ({
      version,
      rules: [{ type: 'photo-original', years, decision: 'KS 2027/1' }],
    });
    await coordinator.api.put(`/municipalities/${slug}/retention-rules`, { body: rules(2, 0) });
    await dispose();
    expect(await isKept(original)).toBe(true);
    officer = await makeStaff(app, 'case-officer', ale);
    expect(photoOf(await seen(kept)).redaction?.originalUntil).toBe('2028-01-20');
    await coordinator.api.put(`/municipalities/${slug}/retention-rules`, { body: rules(1, 1) });
    const coming = await coordinator.api.get<DisposalPreview>(`/municipalities/${slug}/disposal-preview`);
    expect(coming.body.items).toContainEqual({
      type: 'photo-original',
      name: kept.reference,
      after: '2027-01-20',
      decision: 'KS 2027/1',
      hold: null,
    });

    await dispose();
    expect(await isKept(original)).toBe(false);
    expect(photoOf(await seen(held)).redaction?.originalUntil).toBe('2027-01-20');
    const now = await seen(kept);
    expect(photoOf(now).redaction).toMatchObject({ regions: [middle], originalUntil: null });
    expect(now.events.at(-1)).toMatchObject({ type: 'photo-original-disposed', reason: 'KS 2027/1' });
    await bytes(officer.api, photoOf(now).url);
    for (const answer of [
      await officer.api.get<ProblemBody>(`${kept.photo}/original`),
      await cover(kept.photo, now.version),
      await uncover(kept.photo, now.version),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'photo.originalGone']);
    const gone = await coordinator.api.get<{ items: Disposal[] }>('/disposals', {
      query: { municipality: slug },
    });
    expect(gone.body.items).toMatchObject([
      { type: 'photo-original', decision: 'KS 2027/1', job: 'dispose-photo-originals' },
    ]);
  });
});
