import type { CasePresence, CasePresencePage } from '@lofteskartan/shared/contracts/presences';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('who has a proposal open', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let anna: TestPerson;
  let bo: TestPerson;
  let foreigner: TestPerson;
  let reference: string;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    const kungalv = await makeMunicipality(app.dataSource);
    anna = await makeStaff(app, 'case-officer', ale);
    bo = await makeStaff(app, 'police-officer', ale);
    foreigner = await makeStaff(app, 'coordinator', kungalv);
    ({ reference } = await submitProposal(app, { kind: 'idea', municipality: ale.slug }));
  });
  afterAll(() => app.stop());

  const open = ({ api }: TestPerson) =>
    api.put<CasePresence>(`/triage/proposals/${reference}/presence`, { body: {} });
  const seen = async ({ api }: TestPerson) =>
    (await api.get<CasePresencePage>('/triage/presences')).body.items;
  const rows = async () =>
    (
      await app.dataSource.query<unknown[]>(
        'SELECT 1 FROM case_presences c JOIN proposals p ON p.id = c.proposal_id WHERE p.reference = $1',
        [reference],
      )
    ).length;

  it('a colleague sees it in the case and in the queue, oneself does not', async () => {
    expect((await open(anna)).body).toEqual({ reference, names: [] });
    expect((await open(bo)).body).toEqual({ reference, names: [anna.staff.name] });
    expect(await seen(bo)).toEqual([{ reference, names: [anna.staff.name] }]);
    expect(await seen(anna)).toEqual([{ reference, names: [bo.staff.name] }]);
  });

  it('nobody of another municipality does, and they cannot say so either', async () => {
    await open(anna);
    expect(await seen(foreigner)).toEqual([]);
    expect((await open(foreigner)).status).toBe(404);
    expect((await foreigner.api.delete(`/triage/proposals/${reference}/presence`)).status).toBe(404);
    expect(await seen(bo)).toHaveLength(1);
  });

  it('goes on while it is said again, and is over after a minute and a half', async () => {
    await open(anna);
    for (let index = 0; index < 4; index += 1) {
      app.clock.advance({ minutes: 0.5 });
      await open(anna);
    }
    expect(await seen(bo)).toHaveLength(1);
    app.clock.advance({ minutes: 1.4 });
    expect(await seen(bo)).toHaveLength(1);
    app.clock.advance({ minutes: 0.2 });
    expect(await seen(bo)).toEqual([]);
    // Nothing is kept of it: the next who looks removes it.
    await open(bo);
    expect(await rows()).toBe(1);
  });

  it('is over at once when it is closed, and when the account is', async () => {
    await open(anna);
    expect((await anna.api.delete(`/triage/proposals/${reference}/presence`)).status).toBe(204);
    expect(await seen(bo)).toEqual([]);
    expect(await rows()).toBe(0);
    await open(anna);
    await app.dataSource.query('UPDATE accounts SET active = false WHERE id = $1', [anna.staff.accountId]);
    expect(await seen(bo)).toEqual([]);
  });
});
