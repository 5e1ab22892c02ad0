import type {
  AccountSessions,
  OwnAccount,
  RecoveryCodes,
  SecondFactorSecret,
} from '@lofteskartan/shared/contracts/own-account';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { Role } from '@lofteskartan/shared/vocabulary';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { totpCode } from '../../test/support/totp.js';
import { SeedStaff } from './seed-staff.service.js';

const password = 'gardin tupp cykel';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
let number = 0;

describe('one’s own account', () => {
  let server: MailServer;
  let app: TestApp;
  let ale: TestMunicipality;
  let admin: TestPerson;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url, logLevel: 'trace' } });
    ale = await makeMunicipality(app.dataSource);
    admin = await makeStaff(app, 'admin', ale);
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const makeAccount = async (role: Role = 'case-officer') => {
    const email = `person-${String(Date.now())}-${String((number += 1))}@example.org`;
    const memberships = [{ organisation: ale.office.slug, municipality: ale.slug, role }];
    const id = await app.dataSource.transaction((manager) =>
      app.get(SeedStaff).ensureAccount(manager, { email, name: 'Kim Alm', password, memberships }),
    );
    return { id, email };
  };
  const signIn = async (email: string, more: object = {}, headers: Record<string, string> = {}) => {
    const api = app.api();
    const answer = await api.post<Session & ProblemBody>('/sessions', {
      body: { email, password, ...more },
      headers,
    });
    return { api, status: answer.status, body: answer.body };
  };
  const codeOf = (secret: string) => totpCode(secret, app.clock.now());
  /** Sets up the second factor, and waits until the code that was given is over. */
  const setUp = async (api: Api) => {
    const { secret } = (await api.post<SecondFactorSecret>('/account/second-factor', { body: {} })).body;
    const confirmed = await api.post<RecoveryCodes>('/account/second-factor/confirmation', {
      body: { code: codeOf(secret) },
    });
    app.clock.advance({ seconds: 30 });
    return { secret, codes: confirmed.body.codes, status: confirmed.status };
  };
  const typesOf = async (accountId: string) => {
    const rows = await app.dataSource.query<{ type: string }[]>(
      'SELECT type FROM admin_events WHERE subject_id = $1 ORDER BY id',
      [accountId],
    );
    return rows.map(({ type }) => type);
  };

  it('tells what it is, and takes another name', async () => {
    const { email } = await makeAccount();
    const { api } = await signIn(email);
    expect((await api.get<OwnAccount>('/account')).body).toEqual({
      name: 'Kim Alm',
      email,
      hasPassword: true,
      secondFactor: { since: null, required: false, recoveryCodesLeft: 0 },
      identities: [],
    });
    await api.patch('/account', { body: { name: 'Kim Bäck' } });
    expect((await api.get<Session>('/sessions/current')).body.name).toBe('Kim Bäck');
  });

  describe('sessions', () => {
    it('are told by what they were opened with; one is ended, or all others', async () => {
      const { email } = await makeAccount();
      const { api } = await signIn(email, {}, { 'User-Agent': firefox });
      const phone = (await signIn(email, {}, { 'User-Agent': 'Mozilla/5.0 (Linux; Android 15)' })).api;
      const tablet = (await signIn(email)).api;
      const { items } = (await api.get<AccountSessions>('/account/sessions')).body;
      expect(items).toHaveLength(3);
      expect(items.filter(({ current }) => current)).toMatchObject([
        { browser: 'Firefox', system: 'Linux', issuerName: null },
      ]);
      const onPhone = items.find(({ system }) => system === 'Android');
      expect((await api.delete(`/account/sessions/${onPhone?.id ?? ''}`)).status).toBe(204);
      expect((await phone.get('/sessions/current')).status).toBe(401);
      expect((await tablet.get('/sessions/current')).status).toBe(200);
      expect((await api.delete('/account/sessions')).status).toBe(204);
      expect((await tablet.get('/sessions/current')).status).toBe(401);
      expect((await api.get('/sessions/current')).status).toBe(200);
    });

    it('of somebody else are not one’s own to end', async () => {
      const [mine, theirs] = [
        await signIn((await makeAccount()).email),
        await signIn((await makeAccount()).email),
      ];
      const { items } = (await theirs.api.get<AccountSessions>('/account/sessions')).body;
      expect((await mine.api.delete(`/account/sessions/${items[0]?.id ?? ''}`)).status).toBe(404);
      expect((await theirs.api.get('/sessions/current')).status).toBe(200);
    });

    it('are ended by an administrator, one or all', async () => {
      const { id, email } = await makeAccount();
      const [first, second] = [(await signIn(email)).api, (await signIn(email)).api];
      const { items } = (await admin.api.get<AccountSessions>(`/accounts/${id}/sessions`)).body;
      expect(items.map(({ current }) => current)).toEqual([false, false]);
      expect((await admin.api.delete(`/accounts/${id}/sessions/${items[0]?.id ?? ''}`)).status).toBe(204);
      expect((await admin.api.delete(`/accounts/${id}/sessions`)).status).toBe(204);
      for (const api of [first, second]) expect((await api.get('/sessions/current')).status).toBe(401);
    });
  });

  describe('the password', () => {
    const change = (api: Api, current: string, next: string) =>
      api.post<ProblemBody>('/account/password', { body: { current, password: next } });

    it('is changed by who knows it: other sessions end, this one gets another cookie, and a mail tells', async () => {
      const { id, email } = await makeAccount();
      const [{ api }, other] = [await signIn(email), await signIn(email)];
      const before = api.cookies.get('session') ?? '';
      expect((await change(api, password, 'trumma moln sekel')).status).toBe(204);
      expect(api.cookies.get('session')).not.toBe(before);
      expect((await api.get('/sessions/current')).status).toBe(200);
      expect((await other.api.get('/sessions/current')).status).toBe(401);
      const thief = app.api();
      thief.cookies.set('session', before);
      expect((await thief.get('/sessions/current')).status).toBe(401);
      expect((await signIn(email)).status).toBe(401);
      expect((await signIn(email, { password: 'trumma moln sekel' })).status).toBe(201);
      expect(await typesOf(id)).toContain('password.changed');
      await app.runJobs();
      expect(server.to(email).map(({ mail }) => mail.subject)).toEqual(['Ditt lösenord är ändrat']);
    });

    const refused: [string, string, string, string, string][] = [
      ['by who does not know it', 'fel', 'trumma moln sekel', 'current', 'passwordWrong'],
      ['to a short one', password, 'kort', 'password', 'tooShort'],
      ['to a common one', password, 'Password2026!', 'password', 'passwordCommon'],
      ['to one’s own name', password, 'KimAlm19750401', 'password', 'passwordOfYours'],
    ];
    it.each(refused)('is not changed %s', async (_how, current, next, field, code) => {
      const { email } = await makeAccount();
      const { api } = await signIn(email);
      const answer = await change(api, current, next);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ field, code }]);
      expect((await signIn(email)).status).toBe(201);
    });

    it('written with other characters that look the same is the same', async () => {
      const { email } = await makeAccount();
      const { api } = await signIn(email);
      await change(api, password, 'blåbär ängsull fjäder');
      expect((await signIn(email, { password: 'blåbär ängsull fjäder'.normalize('NFD') })).status).toBe(201);
    });
  });

  describe('the second factor', () => {
    it('is asked for once it is on, and its code holds once', async () => {
      const { id, email } = await makeAccount();
      const [{ api }, other] = [await signIn(email), await signIn(email)];
      const before = api.cookies.get('session');
      const { secret, codes, status } = await setUp(api);
      expect([status, codes.length, new Set(codes).size]).toEqual([200, 10, 10]);
      expect(api.cookies.get('session')).not.toBe(before);
      expect((await other.api.get('/sessions/current')).status).toBe(401);

      expect((await signIn(email)).body.code).toBe('secondFactor.needed');
      expect((await signIn(email, { password: 'fel', code: codeOf(secret) })).body.code).toBe(
        'session.wrong',
      );
      expect((await signIn(email, { code: '000000' })).body.code).toBe('secondFactor.wrong');
      const code = codeOf(secret);
      expect((await signIn(email, { code })).status).toBe(201);
      expect((await signIn(email, { code })).body.code).toBe('secondFactor.wrong');
      app.clock.advance({ seconds: 30 });
      expect((await signIn(email, { code: ` ${codeOf(secret).replace(/^.../, '$& ')}` })).status).toBe(201);
      expect(await typesOf(id)).toContain('second-factor.on');
    });

    it('is not on before a code has confirmed it', async () => {
      const { email } = await makeAccount();
      const { api } = await signIn(email);
      await api.post('/account/second-factor', { body: {} });
      const answer = await api.post<ProblemBody>('/account/second-factor/confirmation', {
        body: { code: '000000' },
      });
      expect([answer.status, answer.body.code]).toEqual([422, 'secondFactor.wrong']);
      expect((await signIn(email)).status).toBe(201);
    });

    it('is replaced by a recovery code, once; new ones replace the old', async () => {
      const { id, email } = await makeAccount();
      const { api } = await signIn(email);
      const { codes } = await setUp(api);
      const [first = '', second = '', third = ''] = codes;
      expect((await signIn(email, { code: first.toUpperCase() })).status).toBe(201);
      expect((await signIn(email, { code: first })).body.code).toBe('secondFactor.wrong');
      const own = (await api.get<OwnAccount>('/account')).body;
      expect(own.secondFactor.recoveryCodesLeft).toBe(9);
      const renewed = await api.post<RecoveryCodes>('/account/recovery-codes', { body: { code: second } });
      expect(renewed.body.codes).toHaveLength(10);
      expect((await signIn(email, { code: third })).body.code).toBe('secondFactor.wrong');
      expect(await typesOf(id)).toEqual(
        expect.arrayContaining(['recovery-code.used', 'recovery-codes.renewed']),
      );
    });

    it('is switched off with a code', async () => {
      const { email } = await makeAccount();
      const { api } = await signIn(email);
      const { secret } = await setUp(api);
      const off = (code: string) => api.post('/account/second-factor/removal', { body: { code } });
      expect((await off('000000')).status).toBe(422);
      expect((await off(codeOf(secret))).status).toBe(204);
      expect((await signIn(email)).status).toBe(201);
    });

    it('is what an administrator has to set up before anything else, and cannot switch off', async () => {
      const { email } = await makeAccount('admin');
      const { api, body } = await signIn(email);
      expect(body.mustSetUpSecondFactor).toBe(true);
      for (const path of ['/accounts', '/organisations', `/municipalities/${ale.slug}/settings`])
        expect((await api.get<ProblemBody>(path)).body.code).toBe('secondFactor.required');
      const { secret } = await setUp(api);
      expect((await api.get('/accounts')).status).toBe(200);
      const off = await api.post<ProblemBody>('/account/second-factor/removal', {
        body: { code: codeOf(secret) },
      });
      expect([off.status, off.body.code]).toEqual([409, 'secondFactor.mandatory']);
    });

    it('is not asked of administrators of example data', async () => {
      const demo = await startTestApp({ config: { demo: true } });
      try {
        const { email } = await makeAccount('admin');
        const api = demo.api();
        await api.post('/sessions', { body: { email, password } });
        expect((await api.get('/accounts')).status).toBe(200);
      } finally {
        await demo.stop();
      }
    });

    it('is taken away by an administrator: every session ends, the log says so, and a mail tells', async () => {
      const { id, email } = await makeAccount();
      const { api } = await signIn(email);
      await setUp(api);
      expect((await admin.api.delete(`/accounts/${id}/second-factor`)).status).toBe(204);
      expect((await api.get('/sessions/current')).status).toBe(401);
      expect((await signIn(email)).status).toBe(201);
      expect(await typesOf(id)).toContain('second-factor.reset');
      await app.runJobs();
      expect(server.to(email).at(-1)?.mail.subject).toBe('Din tvåstegsinloggning är borttagen');
      expect((await admin.api.delete(`/accounts/${id}/second-factor`)).status).toBe(409);
    });

    it('is stored sealed, and its recovery codes hashed', async () => {
      const { id, email } = await makeAccount();
      const { secret, codes } = await setUp((await signIn(email)).api);
      const [row] = await app.dataSource.query<{ sealed: Buffer; hashes: string[] }[]>(
        `SELECT secret_sealed AS sealed, ARRAY(SELECT code_hash FROM recovery_codes WHERE account_id = $1) AS hashes
         FROM second_factors WHERE account_id = $1`,
        [id],
      );
      expect(row?.sealed.includes(secret)).toBe(false);
      expect(row?.hashes.join()).toMatch(/^([0-9a-f]{64},){9}[0-9a-f]{64}$/);
      expect(JSON.stringify(row?.hashes)).not.toContain(codes[0]);
      expect(app.log.text()).not.toContain(secret);
    });
  });

  describe('a forgotten password', () => {
    const ask = (email: string) => app.api().post('/password-resets', { body: { email, language: 'sv' } });

    it('is replaced by a link that holds once, which ends every session', async () => {
      const { id, email } = await makeAccount();
      const { api } = await signIn(email);
      expect((await ask(email.toUpperCase())).status).toBe(202);
      await app.runJobs();
      const [mail] = server.to(email);
      if (!mail) throw new Error('No mail');
      const { page, token } = linkIn(mail, 'nytt-losenord');
      expect(page).toBe('/arbete/nytt-losenord');
      const look = await app.api().post('/account-links/openings', { body: { token } });
      expect(look.body).toMatchObject({ purpose: 'password-reset', email });
      const choose = (next: string) =>
        app.api().post<ProblemBody>('/account-links/passwords', { body: { token, password: next } });
      expect((await choose('123456789012')).status).toBe(422);
      expect((await choose('trumma moln sekel')).status).toBe(204);
      expect((await choose('segel bräda kaffe')).body.code).toBe('mailLink.used');
      expect((await api.get('/sessions/current')).status).toBe(401);
      expect((await signIn(email, { password: 'trumma moln sekel' })).status).toBe(201);
      expect(await typesOf(id)).toContain('password.reset');
      expect(app.log.text()).not.toContain(token);
      const stored = await app.dataSource.query('SELECT * FROM account_links');
      expect(JSON.stringify(stored)).not.toContain(token);
    });

    it('is answered the same for an address that nobody has, and nothing is sent', async () => {
      await app.runJobs();
      const before = server.taken.length;
      const answer = await ask('ingen-alls@example.org');
      expect([answer.status, answer.body]).toEqual([202, null]);
      await app.runJobs();
      expect(server.taken).toHaveLength(before);
      expect(app.log.text()).not.toContain('ingen-alls');
    });

    it('holds for an hour, and no more than three are sent in one', async () => {
      const { email } = await makeAccount();
      for (let i = 0; i < 5; i += 1) await ask(email);
      await app.runJobs();
      const mails = server.to(email);
      expect(mails.length).toBeLessThanOrEqual(3);
      const last = mails.at(-1);
      if (!last) throw new Error('No mail');
      const { token } = linkIn(last, 'nytt-losenord');
      app.clock.advance({ minutes: 61 });
      const late = await app.api().post<ProblemBody>('/account-links/openings', { body: { token } });
      expect(late.body.code).toBe('mailLink.used');
    });
  });
});
