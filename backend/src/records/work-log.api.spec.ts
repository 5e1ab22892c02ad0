import { randomUUID } from 'node:crypto';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { LogEntry, LogPage, LogPeople } from '@lofteskartan/shared/contracts/work-log';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { mailing } from '../../test/support/access-scene.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('the log of a municipality', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let commitment: TestCommitment;
  let coordinator: TestPerson;
  let officer: TestPerson;
  let police: TestPerson;
  let wish: ProposalReceipt;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing, clock: new TestClock('2026-11-20T20:00:00Z') });
    ale = await makeMunicipality(app.dataSource);
    commitment = await makeCommitment(app.dataSource, ale);
    coordinator = await makeStaff(app, 'coordinator', ale);
    officer = await makeStaff(app, 'case-officer', ale);
    police = await makeStaff(app, 'police-officer', ale);
    wish = await submitProposal(app, {
      kind: 'speed-check',
      position: ale.center,
      description: 'hemligt ord',
      contact: { email: 'kim@example.org' },
    });
    const path = `/triage/proposals/${wish.reference}`;
    const acts: [TestPerson, string, object][] = [
      [officer, 'notes', { text: 'hemlig anteckning' }],
      [officer, 'moves', { to: 'committed', version: 1, commitmentId: commitment.id }],
      [police, 'moves', { to: 'planned', version: 2 }],
      [police, 'contact-openings', {}],
    ];
    for (const [who, act, body] of acts) {
      app.clock.advance({ minutes: 5 });
      expect((await who.api.post(`${path}/${act}`, { body })).status).toBeLessThan(300);
    }
    // Past midnight in Stockholm.
    app.clock.advance({ hours: 3 });
    await coordinator.api.patch(`/municipalities/${ale.slug}/settings`, { body: { releaseDelayHours: 48 } });
  });
  afterAll(() => app.stop());

  const read = async (query: object = {}, who = coordinator): Promise<LogEntry[]> => {
    const { status, body } = await who.api.get<LogPage>('/work-log', {
      query: { municipality: ale.slug, ...query },
    });
    expect(status).toBe(200);
    return body.items;
  };
  const done = async (query: object, who = coordinator) => (await read(query, who)).map(({ type }) => type);

  it('tells who did what, the latest first, and what residents did not', async () => {
    expect(await read()).toMatchObject([
      { area: 'administration', type: 'settings.changed', person: coordinator.staff.name },
      { type: 'contact-opened', person: police.staff.name, reference: wish.reference },
      { type: 'moved', to: 'committed', person: officer.staff.name },
      { type: 'noted', person: officer.staff.name },
    ]);
  });

  it('tells plans of the police to the police alone', async () => {
    expect(await done({})).not.toContain('planned');
    const both = await makeStaff(app, 'coordinator', ale);
    await app.dataSource.query(
      `INSERT INTO memberships (account_id, organisation_id, municipality_id, role) VALUES ($1, $2, $3, 'police-officer')`,
      [both.staff.accountId, ale.police.id, ale.id],
    );
    expect(await done({}, both)).toContain('planned');
  });

  it('holds nothing of what anybody wrote, nor an address', async () => {
    const text = JSON.stringify(await read()) + (await file());
    expect(text).not.toMatch(/hemlig|example\.org/);
  });

  it('is found by person, number, part, act and day', async () => {
    expect(await done({ person: officer.staff.accountId })).toEqual(['moved', 'noted']);
    expect(await done({ person: randomUUID() })).toEqual([]);
    expect(await done({ reference: wish.reference.toLowerCase() })).toEqual([
      'contact-opened',
      'moved',
      'noted',
    ]);
    expect(await done({ area: 'administration' })).toEqual(['settings.changed']);
    expect(await done({ type: 'noted' })).toEqual(['noted']);
    expect(await done({ from: '2026-11-21' })).toEqual(['settings.changed']);
    expect(await done({ to: '2020-01-01' })).toEqual([]);
  });

  it('is read a page at a time, each entry once', async () => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { body } = await coordinator.api.get<LogPage>('/work-log', {
        query: { municipality: ale.slug, limit: 1, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual((await read()).map(({ id }) => id));
    expect(new Set(seen).size).toBe(4);
  });

  const file = async () =>
    (await coordinator.api.get<string>('/work-log/csv', { query: { municipality: ale.slug } })).body;

  it('is a file for spreadsheets', async () => {
    const lines = (await file()).split('\r\n');
    expect(lines[0]).toContain('Tid;Person;Organisation;Område;Händelse;Nummer;Gäller');
    expect(lines).toHaveLength(6);
    expect(lines[2]).toContain(`;Kontaktuppgifter öppnade;${wish.reference};`);
  });

  it('names whom it can be asked for', async () => {
    const { body } = await coordinator.api.get<LogPeople>('/work-log/people', {
      query: { municipality: ale.slug },
    });
    expect(body.items.map(({ name }) => name)).toContain(police.staff.name);
  });

  it('looks at no other municipality’s rows', async () => {
    const plan = await app.dataSource.query<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN SELECT * FROM proposal_events e WHERE e.municipality_id = '${ale.id}' AND e.actor_account_id IS NOT NULL
       ORDER BY e.at DESC, e.id DESC LIMIT 21`,
    );
    expect(JSON.stringify(plan)).toMatch(/proposal_events_log_idx|Seq Scan/);
    const elsewhere = await makeMunicipality(app.dataSource);
    const foreign = await makeStaff(app, 'coordinator', elsewhere);
    expect(await read({ municipality: elsewhere.slug }, foreign)).toEqual([]);
  });

  it.each([{ from: '2026-02-31' }, { cursor: 'x' }, { type: 'DROP TABLE' }])(
    '%o is refused',
    async (query) => {
      const { status } = await coordinator.api.get('/work-log', {
        query: { municipality: ale.slug, ...query },
      });
      expect(status).toBe(422);
    },
  );
});
