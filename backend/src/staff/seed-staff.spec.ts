import type { SecondFactorSecret } from '@lofteskartan/shared/contracts/own-account';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { totpCode } from '../../test/support/totp.js';
import { SeedStaff } from './seed-staff.service.js';

describe('accounts that commands make', () => {
  let app: TestApp;
  let ale: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    await app.empty();
    ale = await makeMunicipality(app.dataSource);
  });
  afterAll(() => app.stop());

  const firstAdmin = (given: { email: string; name: string; password?: string }) =>
    app.dataSource.transaction((manager) => app.get(SeedStaff).createFirstAdmin(manager, given));
  /** Signs in with the password, sets up the second factor that administrators need, and tries. */
  const mayAdminister = async (email: string, password: string) => {
    const api = app.api();
    const { status, body } = await api.post<Session>('/sessions', { body: { email, password } });
    if (status !== 201 || !body.mustSetUpSecondFactor) return false;
    const { secret } = (await api.post<SecondFactorSecret>('/account/second-factor', { body: {} })).body;
    const code = totpCode(secret, app.clock.now());
    await api.post('/account/second-factor/confirmation', { body: { code } });
    return (await api.get('/accounts')).status === 200;
  };

  it('the first administrator gets a random password when none is given', async () => {
    const made = await firstAdmin({ email: 'chef@example.org', name: 'Chef' });
    expect(made.isRandom).toBe(true);
    expect(await mayAdminister('chef@example.org', made.password)).toBe(true);
  });

  it('administers every municipality, with the password given', async () => {
    const other = await makeMunicipality(app.dataSource);
    const { accountId } = await firstAdmin({
      email: 'chef@example.org',
      name: 'Chef',
      password: 'ett givet lösenord',
    });
    expect(await mayAdminister('chef@example.org', 'ett givet lösenord')).toBe(true);
    const rows = await app.dataSource.query<{ municipality_id: string }[]>(
      'SELECT municipality_id FROM memberships WHERE account_id = $1',
      [accountId],
    );
    expect(rows.map((row) => row.municipality_id).sort()).toEqual([ale.id, other.id].sort());
  });

  it('a short password, a taken address or an empty installation are told', async () => {
    await expect(firstAdmin({ email: 'a@example.org', name: 'A', password: 'kort' })).rejects.toThrow(
      /tooShort/,
    );
    await firstAdmin({ email: 'a@example.org', name: 'A' });
    await expect(firstAdmin({ email: 'A@example.org', name: 'A' })).rejects.toThrow(/already/);
    await app.empty();
    await expect(firstAdmin({ email: 'b@example.org', name: 'B' })).rejects.toThrow(/no municipality/);
  });

  it('example staff are made once; a repeat keeps the password', async () => {
    const ensure = (password: string) =>
      app.dataSource.transaction((manager) =>
        app.get(SeedStaff).ensureAccount(manager, {
          email: 'polis@demo.example',
          name: 'Exempelpolis',
          password,
          memberships: [{ organisation: ale.police.slug, municipality: ale.slug, role: 'police-officer' }],
        }),
      );
    const id = await ensure('det första lösenordet');
    expect(await ensure('det andra lösenordet')).toBe(id);
    const body = { email: 'polis@demo.example', password: 'det första lösenordet' };
    expect((await app.api().post('/sessions', { body })).status).toBe(201);
  });

  it('a role that the organisation cannot give is told', async () => {
    const memberships = [
      { organisation: ale.office.slug, municipality: ale.slug, role: 'police-officer' as const },
    ];
    const account = { email: 'x@demo.example', name: 'X', password: 'ett långt lösenord', memberships };
    await expect(
      app.dataSource.transaction((manager) => app.get(SeedStaff).ensureAccount(manager, account)),
    ).rejects.toThrow(/x@demo\.example: memberships\[0\]\.role notOneOf/);
  });
});
