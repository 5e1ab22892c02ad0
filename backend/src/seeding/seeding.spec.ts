import type { PublicQuestions } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { DialogueReport, WhoWasHeard } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { DialogueList } from '@lofteskartan/shared/contracts/medborgardialoger';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { FollowUp, FollowUpPage } from '@lofteskartan/shared/contracts/follow-ups';
import type { CountProgress, Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { TestAppOptions } from '../../test/support/app.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { importLillby } from '../../test/support/lillby.js';
import { RecountMapGridService } from '../proposals/public/recount-map-grid.service.js';
import { seedAtStart } from './seed-at-start.js';

const dataDir = mkdtempSync(join(tmpdir(), 'lofteskartan-seeding-'));
const count = async (app: TestApp, table: string): Promise<number> => {
  const [row] = await app.dataSource.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM ${table}`,
  );
  return row?.count ?? NaN;
};

/** Starts the application as `main.ts` does, in the same data folder each time. */
async function begin(
  config: TestAppOptions['config'],
  empty = false,
): Promise<{ app: TestApp; said: string }> {
  const app = await startTestApp({ config: { dataDir, ...config } });
  if (empty) await app.empty();
  const said: string[] = [];
  await seedAtStart(app.app, (line) => said.push(line));
  return { app, said: said.join('\n') };
}

const signIn = async (app: TestApp, email: string, password: string) => {
  const api = app.api();
  const { status } = await api.post('/sessions', { body: { email, password } });
  return { api, status };
};

describe('a start without example data', () => {
  it('loads Ale and its promise, once, and opens no account', async () => {
    const first = await begin({ demo: false }, true);
    expect(first.said).toContain('Ale');
    expect(await count(first.app, 'commitments')).toBe(10);
    expect(await count(first.app, 'accounts')).toBe(0);
    expect(await count(first.app, 'proposals')).toBe(0);
    await first.app.stop();
    const second = await begin({ demo: false });
    expect(second.said).toBe('');
    expect(await count(second.app, 'municipalities')).toBe(1);
    await second.app.stop();
  });
});

describe('a start with example data', () => {
  let app: TestApp;
  let said: string;

  beforeAll(async () => {
    ({ app, said } = await begin({ demo: true }, true));
  }, 120_000);
  afterAll(() => app.stop());

  const promise = async (): Promise<Medborgarlofte> =>
    (await app.api().get<{ items: [Medborgarlofte] }>('/medborgarloften?municipality=ale')).body.items[0];
  const progressOf = async (slug: string) =>
    (await promise()).commitments.find((commitment) => commitment.slug === slug)?.progress;

  it('tells 120 proposals of every kind and status, and 45 activities, marked as examples', async () => {
    const ale = await app.api().get<{ demo: boolean }>('/municipalities/ale');
    expect(ale.body.demo).toBe(true);
    expect(await count(app, 'proposals')).toBe(120);
    expect(await count(app, 'activities')).toBe(45);
    const rows = await app.dataSource.query(
      'SELECT status, count(*)::integer AS count FROM proposals GROUP BY status ORDER BY status',
    );
    expect(rows.map(({ status }: { status: string }) => status)).toEqual([
      'answered',
      'committed',
      'declined',
      'done',
      'duplicate',
      'hidden',
      'planned',
      'received',
      'referred',
      'under-review',
      'withdrawn',
    ]);
    const localities = await app.dataSource.query(
      'SELECT count(DISTINCT locality_id)::integer AS count FROM proposals',
    );
    expect(localities[0].count).toBe(10);
  });

  it('has progress that follows from what is logged', async () => {
    expect(await progressOf('hastighetskontroller')).toMatchObject({
      target: 70,
      done: 41,
      opening: { count: 20 },
      notCounted: [
        { reason: 'wish.missing', count: 1 },
        { reason: 'wish.too-late', count: 1 },
        { reason: 'wish.too-far', count: 1 },
      ],
    });
    expect(await progressOf('narkotikainsatser')).toMatchObject({ target: 6, done: 4 });
    expect(await progressOf('a-traktorer-och-mopeder')).toMatchObject({ target: 4, done: 3 });
    expect(await progressOf('foraldramoten-arskurs-7')).toMatchObject({
      years: [{ done: 2, state: 'kept' }, { done: 1, state: 'under-way' }, { state: 'to-come' }],
    });
    expect(await progressOf('par-pa-hogstadieskolorna')).toMatchObject({ done: 1 });
    for (const { progress } of (await promise()).commitments)
      if (progress.type === 'ongoing') expect(progress.evidence).toBeGreaterThan(0);
    const series = ((await progressOf('hastighetskontroller')) as CountProgress).series;
    expect(series.at(-1)?.total).toBe(41);
  });

  it('follows up last year: what was behind says why, and nothing else does', async () => {
    const { body: page } = await app.api().get<FollowUpPage>('/follow-ups?municipality=ale');
    expect(page.items.map(({ asOf }) => asOf.slice(4))).toEqual(['-12-31']);
    const { body } = await app.api().get<FollowUp>(`/follow-ups/${page.items[0]?.id ?? ''}`);
    expect(body.items).toHaveLength(10);
    for (const { behind, deviation } of body.items) expect(deviation !== null).toBe(behind);
    expect(body.items.some(({ behind }) => behind)).toBe(true);
  });

  it('leaves one check to confirm and one to release, which nobody outside sees', async () => {
    const password = /Password: (\S+)/.exec(said)?.[1] ?? '';
    const { api } = await signIn(app, 'samordnare@demo.example', password);
    const { body } = await api.get<{ items: StaffActivity[] }>('/activities', { query: { limit: 100 } });
    const waiting = body.items.filter(({ state }) => state !== 'released');
    expect(waiting.map(({ state }) => state).sort()).toEqual(['awaiting-confirmation', 'awaiting-release']);
    for (const { proposalReferences } of waiting) {
      const story = await app.api().get<{ status: string }>(`/proposals/${proposalReferences[0]}`);
      expect(story.body.status).toBe('committed');
    }
  });

  it('shows the detector at work once, and lets out nothing that nobody released', async () => {
    const found = await app.dataSource.query(
      `SELECT personal_data -> 0 ->> 'type' AS type, publication FROM proposals WHERE personal_data <> '[]'`,
    );
    expect(found).toEqual([{ type: 'phone', publication: 'pending' }]);
    const [row] = await app.dataSource.query(
      `SELECT count(*)::integer AS count FROM proposals p JOIN public_proposals pub ON pub.proposal_id = p.id
       WHERE pub.description IS NOT NULL AND p.publication <> 'released'`,
    );
    expect(row.count).toBe(0);
  });

  it('tells a dialogue from its questions to the follow-up after six months, and one that is coming', async () => {
    const { body } = await app.api().get<DialogueList>('/municipalities/ale/medborgardialoger');
    const held = body.held.find(({ status }) => status === 'followed-up');
    const coming = body.coming.find(({ status }) => status === 'published');
    const path = `/medborgardialoger/${held?.reference ?? ''}`;
    const report = (await app.api().get<DialogueReport>(`${path}/report`)).body;
    expect(report).toMatchObject({ people: 34, followUps: [6] });
    expect(report.points.map(({ standing }) => standing).sort()).toEqual(
      ['done', 'late', 'settled', 'settled', 'under-way', 'under-way'].sort(),
    );
    expect(report.points.filter(({ source }) => source === 'question')).toHaveLength(4);
    expect(report.statements.map(({ verdict }) => verdict)).toEqual([
      'divided',
      'agreed',
      'unsure',
      'agreed',
    ]);
    expect((await app.api().get(`${path}/follow-ups/6`)).status).toBe(200);
    const asked = await app
      .api()
      .get<PublicQuestions>(`/medborgardialoger/${coming?.reference ?? ''}/questions`);
    expect(asked.body.items.map(({ supportCount }) => supportCount)).toEqual([13, 8, 6, 4]);
  });

  it('lays those who were heard beside figures that are published, and makes up none', async () => {
    const { body } = await app.api().get<WhoWasHeard>('/municipalities/ale/dialogue-heard');
    expect(body.populationOf?.source).toContain('SCB');
    const known = body.bands.filter(({ population }) => population !== null);
    expect(known.map(({ band, population }) => [band, population])).toEqual([
      ['women', 15886],
      ['men', 16560],
    ]);
  });

  it('has a map that equals a recount', async () => {
    expect(await app.get(RecountMapGridService).repair()).toBe(0);
  });

  it('opens four accounts with the password that it says, and says the same at the next start', async () => {
    const password = /Password: (\S+)/.exec(said)?.[1] ?? '';
    expect(password).toHaveLength(16);
    expect(statSync(join(dataDir, 'demo-password')).mode & 0o777).toBe(0o600);
    const next = await begin({ demo: true });
    expect(next.said).toContain(password);
    expect(await count(next.app, 'proposals')).toBe(120);
    expect(await count(next.app, 'activities')).toBe(45);
    for (const name of ['polis', 'handlaggare', 'samordnare', 'admin'])
      expect((await signIn(next.app, `${name}@demo.example`, password)).status).toBe(201);
    await next.app.stop();
  });

  it('takes another password when one is set, and shuts the accounts when DEMO is off', async () => {
    const password = 'ett eget lösenord';
    const set = await begin({ demo: true, demoPassword: password });
    expect((await signIn(set.app, 'polis@demo.example', password)).status).toBe(201);
    await set.app.stop();
    const off = await begin({ demo: false, demoPassword: password });
    expect((await signIn(off.app, 'polis@demo.example', password)).status).toBe(401);
    await off.app.stop();
    const on = await begin({ demo: true, demoPassword: password });
    expect((await signIn(on.app, 'polis@demo.example', password)).status).toBe(201);
    await on.app.stop();
  });
});

describe('a second municipality', () => {
  it('stands beside Ale with a promise of its own, which has no end', async () => {
    const { app } = await begin({ demo: false }, true);
    await importLillby(app);
    const { body } = await app.api().get<{ items: Medborgarlofte[] }>('/medborgarloften');
    expect(body.items.map(({ municipality, to }) => [municipality, to === null])).toEqual([
      ['lillby', true],
      ['ale', false],
    ]);
    const [lillby] = body.items;
    expect(
      lillby?.commitments.map(({ slug, progress }) => [slug, 'pace' in progress && progress.pace]),
    ).toEqual([
      ['kvallsvandringar', 'on-track'],
      ['cykelmarkning', 'on-track'],
    ]);
    expect(lillby?.commitments[0]?.progress).toMatchObject({ target: 12, done: 0, neededPerMonth: null });
    expect(lillby?.partners.map(({ name }) => name)).toEqual(['Lillby bostäder']);
    await app.stop();
  });
});

describe('an installation where somebody has begun to work', () => {
  it('is not filled with example data', async () => {
    const first = await begin({ demo: false }, true);
    const body = {
      kind: 'dark-place',
      position: [12.049, 57.895],
      details: { causes: ['lamp-broken'], when: [] },
    };
    expect((await first.app.api().post('/proposals', { key: true, body })).status).toBe(201);
    await first.app.stop();
    const { app } = await begin({ demo: true });
    expect(await count(app, 'proposals')).toBe(1);
    expect(await count(app, 'activities')).toBe(0);
    await app.stop();
  });
});
