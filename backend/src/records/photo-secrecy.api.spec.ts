import type {
  FollowedProposal,
  PhotoUploadReceipt,
  ProposalStory,
} from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { LogPage } from '@lofteskartan/shared/contracts/work-log';
import { validateXML } from 'xmllint-wasm';
import { mailing, photoForm, Place } from '../../test/support/access-scene.js';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { filesIn } from '../../test/support/zip.js';
import type { ArchivedCase } from './archive/archive.rules.js';

const ground = '21 kap. 1 § OSL';

describe('a photo that is secret', () => {
  let app: TestApp;
  let place: Place;
  let reference: string;
  let followToken: string;
  let path: string;
  let photoId: string;
  let released: TriageProposal;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.empty();
    place = await Place.make(app);
    ({ reference, followToken } = await place.freshProposal());
    path = `/triage/proposals/${reference}`;
    const sent = await app.api().post<PhotoUploadReceipt>(`/proposals/${reference}/photos`, {
      key: true,
      followToken,
      form: await photoForm(),
    });
    photoId = sent.body.items[0]!.id;
    released = await publish('case-officer', 1);
  });

  const as = (role: 'police-officer' | 'case-officer' | 'coordinator') => place.people[role].api;
  async function publish(role: 'police-officer' | 'case-officer', version: number): Promise<TriageProposal> {
    const photos = [{ id: photoId, decision: 'release' }];
    return (await as(role).post<TriageProposal>(`${path}/publication`, { body: { version, photos } })).body;
  }
  const mark = (role: 'police-officer' | 'case-officer' = 'police-officer', body: object = {}) =>
    as(role).put<TriageProposal & ProblemBody>(`${path}/photos/${photoId}/secrecy`, {
      body: { version: released.version, ground, ...body },
    });
  const lift = (version: number) =>
    as('police-officer').delete<TriageProposal & ProblemBody>(`${path}/photos/${photoId}/secrecy`, {
      query: { version: String(version) },
    });
  const statusOf = async (api: ReturnType<typeof as>, url: string, token?: string) =>
    (await api.get<Buffer>(url.replace('/api/v1', ''), { followToken: token })).status;
  const story = async () =>
    (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body.photos.map(({ id }) => id);

  it('leaves the public at once, under its old address and the new one', async () => {
    expect(await story()).toEqual([photoId]);
    const { status, body } = await mark();
    expect([status, body.photos[0]]).toMatchObject([
      200,
      { secret: true, secrecy: { ground, by: place.people['police-officer'].staff.name } },
    ]);
    expect(await story()).toEqual([]);
    const now = body.photos[0]!.url;
    for (const url of [released.photos[0]!.url, now, `${now}/thumbnail`])
      expect(await statusOf(app.api(), url)).toBe(404);
  });

  it('is seen by those alone who handle proposals for the organisation that answers for it', async () => {
    const url = (await mark()).body.photos[0]!.url;
    expect(await statusOf(as('police-officer'), url)).toBe(200);
    expect(await statusOf(as('case-officer'), url)).toBe(404);
    expect((await as('case-officer').get<TriageProposal>(path)).body.photos).toEqual([]);
    const regions = [{ x: 0, y: 0, width: 0.5, height: 0.5 }];
    const covering = { key: true, body: { version: released.version + 1, regions } } as const;
    const covered = await as('case-officer').post(`${path}/photos/${photoId}/redactions`, covering);
    expect(covered.status).toBe(404);
  });

  it('is told of on the sender’s own page, and not shown', async () => {
    const url = (await mark()).body.photos[0]!.url;
    const { body } = await app.api().get<FollowedProposal>('/follow', { followToken });
    expect(body.photos).toMatchObject([{ id: photoId, secret: true }]);
    expect(await statusOf(app.api(), url, followToken)).toBe(404);
    const own = await filesIn((await app.api().get<Buffer>('/follow/data', { followToken })).body);
    expect([...own.keys()]).toEqual(['data.json']);
  });

  it('is marked by nobody else, with the version that was read, and a ground', async () => {
    expect((await mark('case-officer')).body.code).toBe('record.notYours');
    expect((await mark('police-officer', { version: 1 })).body.code).toBe('version.stale');
    expect((await mark('police-officer', { ground: ' ' })).body.code).toBe('input.invalid');
    expect((await lift(released.version)).status).toBe(404);
    expect(await story()).toEqual([photoId]);
  });

  it('is decided about anew when the mark is lifted', async () => {
    const { version } = (await mark()).body;
    const refused = await as('police-officer').post(`${path}/publication`, {
      body: { version, photos: [{ id: photoId, decision: 'release' }] },
    });
    expect(refused.status).toBe(422);
    const lifted = await lift(version);
    expect([lifted.status, lifted.body.photos[0]]).toMatchObject([
      200,
      { publication: 'pending', secret: false, secrecy: null },
    ]);
    expect(await story()).toEqual([]);
    await publish('case-officer', lifted.body.version);
    expect(await story()).toEqual([photoId]);
  });

  it('stands in the history and in the coordinator’s log', async () => {
    await lift((await mark()).body.version);
    const { events } = (await as('case-officer').get<TriageProposal>(path)).body;
    const marks = events.filter(({ type }) => type.includes('secre'));
    expect(marks).toMatchObject([
      { type: 'photo-marked-secret', reason: ground, actor: place.people['police-officer'].staff.name },
      { type: 'photo-secrecy-lifted', reason: ground },
    ]);
    const query = { municipality: place.municipality.slug };
    const { items } = (await as('coordinator').get<LogPage>('/work-log', { query })).body;
    expect(items.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['photo-marked-secret', 'photo-secrecy-lifted']),
    );
  });

  it('goes to the archive with its mark, from the hands of those who see it', async () => {
    await mark();
    const exported = async (role: 'police-officer' | 'case-officer') => {
      const files = await filesIn((await as(role).get<Buffer>(`${path}/archive`)).body);
      const text = (name: string) => files.get(name)!.toString('utf8');
      return {
        files,
        json: JSON.parse(text('case.json')) as ArchivedCase,
        xml: text('case.xml'),
        xsd: text('case.xsd'),
      };
    };
    const { files, json, xml, xsd } = await exported('police-officer');
    expect(json.proposals[0]?.photos).toMatchObject([
      { file: `photos/${reference}-1.jpg`, secrecy: { ground } },
    ]);
    expect(files.has(`photos/${reference}-1.jpg`)).toBe(true);
    const checked = await validateXML({
      xml: { fileName: 'case.xml', contents: xml },
      schema: { fileName: 'case.xsd', contents: xsd },
    });
    expect(checked.errors).toEqual([]);
    const others = await exported('case-officer');
    expect([others.json.proposals[0]?.photos, [...others.files.keys()].length]).toEqual([[], 3]);
  });
});
