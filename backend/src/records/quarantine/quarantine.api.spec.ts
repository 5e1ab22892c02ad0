import type { FollowedProposal, PhotoUploadReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { QuarantinePage, QuarantineReceipt } from '@lofteskartan/shared/contracts/quarantine';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { photoForm } from '../../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { MailServer } from '../../../test/support/mail-server.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { send } from '../../proposals/proposal.fixture.js';
import { EmptyQuarantine } from './empty-quarantine.job.js';

const homepage = 'https://spam.example';
const contact = { email: 'kim@example.org', name: 'Kim' };

describe('quarantine', () => {
  let server: MailServer;
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url } });
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });
  beforeEach(async () => {
    await app.empty();
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
  });

  const page = async () => (await officer.api.get<QuarantinePage>('/triage/quarantine')).body;
  const queue = async () =>
    (await officer.api.get<TriagePage>('/triage/proposals')).body.items.map(({ reference }) => reference);
  const listed = async () =>
    (await app.api().get<{ items: unknown[] }>('/proposals', { query: { municipality: ale.slug } })).body
      .items;
  const restore = (id: string) =>
    officer.api.post<QuarantineReceipt>(`/triage/quarantine/${id}/restorations`, { key: true, body: {} });
  const count = async (table: string) => {
    const [row] = await app.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM ${table}`,
    );
    return row?.count;
  };
  const held = () => send(app, ale, 'dark-place', { homepage, contact, description: 'Mörkt här' });
  const subscription = () => ({
    municipality: ale.slug,
    email: 'granne@example.org',
    frequency: 'weekly',
    language: 'sv',
  });

  it('a proposal that filled in the field is answered as every other, and is nowhere but in quarantine', async () => {
    const plain = await send(app, ale, 'dark-place', { contact, description: 'Mörkt här' });
    const trapped = await held();
    const shape = ({ reference: _r, followToken: _t, id: _i, ...rest }: typeof plain) => rest;
    expect(shape(trapped)).toEqual(shape(plain));
    await app.runJobs();
    expect(await count('mails')).toBe(1);
    expect([await queue(), (await listed()).length]).toEqual([[plain.reference], 1]);
    expect((await app.api().get(`/proposals/${trapped.reference}`)).status).toBe(404);
    expect((await officer.api.get(`/triage/proposals/${trapped.reference}`)).status).toBe(404);
    const near = (await officer.api.get<TriageProposal>(`/triage/proposals/${plain.reference}`)).body;
    expect(near.neighbours).toEqual([]);
    expect(await page()).toMatchObject({
      total: 1,
      days: 30,
      items: [{ kind: 'proposal', reference: trapped.reference, words: ['Mörkt här'], hasAddress: true }],
    });
  });

  it('its sender sees that it was received, adds photos, and withdraws', async () => {
    const { reference, followToken } = await held();
    const follow = async () => (await app.api().get<FollowedProposal>('/follow', { followToken })).body;
    expect(await follow()).toMatchObject({ reference, status: 'received', publicNow: false });
    const form = await photoForm();
    const path = `/proposals/${reference}/photos`;
    expect((await app.api().post<PhotoUploadReceipt>(path, { key: true, followToken, form })).status).toBe(
      201,
    );
    expect((await page()).items).toMatchObject([{ photos: 1 }]);
    expect((await app.api().post('/follow/withdraw', { followToken, body: {} })).status).toBe(200);
    expect([await follow(), await queue()]).toMatchObject([{ status: 'withdrawn' }, []]);
  });

  it('a restored proposal is in the queue and in public at its own moment, and its sender is asked by mail', async () => {
    const sentAt = app.clock.now().toISOString();
    const { id, reference } = await held();
    app.clock.advance({ days: 20 });
    officer = await makeStaff(app, 'case-officer', ale);
    await app.runJobs();
    const { status, body } = await restore(id);
    expect([status, body]).toEqual([200, { kind: 'proposal', reference }]);
    await app.runJobs();
    expect([await queue(), (await listed()).length, await count('mails')]).toEqual([[reference], 1, 1]);
    const seen = (await officer.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
    expect([seen.createdAt, seen.events.at(-1)]).toMatchObject([sentAt, { type: 'restored' }]);
    expect([(await page()).total, (await restore(id)).status]).toEqual([0, 404]);
  });

  it('a report and a subscription wait sealed, and go their way when they are restored', async () => {
    const { reference } = await send(app, ale);
    const body = { reason: 'other', text: 'Min granne', homepage };
    const reported = await app.api().post(`/proposals/${reference}/reports`, { key: true, body });
    const at = app.clock.now().toISOString();
    expect([reported.status, reported.body]).toEqual([201, { reference, createdAt: at }]);
    const asked = await app
      .api()
      .post('/subscriptions', { key: true, body: { ...subscription(), homepage } });
    expect(asked.status).toBe(202);
    await app.runJobs();
    expect([await count('proposal_reports'), await count('subscriptions'), await count('mails')]).toEqual([
      0, 0, 0,
    ]);
    const { items } = await page();
    expect(items.map(({ kind }) => kind).sort()).toEqual(['report', 'subscription']);
    expect(JSON.stringify(items)).not.toContain('granne@example.org');
    app.clock.advance({ days: 1 });
    officer = await makeStaff(app, 'case-officer', ale);
    for (const { id } of items) expect((await restore(id)).status).toBe(200);
    await app.runJobs();
    expect([await count('subscriptions'), await count('mails'), (await page()).total]).toEqual([1, 1, 0]);
    const { reports } = (await officer.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
    expect(reports).toMatchObject([{ reason: 'other', text: 'Min granne', createdAt: at }]);
  });

  it('a report of what is not there is refused as ever', async () => {
    const body = { reason: 'other', homepage };
    expect((await app.api().post('/proposals/ALE-22222/reports', { key: true, body })).status).toBe(404);
  });

  it('is emptied by staff, or after its days; the counts stay', async () => {
    const first = await held();
    await held();
    await app.api().post('/subscriptions', { key: true, body: { ...subscription(), homepage } });
    expect((await officer.api.delete(`/triage/quarantine/${first.id}`)).status).toBe(204);
    app.clock.advance({ days: 29 });
    await app.get(EmptyQuarantine).empty();
    officer = await makeStaff(app, 'case-officer', ale);
    expect((await page()).total).toBe(2);
    app.clock.advance({ days: 1 });
    await app.get(EmptyQuarantine).empty();
    await app.get(EmptyQuarantine).empty();
    officer = await makeStaff(app, 'case-officer', ale);
    expect((await page()).total).toBe(0);
    const gone = await app.dataSource.query<object[]>(
      `SELECT job, type, sum(count)::integer AS count FROM disposals GROUP BY 1, 2 ORDER BY 1`,
    );
    expect(gone).toEqual([
      { job: 'empty-quarantine', type: 'quarantine', count: 2 },
      { job: 'remove-from-quarantine', type: 'quarantine', count: 1 },
    ]);
    expect(await count('proposals WHERE description IS NOT NULL')).toBe(0);
    expect(await count('proposal_contacts')).toBe(0);
  });

  it('is another municipality’s to nobody else', async () => {
    const { id } = await held();
    const stranger = await makeStaff(app, 'case-officer', await makeMunicipality(app.dataSource));
    const { body } = await stranger.api.get<QuarantinePage>('/triage/quarantine');
    expect(body.items).toEqual([]);
    const path = `/triage/quarantine/${id}`;
    expect((await stranger.api.post(`${path}/restorations`, { key: true, body: {} })).status).toBe(404);
    expect((await stranger.api.delete(path)).status).toBe(404);
  });
});
