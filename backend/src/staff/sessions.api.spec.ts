import { jest } from '@jest/globals';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { hashToken } from '../platform/security/tokens.js';
import { Passwords } from './passwords.service.js';
import { SeedStaff } from './seed-staff.service.js';
import { Sessions } from './sessions.service.js';

const password = 'ett långt lösenord 🔑';

describe('sessions', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let number = 0;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
  });
  afterAll(() => app.stop());

  /** A police officer with a password of their own. */
  const makeAccount = async (testApp = app) => {
    const email = `Polis.${String(Date.now())}.${String((number += 1))}@Example.org`;
    const memberships = [
      { organisation: ale.police.slug, municipality: ale.slug, role: 'police-officer' as const },
    ];
    const seed = testApp.get(SeedStaff);
    const id = await testApp.dataSource.transaction((manager) =>
      seed.ensureAccount(manager, { email, name: 'Åsa Öberg', password, memberships }),
    );
    return { id, email };
  };
  const signIn = (api: Api, email: string, given = password) =>
    api.post<Session & ProblemBody>('/sessions', { body: { email, password: given } });
  const countSessions = async (accountId: string) => {
    const [row] = await app.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM sessions WHERE account_id = $1',
      [accountId],
    );
    return row?.count;
  };

  it('a right pair opens a session, which ends by signing out', async () => {
    const { id, email } = await makeAccount();
    const api = app.api();
    const answer = await signIn(api, email.toLowerCase());
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      accountId: id,
      name: 'Åsa Öberg',
      email,
      installationAdmin: false,
      expiresAt: new Date(app.clock.now().getTime() + 86_400_000).toISOString(),
      idleMinutes: 480,
      secondsLeft: 8 * 3600,
      mustSetUpSecondFactor: false,
      memberships: [
        {
          organisation: ale.police.slug,
          organisationName: `Organisation ${ale.police.slug}`,
          organisationType: 'police',
          municipality: ale.slug,
          municipalityName: expect.any(String) as string,
          role: 'police-officer',
          issuer: null,
        },
      ],
    });
    const cookie = answer.headers.getSetCookie().join('\n');
    expect(cookie).toMatch(/^session=[\w-]{43}; Max-Age=86400; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');

    expect((await api.get('/sessions/current')).body).toEqual(answer.body);
    const token = api.cookies.get('session') ?? '';
    expect(await api.delete('/sessions/current')).toMatchObject({ status: 200, body: { address: null } });
    expect(api.cookies.has('session')).toBe(false);
    api.cookies.set('session', token);
    expect((await api.get('/sessions/current')).status).toBe(401);
    expect(await countSessions(id)).toBe(0);
  });

  it('stores no token and no password as they are', async () => {
    const { id, email } = await makeAccount();
    const api = app.api();
    await signIn(api, email);
    const [row] = await app.dataSource.query<{ token_hash: Buffer; password_hash: string }[]>(
      'SELECT token_hash, password_hash FROM sessions JOIN accounts a ON a.id = account_id WHERE account_id = $1',
      [id],
    );
    expect(row?.token_hash.equals(hashToken(api.cookies.get('session') ?? ''))).toBe(true);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('under https the cookie is Secure', async () => {
    const secure = await startTestApp({ config: { publicUrl: 'https://lofteskartan.example' } });
    try {
      const { email } = await makeAccount(secure);
      const answer = await signIn(secure.api(), email);
      expect(answer.headers.getSetCookie().join()).toMatch(/; Secure/);
    } finally {
      await secure.stop();
    }
  });

  describe('a pair that fails', () => {
    const failing: [string, () => Promise<[email: string, password: string]>][] = [
      ['a wrong password', async () => [(await makeAccount()).email, 'fel lösenord']],
      ['an unknown address', () => Promise.resolve(['ingen@example.org', password])],
      ['what is no address', () => Promise.resolve(["' OR 1=1 --", password])],
      [
        'an account that is closed',
        async () => {
          const { id, email } = await makeAccount();
          await app.dataSource.query('UPDATE accounts SET active = false WHERE id = $1', [id]);
          return [email, password];
        },
      ],
    ];
    it.each(failing)('%s: the same answer, after the same work', async (_what, pair) => {
      const [email, given] = await pair();
      const matches = jest.spyOn(app.get(Passwords), 'matches');
      try {
        const answer = await signIn(app.api(), email, given);
        expect(answer.status).toBe(401);
        expect(answer.body.code).toBe('session.wrong');
        expect(answer.body.detail).toBe('E-postadressen och lösenordet stämmer inte överens.');
        expect(answer.headers.getSetCookie()).toEqual([]);
        expect(matches).toHaveBeenCalledTimes(1);
      } finally {
        matches.mockRestore();
      }
    });

    it('the check against nothing costs a hash like any other', async () => {
      const passwords = app.get(Passwords);
      const stored = await passwords.hash(password);
      const quickest = { known: Infinity, unknown: Infinity };
      for (let round = 0; round < 8; round += 1) {
        for (const [name, hash] of [['known', stored] as const, ['unknown', null] as const]) {
          const start = performance.now();
          expect(await passwords.matches(hash, 'fel')).toBe(false);
          quickest[name] = Math.min(quickest[name], performance.now() - start);
        }
      }
      expect(quickest.unknown).toBeGreaterThan(quickest.known / 2);
    });
  });

  it('signing in anew ends the session that the browser had, and only that', async () => {
    const { id, email } = await makeAccount();
    const [phone, desk] = [app.api(), app.api()];
    await signIn(phone, email);
    await signIn(desk, email);
    const before = desk.cookies.get('session') ?? '';
    await signIn(desk, email);
    expect(desk.cookies.get('session')).not.toBe(before);
    expect(await countSessions(id)).toBe(2);
    expect((await phone.get('/sessions/current')).status).toBe(200);
    const thief = app.api();
    thief.cookies.set('session', before);
    expect((await thief.get('/sessions/current')).status).toBe(401);
  });

  it('a failed sign-in leaves the session that the browser had', async () => {
    const { email } = await makeAccount();
    const api = app.api();
    await signIn(api, email);
    expect((await signIn(api, email, 'fel')).status).toBe(401);
    expect((await api.get('/sessions/current')).status).toBe(200);
  });

  const ages: [string, number[], number][] = [
    ['8 hours without use end it', [8], 401],
    ['7 hours without use do not', [7], 200],
    ['use keeps it', [7, 7], 200],
    ['24 hours end it, used or not', [6, 6, 6, 6], 401],
  ];
  it.each(ages)('%s', async (_what, steps, status) => {
    const { email } = await makeAccount();
    const api = app.api();
    await signIn(api, email);
    let last = 0;
    for (const hours of steps) {
      app.clock.advance({ hours });
      last = (await api.get('/sessions/current')).status;
    }
    expect(last).toBe(status);
  });

  it('a page that nobody is at does not keep it', async () => {
    const { email } = await makeAccount();
    const api = app.api();
    await signIn(api, email);
    app.clock.advance({ hours: 5 });
    const background = await api.get<Session>('/sessions/current', {
      headers: { 'Session-Use': 'background' },
    });
    expect(background.body.secondsLeft).toBe(3 * 3600);
    const used = await api.get<Session>('/sessions/current');
    expect(used.body.secondsLeft).toBe(8 * 3600);
  });

  it('the settings say how long', async () => {
    const short = await startTestApp({ config: { sessionIdleMinutes: 15, sessionHours: 1 } });
    try {
      const { email } = await makeAccount(short);
      const api = short.api();
      const { body, headers } = await signIn(api, email);
      expect([body.idleMinutes, body.secondsLeft]).toEqual([15, 900]);
      expect(headers.getSetCookie().join()).toMatch(/Max-Age=3600/);
      short.clock.advance({ minutes: 15 });
      expect((await api.get('/sessions/current')).status).toBe(401);
    } finally {
      await short.stop();
    }
  });

  it('sessions that are over are removed', async () => {
    const [over, running] = [await makeAccount(), await makeAccount()];
    await signIn(app.api(), over.email);
    app.clock.advance({ hours: 9 });
    await signIn(app.api(), running.email);
    expect(await app.get(Sessions).forgetEnded()).toBeGreaterThan(0);
    expect(await countSessions(over.id)).toBe(0);
    expect(await countSessions(running.id)).toBe(1);
  });

  it.each([['nonsense'], [''], ['a'.repeat(43)]])('the cookie %j is nobody’s', async (cookie) => {
    const api = app.api();
    api.cookies.set('session', cookie);
    expect((await api.get('/sessions/current')).status).toBe(401);
  });

  const unfit: [string, unknown][] = [
    ['nothing', {}],
    ['a number', { email: 'a@example.org', password: 1 }],
    ['more than asked', { email: 'a@example.org', password, role: 'admin' }],
    ['an endless password', { email: 'a@example.org', password: 'x'.repeat(257) }],
    ['NUL', { email: 'a\u0000@example.org', password }],
  ];
  it.each(unfit)('%s is refused before anything is looked up', async (_what, body) => {
    expect((await app.api().post('/sessions', { body })).status).toBe(422);
  });

  it('a session of an account that was closed or lost its password meanwhile does not start', async () => {
    const { id, email } = await makeAccount();
    const passwords = app.get(Passwords);
    const matches = jest.spyOn(passwords, 'matches').mockImplementation(async () => {
      await app.dataSource.query(`UPDATE accounts SET password_hash = 'another' WHERE id = $1`, [id]);
      return true;
    });
    try {
      expect((await signIn(app.api(), email)).status).toBe(401);
      expect(await countSessions(id)).toBe(0);
    } finally {
      matches.mockRestore();
    }
  });
});

describe('too many attempts', () => {
  it('on one account from one address are refused with a time to wait, whatever the password; others go on', async () => {
    const app = await startTestApp({ config: { rateLimits: true, trustProxy: 1 } });
    try {
      const email = `${String(Date.now())}@example.org`;
      const attempt = (account: string, from = '192.0.2.1') =>
        app.api().post<ProblemBody>('/sessions', {
          body: { email: account, password: 'fel' },
          headers: { 'X-Forwarded-For': from },
        });
      for (let i = 0; i < 10; i += 1) expect((await attempt(email)).status).toBe(401);
      const refused = await attempt(email.toUpperCase());
      expect([refused.status, refused.body.code]).toEqual([429, 'rate.limited']);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect((await attempt(`other-${email}`)).status).toBe(401);
      // Nobody is locked out by somebody elsewhere.
      expect((await attempt(email, '192.0.2.2')).status).toBe(401);
    } finally {
      await app.dataSource.query('DELETE FROM rate_limits');
      await app.stop();
    }
  });
});
