import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import type {
  Disposal,
  DisposalPreview,
  RetentionRule,
  RetentionRules,
} from '@lofteskartan/shared/contracts/records';
import type { ProposalReceipt, ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import { MailServer } from '../../test/support/mail-server.js';
import type { ResponsibleBody } from '@lofteskartan/shared/contracts/bodies';
import { Secrets } from '../platform/security/secrets.js';
import { photoForm } from '../../test/support/access-scene.js';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { FileStore } from '../platform/files/file-store.js';
import { ContactSecrets } from '../proposals/contact-secrets.js';
import { DisposeService } from './dispose.service.js';
import { RetentionRepository } from './retention.repository.js';

const secret = 'gallrahemligt';
const rule = (type: RetentionRule['type']): RetentionRule => ({ type, years: 2, decision: 'KS 2026/7' });

describe('disposal', () => {
  let server: MailServer;
  let app: TestApp;
  let ale: TestMunicipality;
  let commitment: TestCommitment;
  let coordinator: TestPerson;
  let officer: TestPerson;
  let police: TestPerson;
  let wish: ProposalReceipt;
  let neighbour: ProposalReceipt;
  let open: ProposalReceipt;

  beforeAll(async () => {
    server = await MailServer.start();
  });
  afterAll(() => server.down());
  beforeEach(async () => {
    app = await startTestApp({
      config: { smtpUrl: server.url },
      clock: new TestClock('2026-01-20T12:00:00Z'),
    });
    await app.empty();
    ale = await makeMunicipality(app.dataSource);
    commitment = await makeCommitment(app.dataSource, ale, { requiresWish: true });
    await signIn();
    wish = await sends(100);
    neighbour = await sends(120);
    open = await sends(2000);
    const form = await photoForm();
    const { followToken } = wish;
    await ok(app.api().post(`/proposals/${wish.reference}/photos`, { key: true, followToken, form }));
    await ok(app.api().post(`/proposals/${wish.reference}/support`, { key: true, body: contact('granne') }));
    await confirmAll();
    await triage(wish, 'notes', { text: secret });
    await triage(wish, 'publication', { text: 'release' });
    await triage(wish, 'edited-words', { version: 2, description: `${secret} kort`, reason: secret });
    await triage(neighbour, 'moves', { to: 'duplicate', version: 1, duplicateOf: wish.reference });
    await triage(wish, 'moves', { to: 'answered', version: 3, publicText: `Tack! ${secret}` });
    await triage(open, 'publication', { text: 'release' });
    const body = {
      commitmentId: commitment.id,
      occurredOn: '2026-01-20',
      publicText: `Vi mätte. ${secret}`,
      position: northOf(ale.center, 2000),
      proposalReferences: [open.reference],
      result: { measured: 12, reported: 3 },
    };
    const { id } = await ok<{ id: string }>(police.api.post('/activities', { key: true, body }));
    await ok(coordinator.api.post(`/activities/${id}/confirm`));
    app.clock.advance({ days: 3 });
    await app.runJobs();
    await signIn();
  }, 120_000);
  afterEach(() => app.stop());

  async function signIn(): Promise<void> {
    coordinator = await makeStaff(app, 'coordinator', ale);
    officer = await makeStaff(app, 'case-officer', ale);
    police = await makeStaff(app, 'police-officer', ale);
  }
  async function ok<Body>(call: Promise<{ status: number; body: unknown }>): Promise<Body> {
    const { status, body } = await call;
    if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
    return body as Body;
  }
  const contact = (name: string) => ({ contact: { email: `${name}@example.org`, name: secret } });
  const sends = (metres: number) =>
    submitProposal(app, {
      kind: 'speed-check',
      position: northOf(ale.center, metres),
      description: `${secret} ${String(metres)}`,
      placeName: secret,
      details: { roadName: secret, direction: secret },
      ...contact(`avsandare${String(metres)}`),
    });
  const triage = ({ reference }: ProposalReceipt, act: string, body: object) =>
    ok(officer.api.post(`/triage/proposals/${reference}/${act}`, { body }));
  async function confirmAll(): Promise<void> {
    const rows = await app.dataSource.query<{ id: string }[]>('SELECT id FROM proposal_contacts');
    for (const { id } of rows) {
      const token = app.get(ContactSecrets).linkToken('contact-confirm', id);
      await ok(app.api().post('/contact-confirmations', { body: { token } }));
    }
  }
  const rulesOfAle = () => `/municipalities/${ale.slug}/retention-rules`;
  const putRules = async (...given: object[]) => {
    const { version } = (await coordinator.api.get<RetentionRules>(rulesOfAle())).body;
    return coordinator.api.put<RetentionRules>(rulesOfAle(), { body: { version, rules: given } });
  };
  const rules = (...given: RetentionRule[]) => ok(putRules(...given));
  const everyRule = () => rules(rule('speed-check'), rule('activity'));
  const record = (body: object, { reference } = wish) =>
    ok(officer.api.put(`/triage/proposals/${reference}/record`, { body: { version: 0, ...body } }));
  async function later(): Promise<void> {
    app.clock.advance({ days: 3 * 365 });
    await signIn();
  }
  const dispose = () => app.get(DisposeService).disposeAll();
  const disposals = async () =>
    (
      await ok<{ items: Disposal[] }>(
        coordinator.api.get('/disposals', { query: { municipality: ale.slug } }),
      )
    ).items;

  /** Everything that anybody counts. */
  async function counts(): Promise<unknown> {
    const query = { municipality: ale.slug };
    const [west, south, east, north] = ale.bbox;
    const map = { bbox: [west, south, east, north].join(','), zoom: 12 };
    const promise = await ok<object>(app.api().get(`/commitments/${commitment.id}`));
    const { features } = await ok<{ features: { properties: object }[] }>(
      app.api().get('/proposals/map', { query: map }),
    );
    const list = await ok<{ items: ProposalStory[] }>(app.api().get('/proposals', { query }));
    return {
      progress: JSON.parse(
        JSON.stringify(promise, (key, value: unknown) => (key === 'updatedAt' ? null : value)),
      ) as unknown,
      ledger: await ok<AnswerLedger>(app.api().get('/answers', { query })),
      features: features.map((pin) => JSON.stringify(pin)).sort(),
      list: list.items.map(
        ({ reference, status, supportCount, position, locality, doneOn, latestAnswer }) => ({
          reference,
          status,
          supportCount,
          position,
          locality,
          doneOn,
          answered: latestAnswer?.status,
        }),
      ),
    };
  }
  const phones = async () => (await app.dataSource.query<unknown[]>('SELECT 1 FROM proposal_phones')).length;
  const everything = async () => {
    const tables = await app.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
         AND table_name NOT IN ('spatial_ref_sys', 'idempotency_keys')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await app.dataSource.query<object[]>(
        `SELECT * FROM ${name} AS t WHERE t::text LIKE '%${secret}%'`,
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  };

  it('takes what was written and by whom, leaves every count as it was, and writes down what went', async () => {
    await everyRule();
    await later();
    // What ended long ago would have left the map by then, disposed of or not: here its pins are kept for longer.
    await app.dataSource.query(
      `UPDATE municipalities SET settings = jsonb_set(settings, '{pinMonths}', '120')`,
    );
    // The numbers of the rows get one digit more meanwhile: the order is that of numbers, not of letters.
    await app.dataSource.query(`SELECT setval(pg_get_serial_sequence('disposals', 'id'), 8)`);
    const before = await counts();
    const keys = await app.dataSource.query<{ file_key: string }[]>('SELECT file_key FROM proposal_photos');
    await dispose();
    await app.runJobs();
    expect(await counts()).toEqual(before);
    expect(await everything()).toEqual([]);
    for (const { file_key: key } of keys) expect(await app.get(FileStore).get(key)).toBeNull();
    expect((await app.api().get('/follow', { followToken: wish.followToken })).status).toBe(401);
    expect(await app.dataSource.query('SELECT 1 FROM proposal_contacts')).toEqual([]);
    const first = await disposals();
    expect(first).toMatchObject([
      { type: 'activity', count: 1, files: 0, decision: 'KS 2026/7', job: 'dispose-records' },
      { type: 'speed-check', count: 3, files: 2, decision: 'KS 2026/7' },
    ]);
    app.clock.advance({ days: 1 });
    await signIn();
    await dispose();
    expect(await disposals()).toEqual(first);
  }, 120_000);

  it('takes the number at which somebody is called, what a body was asked and said, and fault reports', async () => {
    const called = await ok<ProposalReceipt>(
      officer.api.post('/registrations', {
        key: true,
        body: {
          kind: 'dark-place',
          source: 'phone',
          position: northOf(ale.center, 3000),
          description: `${secret} mörkt`,
          details: { causes: ['stairs'], when: [] },
          contact: { phone: '070-555 66 77', name: secret },
        },
      }),
    );
    const body = await ok<ResponsibleBody>(
      coordinator.api.post(`/municipalities/${ale.slug}/bodies`, {
        key: true,
        body: { kind: 'road-association', name: 'Samfälligheten', email: 'vag@example.org', lamps: true },
      }),
    );
    await triage(called, 'fault-reports', { body: body.name, number: `F-${secret}` });
    const referral = { bodyId: body.id, responsible: body.name, asked: `Kan ni? ${secret}` };
    await triage(called, 'moves', {
      to: 'referred',
      version: 1,
      publicText: `Deras. ${secret}`,
      ...referral,
    });
    const [row] = await app.dataSource.query<{ id: string }[]>('SELECT id FROM referrals');
    const token = app.get(Secrets).sign('referral-answer', row?.id ?? '');
    await ok(app.api().post('/referral-answers', { key: true, body: { token, text: `Ja. ${secret}` } }));
    const { version } = await ok<{ version: number }>(
      officer.api.get(`/triage/proposals/${called.reference}`),
    );
    await triage(called, 'moves', { to: 'answered', version, publicText: `Klart. ${secret}` });
    expect(await everything()).toEqual(expect.arrayContaining(['fault_reports', 'referrals']));
    expect(await phones()).toBe(1);
    await rules(rule('speed-check'), rule('activity'), rule('dark-place'));
    await later();
    await dispose();
    expect(await everything()).toEqual([]);
    expect(await phones()).toBe(0);
    expect((await app.api().get('/follow', { followToken: called.followToken })).status).toBe(401);
  }, 120_000);

  it('goes on where it was cut off', async () => {
    await everyRule();
    await later();
    const retention = app.get(RetentionRepository);
    const real = retention.addDisposal.bind(retention);
    let written = 0;
    retention.addDisposal = (...what) => {
      written += 1;
      return written === 3 ? Promise.reject(new Error('killed')) : real(...what);
    };
    await expect(dispose()).rejects.toThrow('killed');
    retention.addDisposal = real;
    expect(await everything()).not.toEqual([]);
    await dispose();
    expect(await everything()).toEqual([]);
    expect((await disposals()).map(({ type, count }) => [type, count])).toEqual([
      ['activity', 1],
      ['speed-check', 3],
    ]);
  }, 120_000);

  it('takes nothing without a decision, too early or held, and says beforehand what goes', async () => {
    await rules();
    await later();
    await dispose();
    expect(await disposals()).toEqual([]);
    await everyRule();
    await record({ hold: 'Begärt ut' }, neighbour);
    const preview = await ok<DisposalPreview>(
      coordinator.api.get(`/municipalities/${ale.slug}/disposal-preview`),
    );
    // Activity, wish that was done, the case and the member that holds it.
    expect(preview).toMatchObject({ total: 4, due: 3 });
    expect(preview.items).toContainEqual({
      type: 'speed-check',
      name: neighbour.reference,
      after: '2028-01-20',
      decision: 'KS 2026/7',
      hold: 'Begärt ut',
    });
    await dispose();
    // The case is held by one of its members; the third proposal was done by the activity.
    expect((await disposals()).find(({ type }) => type === 'speed-check')?.count).toBe(1);
    expect((await ok<ProposalStory>(app.api().get(`/proposals/${wish.reference}`))).description).toContain(
      'kort',
    );
  }, 120_000);

  it('a day and a decision of its own go before the rule; two rules of one kind are refused', async () => {
    await rules();
    await record({ disposal: { after: '2026-02-01', decision: 'Arkivnämnden 4' } }, neighbour);
    await record({ disposal: { after: '2026-02-01', decision: 'Arkivnämnden 3' } });
    app.clock.advance({ days: 20 });
    await signIn();
    await dispose();
    expect((await disposals()).map(({ decision, count }) => [decision, count]).sort()).toEqual([
      ['Arkivnämnden 3', 1],
      ['Arkivnämnden 4', 1],
    ]);
    expect((await putRules(rule('idea'), rule('idea'))).status).toBe(422);
    expect((await putRules({ type: 'idea', years: 2, decision: ' ' })).status).toBe(422);
  }, 120_000);

  it('by rules that nobody overwrites unread', async () => {
    await signIn();
    const { version } = (await coordinator.api.get<RetentionRules>(rulesOfAle())).body;
    const put = (type: 'idea' | 'activity') =>
      coordinator.api.put<RetentionRules & ProblemBody>(rulesOfAle(), {
        body: { version, rules: [rule(type)] },
      });
    const answers = await Promise.all([put('idea'), put('activity')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('version.stale');
    expect((await coordinator.api.get<RetentionRules>(rulesOfAle())).body.version).toBe(version + 1);
  });
});
