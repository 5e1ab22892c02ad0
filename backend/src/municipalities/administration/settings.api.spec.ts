import type { VersionedSettings } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { submitProposal } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

describe('settings of a municipality', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let coordinator: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
    await app.empty();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    coordinator = await makeStaff(app, 'coordinator', ale);
  });
  afterAll(() => app.stop());

  const read = (by: TestPerson, { slug }: TestMunicipality) =>
    by.api.get<VersionedSettings & ProblemBody>(`/municipalities/${slug}/settings`);
  const change = (by: TestPerson, { slug }: TestMunicipality, body: object) =>
    by.api.patch<VersionedSettings & ProblemBody>(`/municipalities/${slug}/settings`, { body });

  it('a coordinator changes some; the others stay, everyone sees it at once, the log says who', async () => {
    const before = (await read(coordinator, ale)).body;
    const answer = await change(coordinator, ale, { releaseDelayHours: 48, answerWithinWorkingDays: null });
    const after = { releaseDelayHours: 48, answerWithinWorkingDays: null, version: before.version + 1 };
    expect(answer.body).toEqual(Object.assign({}, before, after));
    const shown = await app.api().get(`/municipalities/${ale.slug}`);
    expect(shown.body).toMatchObject({ releaseDelayHours: 48, answerWithinWorkingDays: null });
    const events = await app.dataSource.query<unknown[]>(
      'SELECT * FROM admin_events WHERE municipality_id = $1',
      [ale.id],
    );
    expect(events).toMatchObject([
      {
        type: 'settings.changed',
        actor_account_id: coordinator.staff.accountId,
        changes: [
          { name: 'releaseDelayHours', from: 24, to: 48 },
          { name: 'answerWithinWorkingDays', from: 5, to: null },
        ],
      },
    ]);
    expect((await read(await makeStaff(app, 'admin', kungalv), kungalv)).body.releaseDelayHours).toBe(24);
  });

  it('what changes nothing is not logged', async () => {
    expect((await change(coordinator, ale, { releaseDelayHours: 24 })).status).toBe(200);
    expect(
      await app.dataSource.query<unknown[]>('SELECT * FROM admin_events WHERE municipality_id = $1', [
        ale.id,
      ]),
    ).toEqual([]);
  });

  it('in a foreign municipality nobody may', async () => {
    for (const answer of [await read(coordinator, kungalv), await change(coordinator, kungalv, {})]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'role.insufficient']);
    }
  });

  const unfit: [string, object][] = [
    ['a grid finer than 25 m', { snapMetresSpeedCheck: 10 }],
    ['a negative delay', { releaseDelayHours: -1 }],
    ['half an hour', { releaseDelayHours: 0.5 }],
    ['a delay that is none', { releaseDelayHours: null }],
    ['something unknown', { outline: {} }],
  ];
  it.each(unfit)('%s is refused', async (_what, body) => {
    expect((await change(coordinator, ale, body)).status).toBe(422);
  });

  it('two who change different settings at once both succeed', async () => {
    const admin = await makeStaff(app, 'admin', ale);
    await Promise.all([
      change(coordinator, ale, { releaseDelayHours: 12 }),
      change(admin, ale, { wishMaxAgeMonths: 12 }),
    ]);
    expect((await read(admin, ale)).body).toMatchObject({ releaseDelayHours: 12, wishMaxAgeMonths: 12 });
  });

  it('a coarser grid moves what the public sees, soon after and of that kind alone', async () => {
    const position: [number, number] = [ale.center[0] + 0.00123, ale.center[1] + 0.00045];
    const check = await submitProposal(app, { kind: 'speed-check', position });
    const dark = await submitProposal(app, { kind: 'dark-place', position });
    const seen = async ({ reference }: { reference: string }) =>
      (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body.position;
    const [checkBefore, darkBefore] = [await seen(check), await seen(dark)];
    await change(coordinator, ale, { snapMetresSpeedCheck: 500 });
    expect(await app.runJobs()).toContain('project-municipality');
    expect(await seen(check)).not.toEqual(checkBefore);
    expect(await seen(dark)).toEqual(darkBefore);
    const own = await (
      await makeStaff(app, 'case-officer', ale)
    ).api.get(`/triage/proposals/${check.reference}`);
    expect(own.body).toMatchObject({ position, publicPosition: await seen(check), version: 1 });
  });
});
