import { setTimeout as sleep } from 'node:timers/promises';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment, CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { stockholmDate } from '../platform/dates.js';
import { JobRunner } from '../platform/jobs/job-runner.js';

let app: TestApp;
let town: TestMunicipality;
let checks: TestCommitment;
let officer: TestPerson;
let coordinator: TestPerson;
let sent: { reference: string; followToken: string };

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2091-11-18T10:00:00Z');
  town = await makeMunicipality(app.dataSource);
  // In the real future: a job whose moment has really passed counts as due at once.
  checks = await makeCommitment(app.dataSource, town, { period: { from: '2090-01-01', to: '2092-12-31' } });
  const details = { weekdays: [], hourBands: [], problems: ['speeding'], near: [] };
  const body = { kind: 'speed-check', position: town.center, details };
  sent = (await app.api().post<typeof sent>('/proposals', { key: true, body })).body;
  await comeToWork('2091-11-20T12:00:00Z');
});
afterAll(() => app.stop());

/** At a moment, both sign in anew. */
async function comeToWork(moment: string | Date): Promise<void> {
  app.clock.set(moment);
  officer = await makeStaff(app, 'police-officer', town);
  coordinator = await makeStaff(app, 'coordinator', town);
}

async function log(more: object = {}): Promise<StaffActivity> {
  const body = {
    commitmentId: checks.id,
    occurredOn: '2091-11-20',
    publicText: 'Vi kontrollerade hastigheten.',
    proposalReferences: [sent.reference],
    result: { endedAt: '2091-11-20T11:30:00Z', measured: 80, reported: 9, licencesSeized: 2, topSpeed: 131 },
    ...more,
  };
  const answer = await officer.api.post<StaffActivity>('/activities', { key: true, body });
  expect(answer.status).toBe(201);
  return answer.body;
}
const confirm = (id: string) =>
  coordinator.api.post<StaffActivity>(`/activities/${id}/confirm`, { body: {} });

const progress = async (by = app.api()): Promise<CountProgress> =>
  (await by.get<Commitment>(`/commitments/${checks.id}`)).body.progress as CountProgress;

/** Every public answer that could tell of the check, byte by byte, with the headers that could. */
async function publicAnswers(): Promise<Record<string, string>> {
  const [west, south, east, north] = town.bbox;
  const lists = [
    '',
    '?sort=oldest',
    '?sort=most-supported',
    '?sort=latest-answer',
    '?status=done',
    '?status=committed',
  ];
  const paths = [
    '/municipalities',
    `/municipalities/${town.slug}`,
    `/municipalities/${town.slug}/places`,
    ...lists.map((query) => `/proposals${query}`),
    `/proposals?municipality=${town.slug}&commitment=${checks.id}`,
    `/proposals?q=${sent.reference}`,
    ...['yes', 'waiting', 'overdue'].map((answer) => `/proposals?answer=${answer}`),
    `/answers?municipality=${town.slug}`,
    ...[0, 8, 12, 16, 20].map((zoom) => `/proposals/map?zoom=${zoom}&bbox=${west},${south},${east},${north}`),
    `/proposals/map?zoom=12&status=done&bbox=${west},${south},${east},${north}`,
    `/proposals/similar?kind=speed-check&position=${town.center.join(',')}`,
    `/proposals/${sent.reference}`,
    `/medborgarloften`,
    `/medborgarloften?municipality=${town.slug}`,
    `/medborgarloften/${checks.medborgarlofteId}`,
    `/commitments/${checks.id}`,
    `/commitments/${checks.id}/activities`,
    '/follow',
  ];
  const answers: Record<string, string> = {};
  for (const path of paths) {
    const headers = path === '/follow' ? { 'Follow-Token': sent.followToken } : undefined;
    const response = await fetch(`${app.url}/api/v1${path}`, { headers });
    expect([path, response.status]).toEqual([path, 200]);
    const told = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
    answers[path] = `${JSON.stringify(told)}\n${await response.text()}`;
  }
  return answers;
}

describe('a speed check before its release', () => {
  it('changes no byte of any public answer, neither when it is logged nor when it is confirmed or corrected', async () => {
    const before = await publicAnswers();
    const { id } = await log();
    expect(await publicAnswers()).toEqual(before);
    expect((await confirm(id)).body).toMatchObject({
      state: 'awaiting-release',
      releaseAt: '2091-11-21T11:30:00.000Z',
    });
    expect(await publicAnswers()).toEqual(before);
    const body = { publicText: 'Rättad', reason: 'Skrivfel' };
    expect((await coordinator.api.patch(`/activities/${id}`, { body })).status).toBe(200);
    expect(await publicAnswers()).toEqual(before);
    const release = await officer.api.post(`/activities/${id}/release`, { body: {} });
    expect(release.status).toBe(200);
    const after = await publicAnswers();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual(
      expect.arrayContaining([
        '/proposals',
        '/proposals?status=done',
        `/proposals/${sent.reference}`,
        `/commitments/${checks.id}`,
        `/commitments/${checks.id}/activities`,
        '/follow',
      ]),
    );
  });

  it('is seen by staff of the municipality, who read what waits', async () => {
    const stranger = await makeStaff(app, 'coordinator', await makeMunicipality(app.dataSource));
    const { id } = await log();
    expect(await progress(officer.api)).toMatchObject({
      done: 0,
      awaitingConfirmation: 1,
      awaitingRelease: 0,
    });
    await confirm(id);
    const seen = await progress(coordinator.api);
    expect(seen).toMatchObject({ done: 0, awaitingConfirmation: 0, awaitingRelease: 1 });
    expect(seen.forecast?.expectedAtEnd).toBeGreaterThan(1);
    expect(await progress(stranger.api)).toEqual(await progress());
    expect(await progress()).not.toHaveProperty('awaitingRelease');
    expect(await progress()).not.toHaveProperty('forecast');
  });

  it('with no effect on a municipality’s own measurements, which are public once confirmed', async () => {
    checks = await makeCommitment(app.dataSource, town, { owners: [town.office] });
    const caseOfficer = await makeStaff(app, 'case-officer', town);
    officer = caseOfficer;
    const { id, releaseAt } = await log();
    expect(releaseAt).toBeNull();
    expect((await confirm(id)).body.state).toBe('released');
    expect((await progress()).done).toBe(1);
  });
});

describe('the release of a speed check', () => {
  it('comes by a job when the delay has passed, and not before', async () => {
    const { id } = await log();
    await confirm(id);
    app.clock.set('2091-11-21T11:29:00Z');
    expect(await app.runJobs()).not.toContain('release-activity');
    expect((await progress()).done).toBe(0);
    app.clock.set('2091-11-21T11:31:00Z');
    expect(await app.runJobs()).toContain('release-activity');
    expect((await progress()).done).toBe(1);
    const { items } = (
      await app.api().get<{ items: { publishedAt: string }[] }>(`/commitments/${checks.id}/activities`)
    ).body;
    expect(items[0]?.publishedAt).toBe('2091-11-21T11:31:00.000Z');
  });

  it('comes at once when it is confirmed after the delay', async () => {
    const { id } = await log();
    await comeToWork('2091-11-21T12:00:00Z');
    expect((await confirm(id)).body.state).toBe('released');
    expect((await progress()).done).toBe(1);
  });

  it('happens once, however often its job runs', async () => {
    const { id } = await log();
    await confirm(id);
    app.clock.set('2091-11-22T00:00:00Z');
    const jobs = app.get(JobRunner);
    await jobs.perform('release-activity', { activityId: id });
    await jobs.perform('release-activity', { activityId: id });
    await app.runJobs();
    const events = await app.dataSource.query(
      `SELECT count(*)::integer AS released FROM activity_events WHERE activity_id = $1 AND type = 'released'`,
      [id],
    );
    expect(events[0].released).toBe(1);
    expect((await progress()).done).toBe(1);
  });

  it('follows when the check turns out to have ended later', async () => {
    const { id } = await log();
    await confirm(id);
    const body = { result: { endedAt: '2091-11-20T12:00:00Z' }, reason: 'Fel klockslag' };
    expect((await coordinator.api.patch(`/activities/${id}`, { body })).status).toBe(200);
    app.clock.set('2091-11-21T11:45:00Z');
    await app.get(JobRunner).perform('release-activity', { activityId: id });
    expect((await progress()).done).toBe(0);
    app.clock.set('2091-11-21T12:00:00Z');
    await app.runJobs();
    expect((await progress()).done).toBe(1);
  });

  it('is made up for when the job was lost, but never without a confirmation', async () => {
    const confirmed = await log();
    const unconfirmed = await log();
    await confirm(confirmed.id);
    await app.dataSource.query('DELETE FROM graphile_worker._private_jobs');
    await comeToWork('2091-11-25T00:00:00Z');
    await app.get(JobRunner).perform('release-overdue-activities', {});
    await app.get(JobRunner).perform('release-activity', { activityId: unconfirmed.id });
    expect((await progress()).done).toBe(1);
    const { body } = await officer.api.get<{ items: StaffActivity[] }>('/activities');
    const states = new Map(body.items.map(({ id, state }) => [id, state]));
    expect(states.get(confirmed.id)).toBe('released');
    expect(states.get(unconfirmed.id)).toBe('awaiting-confirmation');
  });

  it('is done by the worker itself', async () => {
    const now = new Date();
    await comeToWork(now);
    const day = stockholmDate(now);
    await app.dataSource.query(
      `UPDATE medborgarloften SET starts_on = $1::date - 100, ends_on = $1::date + 100`,
      [day],
    );
    await app.dataSource.query(`UPDATE municipalities SET settings = settings || '{"releaseDelayHours": 1}'`);
    const endedAt = new Date(now.getTime() - 3_600_000 + 1_000);
    const occurredOn = stockholmDate(endedAt);
    const { id } = await log({ occurredOn, result: { endedAt: endedAt.toISOString() } });
    expect((await confirm(id)).body.state).toBe('awaiting-release');
    app.clock.advance({ seconds: 2 });
    const jobs = app.get(JobRunner);
    await jobs.start();
    try {
      for (let tries = 0; tries < 100 && (await progress()).notCounted.length === 0; tries += 1)
        await sleep(100);
    } finally {
      await jobs.stop();
    }
    const [row] = await app.dataSource.query('SELECT released_at FROM activities WHERE id = $1', [id]);
    expect(row.released_at).toEqual(app.clock.now());
  });
});
