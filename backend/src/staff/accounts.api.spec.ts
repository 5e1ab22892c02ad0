import type { CreatedAccount } from '@lofteskartan/shared/contracts/account-links';
import type { Account, AccountPage, OrganisationPage, Session } from '@lofteskartan/shared/contracts/staff';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import {
  makeMunicipality,
  makeOrganisation,
  type TestMunicipality,
} from '../../test/support/municipality.js';
import { makeStaff, makeStaffMember, type TestPerson } from '../../test/support/staff.js';

const password = 'tolv tecken eller fler';
let number = 0;
const newEmail = () => `person-${String(Date.now())}-${String((number += 1))}@example.org`;

describe('accounts', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    admin = await makeStaff(app, 'admin', ale);
  });
  afterAll(() => app.stop());

  const caseOfficerIn = ({ office, slug }: TestMunicipality) => ({
    organisation: office.slug,
    municipality: slug,
    role: 'case-officer',
  });
  const newAccount = (...memberships: object[]) => ({
    email: newEmail(),
    name: 'Ny Person',
    memberships,
  });
  const create = (body: object, key: string | true = true) =>
    admin.api.post<CreatedAccount & ProblemBody>('/accounts', { body, key });
  /** Chooses the password by the link that the administrator hands over. */
  const choose = ({ invitation }: CreatedAccount) =>
    app.api().post('/account-links/passwords', {
      body: { token: invitation.address?.split('#')[1] ?? '', password },
    });
  const created = async () => {
    const body = newAccount(caseOfficerIn(ale));
    const answer = await create(body);
    await choose(answer.body);
    return { email: body.email, id: answer.body.account.id };
  };
  const versionOf = async (id: string) =>
    (
      await app.dataSource.query<{ version: number }[]>('SELECT version FROM accounts WHERE id::text = $1', [
        id,
      ])
    )[0]?.version ?? 1;
  const change = async (id: string, body: object, by = admin) =>
    by.api.patch<Account & ProblemBody>(`/accounts/${id}`, {
      body: { version: await versionOf(id), ...body },
    });
  const signIn = async (email: string, given: string) => {
    const api = app.api();
    const answer = await api.post<Session>('/sessions', { body: { email, password: given } });
    return { api, status: answer.status };
  };
  const eventsOf = (subjectId: string) =>
    app.dataSource.query<{ type: string; actor_account_id: string; changes: object }[]>(
      'SELECT type, actor_account_id, changes FROM admin_events WHERE subject_id = $1 ORDER BY id',
      [subjectId],
    );

  it('an administrator creates one, whose person chooses the password; the log says who did what and keeps no link', async () => {
    const body = newAccount(caseOfficerIn(ale));
    const answer = await create(body);
    expect(answer.status).toBe(201);
    const { account, invitation } = answer.body;
    expect(account).toMatchObject({ email: body.email, active: true, lastSignInAt: null, canSignIn: false });
    expect(account.invitation).toEqual({ expiresAt: invitation.expiresAt, expired: false });
    expect(account.memberships).toMatchObject([{ ...caseOfficerIn(ale), issuer: null }]);
    expect((await choose(answer.body)).status).toBe(204);
    expect((await signIn(body.email, password)).status).toBe(201);
    const events = await eventsOf(account.id);
    expect(events).toMatchObject([
      { type: 'account.created', actor_account_id: admin.staff.accountId },
      { type: 'account.invitation-used', actor_account_id: account.id },
      { type: 'session.started', actor_account_id: account.id },
    ]);
    expect(JSON.stringify(events)).not.toMatch(
      new RegExp(`${password}|${invitation.address?.split('#')[1] ?? '?'}`),
    );
  });

  it('the same key makes one account', async () => {
    const body = newAccount(caseOfficerIn(ale));
    const key = newEmail();
    const [first, again] = [await create(body, key), await create(body, key)];
    expect(again.body).toEqual(first.body);
    expect((await create({ ...body, name: 'En annan' }, key)).status).toBe(409);
  });

  const refused: [string, () => object, number, string][] = [
    ['in a foreign municipality', () => newAccount(caseOfficerIn(kungalv)), 403, 'role.insufficient'],
    ['in both', () => newAccount(caseOfficerIn(ale), caseOfficerIn(kungalv)), 403, 'role.insufficient'],
    ['without memberships', () => newAccount(), 422, 'input.invalid'],
    [
      'as a police officer of the office',
      () => newAccount({ ...caseOfficerIn(ale), role: 'police-officer' }),
      422,
      'input.invalid',
    ],
    [
      'in an organisation that does not work there',
      () => newAccount({ ...caseOfficerIn(ale), organisation: kungalv.office.slug }),
      422,
      'input.invalid',
    ],
    [
      'with a password that the administrator would know',
      () => ({ ...newAccount(caseOfficerIn(ale)), password }),
      422,
      'input.invalid',
    ],
    [
      'with an address that is taken',
      () => ({ ...newAccount(caseOfficerIn(ale)), email: admin.staff.email.toUpperCase() }),
      409,
      'account.exists',
    ],
  ];
  it.each(refused)('none is created %s', async (_what, body, status, code) => {
    const answer = await create(body());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('lists those of own municipalities page by page, and only their memberships there', async () => {
    const [own, shared, foreign] = [
      await makeStaffMember(app.dataSource, 'case-officer', ale),
      await makeStaffMember(app.dataSource, 'police-officer', ale, kungalv),
      await makeStaffMember(app.dataSource, 'coordinator', kungalv),
    ];
    const found: Account[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await admin.api.get<AccountPage>('/accounts', { query: { limit: 2, cursor } });
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      found.push(...page.body.items);
      if (page.body.nextCursor === null) break;
      cursor = page.body.nextCursor;
    }
    const ids = found.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([admin.staff.accountId, own.accountId, shared.accountId]));
    expect(ids).not.toContain(foreign.accountId);
    expect(found.flatMap(({ memberships }) => memberships.map((each) => each.municipality))).not.toContain(
      kungalv.slug,
    );
    const emails = found.map(({ email }) => email.toLowerCase());
    expect(emails).toEqual([...emails].sort());
  });

  describe('a change', () => {
    it('closes an account and ends its sessions at once', async () => {
      const { email, id } = await created();
      const { api } = await signIn(email, password);
      expect((await change(id, { active: false })).body.active).toBe(false);
      expect((await api.get('/sessions/current')).status).toBe(401);
      expect((await signIn(email, password)).status).toBe(401);
      await change(id, { active: true });
      expect((await api.get('/sessions/current')).status).toBe(401);
      expect((await signIn(email, password)).status).toBe(201);
      const changes = (await eventsOf(id)).filter(({ type }) => type === 'account.changed');
      expect(changes).toMatchObject([
        { changes: { before: { active: true }, after: { active: false } } },
        { changes: { before: { active: false }, after: { active: true } } },
      ]);
    });

    it('to an administrator ends the sessions, and the new one asks for a second factor', async () => {
      const { email, id } = await created();
      const { api } = await signIn(email, password);
      expect((await change(id, { memberships: [{ ...caseOfficerIn(ale), role: 'admin' }] })).status).toBe(
        200,
      );
      expect((await api.get('/sessions/current')).status).toBe(401);
      const anew = await signIn(email, password);
      expect((await anew.api.get<Session>('/sessions/current')).body.mustSetUpSecondFactor).toBe(true);
      expect(await anew.api.get('/accounts')).toMatchObject({
        status: 403,
        body: { code: 'secondFactor.required' },
      });
    });

    it('of memberships holds from the next call on, in own municipalities alone', async () => {
      const person = await makeStaff(app, 'police-officer', ale, kungalv);
      const answer = await change(person.staff.accountId, { memberships: [] });
      expect([answer.status, answer.body.memberships]).toEqual([200, []]);
      const session = await person.api.get<Session>('/sessions/current');
      expect(session.body.memberships.map(({ municipality }) => municipality)).toEqual([kungalv.slug]);
      expect((await change(person.staff.accountId, { memberships: [caseOfficerIn(ale)] })).status).toBe(404);
    });

    const bodies: [string, () => object, number, string][] = [
      [
        'a membership in a foreign municipality',
        () => ({ memberships: [caseOfficerIn(kungalv)] }),
        403,
        'role.insufficient',
      ],
      ['no membership at all', () => ({ memberships: [] }), 422, 'input.invalid'],
      ['no name', () => ({ name: null }), 422, 'input.invalid'],
      ['a state that is neither', () => ({ active: null }), 422, 'input.invalid'],
      ['something unknown', () => ({ email: 'ny@example.org' }), 422, 'input.invalid'],
      ['a password', () => ({ password }), 422, 'input.invalid'],
    ];
    it.each(bodies)('to %s is refused and leaves everything as it was', async (_what, body, status, code) => {
      const person = await makeStaff(app, 'coordinator', ale);
      const answer = await change(person.staff.accountId, body());
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      const session = await person.api.get<Session>('/sessions/current');
      expect(session.body.memberships).toHaveLength(1);
    });

    it('that did not read the latest is refused, and one of two at the same time', async () => {
      const { id } = await created();
      const read = await versionOf(id);
      const both = await Promise.all([
        change(id, { version: read, name: 'Ena' }),
        change(id, { version: read, name: 'Andra' }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(both.map(({ body }) => body.code)).toContain('version.stale');
      expect(await versionOf(id)).toBe(read + 1);
      expect((await change(id, { active: false })).body.version).toBe(read + 2);
    });

    it('of a foreign account is as if there were none', async () => {
      const person = await makeStaffMember(app.dataSource, 'coordinator', kungalv);
      for (const id of [person.accountId, '0b9f6c1e-7f1c-4f7e-9a52-2f9a3d9f5a01', 'ingen']) {
        expect((await change(id, { active: false })).status).toBe(404);
      }
    });

    it('of somebody who also works elsewhere takes an administrator of both', async () => {
      const person = await makeStaffMember(app.dataSource, 'police-officer', ale, kungalv);
      for (const body of [{ active: false }, { name: 'Ny' }]) {
        const answer = await change(person.accountId, body);
        expect([answer.status, answer.body.code]).toEqual([403, 'account.shared']);
      }
      const ofBoth = await makeStaff(app, 'admin', ale, kungalv);
      expect((await change(person.accountId, { name: 'Ny' }, ofBoth)).status).toBe(200);
    });

    it('of one’s own access is refused, of one’s own name not', async () => {
      const self = await makeStaff(app, 'admin', ale);
      const police = { organisation: ale.police.slug, municipality: ale.slug, role: 'police-officer' };
      for (const body of [{ active: false }, { memberships: [police] }]) {
        const answer = await change(self.staff.accountId, body, self);
        expect([answer.status, answer.body.code]).toEqual([409, 'account.own']);
      }
      expect((await change(self.staff.accountId, { name: 'Nytt Namn' }, self)).body.name).toBe('Nytt Namn');
    });
  });

  it('GET /organisations lists those of own municipalities', async () => {
    const both = await makeOrganisation(app.dataSource, 'partner', ale.id, kungalv.id);
    const officer = await makeStaff(app, 'police-officer', ale);
    const { body } = await officer.api.get<OrganisationPage>('/organisations');
    expect(body.items.map(({ slug }) => slug).sort()).toEqual(
      [ale.office.slug, ale.police.slug, both.slug].sort(),
    );
    expect(body.items.every(({ municipalities }) => municipalities.join() === ale.slug)).toBe(true);
  });
});
