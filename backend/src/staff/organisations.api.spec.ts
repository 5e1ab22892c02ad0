import type { Organisation, OrganisationPage } from '@lofteskartan/shared/contracts/staff';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('organisations', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let admin: TestPerson;
  let keeper: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    admin = await makeStaff(app, 'admin', ale);
    keeper = await makeStaff(app, 'admin', ale);
    // Whoever another test has made one is none here.
    await app.dataSource.query('UPDATE accounts SET installation_admin = (id = $1)', [
      keeper.staff.accountId,
    ]);
  });
  afterAll(() => app.stop());

  const create = (by: TestPerson, name: string, ...municipalities: string[]) =>
    by.api.post<Organisation & ProblemBody>('/organisations', {
      key: true,
      body: { name, type: 'partner', municipalities },
    });

  it('an administrator makes one in the own municipality, under a name that addresses can hold', async () => {
    const first = await create(admin, 'Ås vägförening', ale.slug);
    expect(first.body).toEqual({
      slug: 'as-vagforening',
      name: 'Ås vägförening',
      type: 'partner',
      municipalities: [ale.slug],
      version: 1,
    });
    expect((await create(admin, 'Ås vägförening', ale.slug)).body.slug).toBe('as-vagforening-2');
    expect((await create(admin, 'Bolaget', kungalv.slug)).status).toBe(403);
    const shown = await app.api().get(`/municipalities/${ale.slug}`);
    expect(JSON.stringify(shown.body)).toContain('Ås vägförening');
  });

  it('one police district serves two municipalities; its name is then for who looks after the installation', async () => {
    const { slug } = ale.police;
    const shared = await keeper.api.put<Organisation>(`/organisations/${slug}`, {
      body: { version: 1, name: 'LPO Prov', type: 'police', municipalities: [ale.slug, kungalv.slug] },
    });
    expect(shared.body).toMatchObject({ version: 2, municipalities: [ale.slug, kungalv.slug].sort() });
    const body = { version: 2, name: 'Vår polis', type: 'police', municipalities: [ale.slug, kungalv.slug] };
    const refused = await admin.api.put<ProblemBody>(`/organisations/${slug}`, { body });
    expect([refused.status, refused.body.code]).toEqual([403, 'organisation.elsewhere']);
    const stale = await keeper.api.put<ProblemBody>(`/organisations/${slug}`, {
      body: { ...body, version: 1 },
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
  });

  it('one with people in a municipality stays there, and of its type', async () => {
    const officer = await makeStaff(app, 'police-officer', kungalv);
    expect(officer.staff.memberships).toHaveLength(1);
    const { slug } = kungalv.police;
    const leave = { version: 1, name: 'P', type: 'police', municipalities: [ale.slug] };
    const retype = { version: 1, name: 'P', type: 'partner', municipalities: [kungalv.slug] };
    for (const body of [leave, retype]) {
      const answer = await keeper.api.put<ProblemBody>(`/organisations/${slug}`, { body });
      expect([answer.status, answer.body.code]).toEqual([409, 'organisation.used']);
    }
  });

  it('who looks after the installation reads all, others those of their municipalities', async () => {
    const slugs = async ({ api }: TestPerson) =>
      (await api.get<OrganisationPage>('/organisations', { query: { limit: 100 } })).body.items.map(
        ({ slug }) => slug,
      );
    expect(await slugs(keeper)).toContain(kungalv.office.slug);
    expect(await slugs(admin)).not.toContain(kungalv.office.slug);
  });

  it('the right to look after the installation is given, logged, and never given up by the last', async () => {
    const path = (person: TestPerson) => `/accounts/${person.staff.accountId}/installation-right`;
    const alone = await keeper.api.put<ProblemBody>(path(keeper), { body: { granted: false } });
    expect([alone.status, alone.body.code]).toEqual([409, 'installation.last']);
    const out = await admin.api.patch<ProblemBody>(`/accounts/${keeper.staff.accountId}`, {
      body: { active: false, version: 1 },
    });
    expect([out.status, out.body.code]).toEqual([403, 'account.installation']);
    expect((await keeper.api.get('/sessions/current')).status).toBe(200);
    expect((await admin.api.put(path(admin), { body: { granted: true } })).status).toBe(403);
    expect((await keeper.api.put(path(admin), { body: { granted: true } })).body).toMatchObject({
      granted: true,
    });
    expect((await admin.api.get('/sessions/current')).body).toMatchObject({ installationAdmin: true });
    expect((await admin.api.put(path(keeper), { body: { granted: false } })).status).toBe(200);
    expect((await keeper.api.get('/sessions/current')).body).toMatchObject({ installationAdmin: false });
    const events = await app.dataSource.query<{ type: string }[]>(
      `SELECT type FROM admin_events WHERE type LIKE 'installation.%' ORDER BY id`,
    );
    expect(events.map(({ type }) => type)).toEqual(['installation.granted', 'installation.revoked']);
  });
});
