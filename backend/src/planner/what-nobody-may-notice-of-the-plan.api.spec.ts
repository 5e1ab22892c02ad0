import type { PlannerSettings } from '@lofteskartan/shared/contracts/planner';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { sessionCookie } from '../platform/security/cookies.js';
import { orderOf, wishAt } from './planner.fixture.js';

/** Everything that is told to anyone but the police, byte by byte with its tags, before and after what the police do in the planner. */
describe('what nobody may notice of the plan', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let commitment: TestCommitment;
  let police: TestPerson;
  let others: TestPerson[];
  let sent: ProposalReceipt;
  let stretchId: string;

  beforeAll(async () => {
    app = await startTestApp({ clock: new TestClock('2026-11-26T09:00:00Z') });
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    commitment = await makeCommitment(app.dataSource, ale, { owners: [ale.police, ale.office] });
    police = await makeStaff(app, 'police-officer', ale);
    others = [];
    for (const role of ['case-officer', 'coordinator', 'admin'] as const)
      others.push(await makeStaff(app, role, ale));
    sent = await wishAt(app, ale, 0, { weekdays: ['fri'], hourBands: ['15-18'] });
    await wishAt(app, ale, 60);
    const body = { to: 'committed', version: 1, commitmentId: commitment.id };
    await others[0]?.api.post(`/triage/proposals/${sent.reference}/moves`, { body });
  });
  afterAll(() => app.stop());

  const path = () => `/planner/${ale.slug}`;
  const public_ = () => [
    `/api/v1/proposals/${sent.reference}`,
    `/api/v1/proposals?municipality=${ale.slug}&sort=latest-answer`,
    `/api/v1/proposals?municipality=${ale.slug}&status=planned`,
    `/api/v1/proposals/map?bbox=${ale.bbox.join(',')}&zoom=16&municipality=${ale.slug}`,
    `/api/v1/proposals/map?bbox=${ale.bbox.join(',')}&zoom=8&municipality=${ale.slug}`,
    `/api/v1/proposals/similar?position=${ale.center.join(',')}&kind=speed-check`,
    `/api/v1/commitments/${commitment.id}`,
    `/api/v1/answers?municipality=${ale.slug}`,
    `/api/v1/municipalities/${ale.slug}`,
    '/api/v1/follow',
    `/${ale.slug}/flode.atom`,
    `/${ale.slug}/kalender.ics`,
  ];
  const staff_ = () => [
    `/api/v1/triage/proposals?municipality=${ale.slug}`,
    `/api/v1/triage/proposals/${sent.reference}`,
    `/api/v1/triage/cases/${sent.reference}`,
    `/api/v1/work-log?municipality=${ale.slug}`,
    `/api/v1/triage/summary?municipality=${ale.slug}`,
    `/api/v1/activities?municipality=${ale.slug}`,
    `/api/v1/municipalities/${ale.slug}/settings`,
    ...['', '/spots', '/outside'].map(
      (each) => `/api/v1/situation/${ale.slug}${each}?from=2026-11-01&to=2026-11-30`,
    ),
    ...['stretches', 'settings', `stretches/${stretchId}`, 'weeks/2026-11-27'].map(
      (each) => `/api/v1${path()}/${each}`,
    ),
  ];

  const told = async (): Promise<string[]> => {
    const all: string[] = [];
    const ask = async (address: string, headers: Record<string, string>) => {
      const response = await fetch(`${app.url}${address}`, { headers });
      const kept = [...response.headers].filter(
        ([name]) => !['date', 'x-request-id', 'server-timing', 'set-cookie'].includes(name),
      );
      all.push(
        `${address}\n${response.status}\n${JSON.stringify(kept)}\n${await response.text()}`.replaceAll(
          /"instance":"[^"]*"|"requestId":"[^"]*"/g,
          '',
        ),
      );
    };
    for (const address of public_()) await ask(address, { 'Follow-Token': sent.followToken });
    for (const { api } of others)
      for (const address of staff_()) {
        const session = api.cookies.get(sessionCookie) ?? '';
        await ask(address, { Cookie: `${sessionCookie}=${session}`, 'Session-Use': 'background' });
      }
    return all;
  };
  const done = async (call: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await call;
    expect([status < 300, body]).toEqual([true, body]);
  };
  const version = async () =>
    (await police.api.get<StretchDetail>(`${path()}/stretches/${stretchId}`)).body.version;
  const plan = () =>
    done(
      police.api.post(`${path()}/checks`, {
        key: true,
        body: { stretchId, plannedOn: '2026-11-27', fromHour: 15, toHour: 17, note: 'Fredag' },
      }),
    );

  it('that wishes are gathered, named, judged, weighed and planned', async () => {
    const before = await told();
    app.clock.advance({ minutes: 7 });
    stretchId = (await orderOf(police, ale))[0]?.id ?? '';
    await done(
      police.api.put(`${path()}/stretches/${stretchId}/name`, { body: { version: 1, name: 'Vid kyrkan' } }),
    );
    const found = { safePlace: true, limitChangeMetres: 300, roadKeeper: 'state', note: 'Bra ficka' };
    const assessment = { version: await version(), ...found };
    await done(police.api.put(`${path()}/stretches/${stretchId}/suitability`, { body: assessment }));
    const { body: settings } = await police.api.get<PlannerSettings>(`${path()}/settings`);
    await done(police.api.put(`${path()}/plan`, { body: { version: settings.version, on: true } }));
    const weights = { version: settings.version + 1, weights: settings.weights };
    await done(police.api.put(`${path()}/weights`, { body: weights }));
    await plan();
    const after = await told();
    const same = (list: string[]) =>
      list.map((each) => each.replace(stretchId, '…').replace('undefined', '…'));
    expect(same(after)).toEqual(same(before));
    expect(before.filter((each) => each.includes('\n200\n')).length).toBeGreaterThan(20);
  });

  it('that a plan was fulfilled', async () => {
    stretchId = (await orderOf(police, ale))[0]?.id ?? '';
    const { body: settings } = await police.api.get<PlannerSettings>(`${path()}/settings`);
    await done(police.api.put(`${path()}/plan`, { body: { version: settings.version, on: true } }));
    await plan();
    const before = await told();
    const { body } = await police.api.post<{ id: string }>('/activities', {
      key: true,
      body: {
        commitmentId: commitment.id,
        occurredOn: '2026-11-26',
        publicText: 'Vi mätte.',
        proposalReferences: [sent.reference],
      },
    });
    const [check] = await app.dataSource.query<{ id: string; activityId: string }[]>(
      'SELECT id, activity_id AS "activityId" FROM planned_checks WHERE municipality_id = $1',
      [ale.id],
    );
    expect(check?.activityId).toBe(body.id);
    const after = await told();
    const open = public_().length;
    expect(after.slice(0, open)).toEqual(before.slice(0, open));
    const planned = (address: string) => address.startsWith(`/api/v1${path()}`);
    expect(after.filter(planned)).toEqual(before.filter(planned));
    expect(after.filter((each) => each.includes(check?.id ?? '') || each.includes('Fredag'))).toEqual([]);
  });
});
