import type { AccountLink, CreatedAccount, IssuedLink } from '@lofteskartan/shared/contracts/account-links';
import type { Account } from '@lofteskartan/shared/contracts/staff';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { staffMailWords } from './staff-letters.js';

const password = 'gardin tupp cykel';
let number = 0;

describe('invitations', () => {
  let server: MailServer;
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let admin: TestPerson;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url, logLevel: 'trace' } });
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    admin = await makeStaff(app, 'admin', ale);
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const invite = async () => {
    const email = `ny-${String(Date.now())}-${String((number += 1))}@example.org`;
    const memberships = [{ organisation: ale.office.slug, municipality: ale.slug, role: 'case-officer' }];
    const body = { email, name: 'Ny Person', memberships };
    const answer = await admin.api.post<CreatedAccount>('/accounts', { body, key: true });
    await app.runJobs();
    const { account, invitation } = answer.body;
    return { account, invitation, email, token: tokenTo(email) };
  };
  const tokenTo = (email: string) => {
    const mail = server.to(email).at(-1);
    if (!mail) throw new Error('No mail');
    return linkIn(mail, 'inbjudan').token;
  };
  const choose = (token: string) =>
    app.api().post<ProblemBody>('/account-links/passwords', { body: { token, password } });
  const look = (token: string) =>
    app.api().post<AccountLink & ProblemBody>('/account-links/openings', { body: { token } });
  const signsIn = async (email: string) =>
    (await app.api().post('/sessions', { body: { email, password } })).status === 201;

  it('go by mail, with the link behind a #, and are told to the administrator by nothing else', async () => {
    const { account, invitation, email, token } = await invite();
    expect(invitation).toMatchObject({ mailed: true, address: null });
    expect((await look(token)).body).toEqual({
      purpose: 'invitation',
      name: 'Ny Person',
      email,
      expiresAt: new Date(app.clock.now().getTime() + 7 * 86_400_000).toISOString(),
    });
    expect(await signsIn(email)).toBe(false);
    expect((await choose(token)).status).toBe(204);
    expect((await choose(token)).body.code).toBe('mailLink.used');
    expect(await signsIn(email)).toBe(true);
    expect(account.canSignIn).toBe(false);
    expect(app.log.text()).not.toContain(token);
    expect(app.log.text()).not.toContain(email);
  });

  it('are chosen by one of two who come at the same time', async () => {
    const { token } = await invite();
    const statuses = (await Promise.all([choose(token), choose(token)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 404]);
  });

  it('end after seven days', async () => {
    const { token, account } = await invite();
    app.clock.advance({ days: 7 });
    expect((await choose(token)).body.code).toBe('mailLink.used');
    const anew = await makeStaff(app, 'admin', ale);
    const list = await anew.api.get<{ items: Account[] }>('/accounts', { query: { limit: 100 } });
    expect(list.body.items.find(({ id }) => id === account.id)?.invitation?.expired).toBe(true);
    admin = anew;
  });

  it('sent again end the earlier one', async () => {
    const { token, account, email } = await invite();
    const again = await admin.api.post<IssuedLink>(`/accounts/${account.id}/invitations`, {
      key: true,
      body: {},
    });
    expect(again.status).toBe(201);
    await app.runJobs();
    expect((await choose(token)).body.code).toBe('mailLink.used');
    expect((await choose(tokenTo(email))).status).toBe(204);
    const needless = await admin.api.post<ProblemBody>(`/accounts/${account.id}/invitations`, {
      key: true,
      body: {},
    });
    expect([needless.status, needless.body.code]).toEqual([409, 'account.canSignIn']);
  });

  it('that are taken back, or whose account is closed, hold no longer', async () => {
    const [first, second] = [await invite(), await invite()];
    expect((await admin.api.delete(`/accounts/${first.account.id}/invitations`)).status).toBe(204);
    const { id, version } = second.account;
    await admin.api.patch(`/accounts/${id}`, { body: { version, active: false } });
    for (const { token } of [first, second]) expect((await choose(token)).body.code).toBe('mailLink.used');
    expect((await admin.api.delete(`/accounts/${first.account.id}/invitations`)).status).toBe(404);
  });

  it('taken back before the mail was sent send none', async () => {
    const email = `sen-${String(Date.now())}@example.org`;
    const memberships = [{ organisation: ale.office.slug, municipality: ale.slug, role: 'coordinator' }];
    const body = { email, name: 'Sen', memberships };
    const { account } = (await admin.api.post<CreatedAccount>('/accounts', { body, key: true })).body;
    await admin.api.delete(`/accounts/${account.id}/invitations`);
    await app.runJobs();
    expect(server.to(email)).toEqual([]);
  });

  it('of a foreign municipality are nobody’s to send', async () => {
    const { account } = await invite();
    const stranger = await makeStaff(app, 'admin', kungalv);
    expect(
      (await stranger.api.post(`/accounts/${account.id}/invitations`, { key: true, body: {} })).status,
    ).toBe(404);
    expect((await stranger.api.delete(`/accounts/${account.id}/invitations`)).status).toBe(404);
  });

  it.each(['', 'x', 'abc.def', `${'a'.repeat(36)}.${'b'.repeat(43)}`])(
    'the token %j is of no link',
    async (token) => {
      expect((await choose(token)).status).toBe(token === '' ? 422 : 404);
    },
  );

  it('where no mail is sent the administrator hands the link over, once for each key', async () => {
    const silent = await startTestApp({ clock: app.clock });
    try {
      const { api } = await makeStaff(silent, 'admin', ale);
      const memberships = [{ organisation: ale.office.slug, municipality: ale.slug, role: 'coordinator' }];
      const body = { email: `tyst-${String(Date.now())}@example.org`, name: 'Tyst', memberships };
      const { account, invitation } = (await api.post<CreatedAccount>('/accounts', { body, key: true })).body;
      expect(invitation.address).toMatch(/^http:\/\/localhost:3000\/arbete\/inbjudan#[\w.-]{80}$/);
      expect((await choose(invitation.address?.split('#')[1] ?? '')).status).toBe(204);
      const reset = await api.post<IssuedLink>(`/accounts/${account.id}/password-resets`, {
        key: true,
        body: {},
      });
      expect(reset.body.address).toMatch(/\/arbete\/nytt-losenord#/);
    } finally {
      await silent.stop();
    }
  });

  it('are worded in both languages', () => {
    const words = (of: object): string[] =>
      Object.entries(of).flatMap(([key, value]) =>
        typeof value === 'string' ? [key] : words(value as object).map((each) => `${key}.${each}`),
      );
    expect(words(staffMailWords.en)).toEqual(words(staffMailWords.sv));
  });
});
