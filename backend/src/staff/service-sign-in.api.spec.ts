import type { CreatedAccount } from '@lofteskartan/shared/contracts/account-links';
import type { OwnAccount } from '@lofteskartan/shared/contracts/own-account';
import type { CompletedSignIn, ContinueAt, SignedOut } from '@lofteskartan/shared/contracts/sign-in-ways';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { IdentityProvider, type Claimed } from '../../test/support/identity-provider.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff } from '../../test/support/staff.js';
import type { OidcIssuer } from '../platform/config/oidc-issuers.js';
import { SeedStaff } from './seed-staff.service.js';

const back = 'http://localhost:3000';
let number = 0;

describe('signing in with a service', () => {
  let kommun: IdentityProvider;
  let police: IdentityProvider;
  let app: TestApp;
  let other: TestApp;
  let ale: TestMunicipality;
  let issuers: OidcIssuer[];

  beforeAll(async () => {
    [kommun, police] = await Promise.all([IdentityProvider.start(back), IdentityProvider.start(back)]);
    const rooms = await startTestApp();
    ale = await makeMunicipality(rooms.dataSource);
    await rooms.stop();
    const rule = (value: string, role: string, organisation = ale.office.slug) => ({
      ...{ claim: 'groups', value, organisation, municipality: ale.slug, role },
    });
    issuers = [
      kommun.setting({
        id: 'kommun',
        name: 'Ale kommun',
        memberships: [
          rule('handläggare', 'case-officer'),
          rule('samordnare', 'coordinator'),
          rule('fel', 'police-officer'),
        ],
        trustedDomains: ['ale.example'],
      }),
      police.setting({
        id: 'polisen',
        name: 'Polisen',
        accounts: 'invited',
        memberships: [rule('polis', 'police-officer', ale.police.slug)],
      }),
      { ...kommun.setting({ id: 'borta', name: 'Borta' }), issuer: 'http://127.0.0.1:9' },
      { ...police.setting({ id: 'stark', name: 'Stark', requiredAmr: 'mfa' }) },
    ];
    const config = { publicUrl: back, oidcIssuers: issuers, logLevel: 'trace' as const };
    [app, other] = [await startTestApp({ config }), await startTestApp({ config })];
  });
  afterAll(async () => {
    await app.stop();
    await other.stop();
    await kommun.stop();
    await police.stop();
  });

  const person = (more: object = {}): Claimed & { email: string } => {
    number += 1;
    const sub = `sub-${String(Date.now())}-${String(number)}`;
    return { sub, email: `${sub}@ale.example`, name: 'Kim Alm', groups: ['handläggare'], ...more };
  };
  const begin = async (api: Api, service: string, more: object = {}) =>
    api.post<ContinueAt & ProblemBody>('/service-sign-ins', { body: { service, ...more } });
  const complete = (api: Api, query: string) =>
    api.post<CompletedSignIn & ProblemBody>('/service-sign-ins/completions', { body: { query } });
  const providerOf = (service: string) => (service === 'kommun' ? kommun : police);
  /** The whole way there and back. */
  const signIn = async (service: string, who: Claimed | null, more: object = {}, api = app.api()) => {
    const { body } = await begin(api, service, more);
    const answer = await complete(api, await providerOf(service).visit(body.address, who));
    return { api, status: answer.status, body: answer.body };
  };
  const rolesOf = async (api: Api) => {
    const { body } = await api.get<Session>('/sessions/current');
    return body.memberships.map(({ role, issuer }) => `${role} ${issuer ?? 'here'}`);
  };

  it('the ways are told: passwords and the names of the services', async () => {
    expect((await app.api().get('/sign-in-ways')).body).toEqual({
      passwords: true,
      resetByMail: false,
      services: issuers.map(({ id, name }) => ({ id, name })),
    });
  });

  it('the way there has PKCE, a state and a nonce, and they differ each time', async () => {
    const [first, second] = [await begin(app.api(), 'kommun'), await begin(app.api(), 'kommun')];
    const [one, two] = [first, second].map(({ body }) => new URL(body.address).searchParams);
    expect(one?.get('code_challenge_method')).toBe('S256');
    expect(one?.get('redirect_uri')).toBe(`${back}/arbete/logga-in/svar`);
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
    expect(first.headers.getSetCookie().join()).toMatch(/^sign-in=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
  });

  it('the first sign-in makes an account with the memberships of the claims; a wrong rule gives none', async () => {
    const who = person({ groups: ['handläggare', 'fel', 'okänd'] });
    const { api, status, body } = await signIn('kommun', who, { to: '/arbete/forslag' });
    expect([status, body.to]).toEqual([201, '/arbete/forslag']);
    expect(body.session).toMatchObject({ email: who.email, name: 'Kim Alm', mustSetUpSecondFactor: false });
    expect(await rolesOf(api)).toEqual(['case-officer kommun']);
    const own = (await api.get<OwnAccount>('/account')).body;
    expect(own.hasPassword).toBe(false);
    expect(own.identities).toMatchObject([{ issuer: 'kommun', name: 'Ale kommun' }]);
    const events = await app.dataSource.query<{ type: string }[]>(
      'SELECT type FROM admin_events WHERE subject_id = $1 ORDER BY id',
      [body.session.accountId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'account.created',
      'account.identity-tied',
      'account.memberships-mapped',
      'session.started',
    ]);
  });

  it('each sign-in maps anew: what the service takes away is gone, what was given here stays', async () => {
    const who = person();
    const first = await signIn('kommun', who);
    const admin = await makeStaff(app, 'admin', ale);
    const given = { organisation: ale.office.slug, municipality: ale.slug, role: 'admin' };
    await admin.api.patch(`/accounts/${first.body.session.accountId}`, {
      body: { version: 1, memberships: [given] },
    });
    const second = await signIn('kommun', { ...who, groups: ['samordnare'] });
    expect(second.body.session.accountId).toBe(first.body.session.accountId);
    expect(await rolesOf(second.api)).toEqual(['admin here', 'coordinator kommun']);
    const third = await signIn('kommun', { ...who, groups: [] });
    expect(await rolesOf(third.api)).toEqual(['admin here']);
    // The service sees to the second factor of whoever comes through it.
    expect(third.body.session.mustSetUpSecondFactor).toBe(false);
  });

  it('any process may take the way back', async () => {
    const who = person();
    const api = app.api();
    const { body } = await begin(api, 'kommun');
    const query = await kommun.visit(body.address, who);
    const elsewhere = other.api();
    elsewhere.cookies.set('sign-in', api.cookies.get('sign-in') ?? '');
    expect((await complete(elsewhere, query)).status).toBe(201);
    expect((await complete(api, query)).body.code).toBe('signIn.expired');
  });

  it('a session that the browser had ends, and the new one has a token of its own', async () => {
    const who = person();
    const { api } = await signIn('kommun', who);
    const before = api.cookies.get('session') ?? '';
    await signIn('kommun', who, {}, api);
    expect(api.cookies.get('session')).not.toBe(before);
    const thief = app.api();
    thief.cookies.set('session', before);
    expect((await thief.get('/sessions/current')).status).toBe(401);
  });

  describe('is refused', () => {
    const changed = (name: string, value: string) => (query: string) => {
      const parameters = new URLSearchParams(query);
      parameters.set(name, value);
      return parameters.toString();
    };
    const answers: [string, (query: string) => string, string][] = [
      ['with another state', changed('state', 'x'), 'signIn.failed'],
      ['without a state', (query) => query.replace(/state=[^&]+/, ''), 'signIn.failed'],
      ['with a code that the service did not give', changed('code', 'x'), 'signIn.failed'],
      ['as if another service had answered', changed('iss', 'http://127.0.0.1:9'), 'signIn.failed'],
      ['with nothing that it could be', () => 'hej', 'signIn.failed'],
    ];
    it.each(answers)('%s', async (_how, change, code) => {
      const api = app.api();
      const { body } = await begin(api, 'kommun');
      const query = await kommun.visit(body.address, person());
      const answer = await complete(api, change(query));
      expect([answer.body.code, api.cookies.has('session')]).toEqual([code, false]);
    });

    it('in a browser that began nothing, or began something else', async () => {
      const [mine, theirs] = [app.api(), app.api()];
      const { body } = await begin(mine, 'kommun');
      const query = await kommun.visit(body.address, person());
      expect((await complete(theirs, query)).body.code).toBe('signIn.expired');
      await begin(theirs, 'kommun');
      expect((await complete(theirs, query)).body.code).toBe('signIn.failed');
    });

    it('with a token whose nonce is of another sign-in', async () => {
      const api = app.api();
      const { body } = await begin(api, 'kommun');
      const address = new URL(body.address);
      address.searchParams.set('nonce', 'another');
      expect((await complete(api, await kommun.visit(address.href, person()))).body.code).toBe(
        'signIn.failed',
      );
    });

    it('with a code that is too old, or after a quarter of an hour', async () => {
      const old = app.api();
      const { body } = await begin(old, 'kommun');
      const query = await kommun.visit(body.address, person({ codeSeconds: 1 }));
      await new Promise((resolve) => setTimeout(resolve, 2100));
      expect((await complete(old, query)).body.code).toBe('signIn.failed');
      const slow = app.api();
      const begun = await begin(slow, 'kommun');
      const late = await kommun.visit(begun.body.address, person());
      app.clock.advance({ minutes: 15 });
      expect((await complete(slow, late)).body.code).toBe('signIn.expired');
    });

    it('when the person says no there, in words', async () => {
      const { body, status } = await signIn('kommun', null);
      expect([status, body.code]).toEqual([409, 'signIn.cancelled']);
      expect(body.detail).toMatch(/avbröts/);
    });

    it('by a service that is away, while the others go on', async () => {
      const answer = await begin(app.api(), 'borta');
      expect([answer.status, answer.body.code]).toEqual([503, 'signIn.serviceDown']);
      expect((await signIn('kommun', person())).status).toBe(201);
      expect((await begin(app.api(), 'finns-inte')).status).toBe(404);
    });

    it('without two steps where they are asked for', async () => {
      const who = person();
      expect((await signIn('stark', { ...who, amr: ['pwd'] })).body.code).toBe('signIn.weak');
      expect((await signIn('stark', { ...who, amr: ['pwd', 'mfa'] })).body.code).toBe('signIn.noMembership');
    });

    it('to an account that is closed', async () => {
      const who = person();
      const { body } = await signIn('kommun', who);
      await app.dataSource.query('UPDATE accounts SET active = false WHERE id = $1', [
        body.session.accountId,
      ]);
      expect((await signIn('kommun', who)).body.code).toBe('signIn.accountClosed');
    });
  });

  describe('whose account', () => {
    it('a person of another service with the same address does not get in', async () => {
      const who = person();
      await signIn('kommun', who);
      const twin = await signIn('polisen', { ...who, groups: ['polis'] });
      expect([twin.status, twin.body.code]).toEqual([403, 'signIn.addressTaken']);
      expect(twin.api.cookies.has('session')).toBe(false);
    });

    it('nor does another person of the same service to whom the address went', async () => {
      const who = person();
      await signIn('kommun', who);
      expect((await signIn('kommun', { ...person(), email: who.email })).body.code).toBe('signIn.tied');
    });

    const withPassword = async (email: string) => {
      const memberships = [
        { organisation: ale.office.slug, municipality: ale.slug, role: 'coordinator' as const },
      ];
      const account = { email, name: 'Här', password: 'gardin tupp cykel', memberships };
      return app.dataSource.transaction((manager) => app.get(SeedStaff).ensureAccount(manager, account));
    };

    it('an account here is found by an address of a domain that the service alone gives out', async () => {
      const who = person();
      const id = await withPassword(who.email);
      const { api, body } = await signIn('kommun', who);
      expect(body.session.accountId).toBe(id);
      expect((await rolesOf(api)).sort()).toEqual(['case-officer kommun', 'coordinator here']);
      // What a service gave counts for whom it let in: with the password there is only what was given here.
      const byPassword = app.api();
      const withWord = { email: who.email, password: 'gardin tupp cykel' };
      expect((await byPassword.post('/sessions', { body: withWord })).status).toBe(201);
      expect(await rolesOf(byPassword)).toEqual(['coordinator here']);
    });

    it('and by no other address, nor by one that the service has not checked', async () => {
      const elsewhere = person({ email: `x${String(Date.now())}@annan.example` });
      await withPassword(elsewhere.email);
      expect((await signIn('kommun', elsewhere)).body.code).toBe('signIn.addressTaken');
      const unchecked = person({ email_verified: false });
      await withPassword(unchecked.email);
      expect((await signIn('kommun', unchecked)).body.code).toBe('signIn.addressTaken');
    });

    it('who has no invitation is not let in where one is asked for; an invitation ties the account, once', async () => {
      const who = person({ groups: ['polis'] });
      expect((await signIn('polisen', who)).body.code).toBe('signIn.notInvited');
      const admin = await makeStaff(app, 'admin', ale);
      const memberships = [{ organisation: ale.office.slug, municipality: ale.slug, role: 'case-officer' }];
      const created = await admin.api.post<CreatedAccount>('/accounts', {
        body: { email: `annan-${who.email}`, name: 'Inbjuden', memberships },
        key: true,
      });
      const invitation = created.body.invitation.address?.split('#')[1];
      const { api, body } = await signIn('polisen', who, { invitation });
      expect(body.session).toMatchObject({ accountId: created.body.account.id, name: 'Inbjuden' });
      expect((await rolesOf(api)).sort()).toEqual(['case-officer here', 'police-officer polisen']);
      expect((await begin(app.api(), 'polisen', { invitation })).body.code).toBe('mailLink.used');
      expect((await signIn('polisen', who)).status).toBe(201);
    });
  });

  it('signing out leads to the service, which signs out as well', async () => {
    const { api } = await signIn('kommun', person());
    const { body } = await api.delete<SignedOut>('/sessions/current');
    const address = new URL(body.address ?? '');
    expect(address.origin).toBe(kommun.issuer);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${back}/arbete/logga-in?utloggad`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect((await fetch(address)).status).toBe(200);
    expect((await api.get('/sessions/current')).status).toBe(401);
  });

  it.each(['https://elak.example', '//elak.example', '/arbete/logga-in', '/arbetet', 'arbete'])(
    'leads nobody to %s',
    async (to) => {
      expect((await signIn('kommun', person(), { to })).body.to).toBe('/arbete');
    },
  );

  it('stores no token and logs none', async () => {
    const api = app.api();
    const { body } = await begin(api, 'kommun');
    const query = await kommun.visit(body.address, person());
    const flows = JSON.stringify(await app.dataSource.query('SELECT * FROM sign_in_flows'));
    const state = new URL(body.address).searchParams.get('state') ?? '?';
    expect(flows).not.toContain(state);
    await complete(api, query);
    const code = new URLSearchParams(query).get('code') ?? '?';
    for (const secret of [state, code, 'a secret of the tests']) expect(app.log.text()).not.toContain(secret);
  });

  it('passwords can be switched off: every route for them refuses', async () => {
    const without = await startTestApp({
      config: { publicUrl: back, oidcIssuers: issuers, localPasswords: false, smtpUrl: 'smtp://127.0.0.1:9' },
    });
    try {
      const email = person().email;
      const memberships = [
        { organisation: ale.office.slug, municipality: ale.slug, role: 'case-officer' as const },
      ];
      const password = 'gardin tupp cykel';
      await without.dataSource.transaction((manager) =>
        without.get(SeedStaff).ensureAccount(manager, { email, name: 'Kim', password, memberships }),
      );
      const api = without.api();
      expect((await api.get('/sign-in-ways')).body).toMatchObject({ passwords: false, resetByMail: false });
      const { api: inside } = await makeStaff(without, 'case-officer', ale);
      const refused = [
        api.post<ProblemBody>('/sessions', { body: { email, password } }),
        api.post<ProblemBody>('/password-resets', { body: { email, language: 'sv' } }),
        api.post<ProblemBody>('/account-links/passwords', { body: { token: 'x', password } }),
        inside.post<ProblemBody>('/account/password', { body: { current: password, password } }),
      ];
      for (const answer of await Promise.all(refused)) {
        expect([answer.status, answer.body.code]).toEqual([403, 'passwords.off']);
      }
      expect((await signIn('kommun', person(), {}, without.api())).status).toBe(201);
    } finally {
      await without.stop();
    }
  });
});
