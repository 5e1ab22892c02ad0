import type { AccountSessions } from '@lofteskartan/shared/contracts/own-account';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { makeStaff, type TestPerson } from './staff.js';

const everyone = '200 200 200 200 200';
const staffOnly = '401 200 200 200 200';
const unknownLink = '404 404 404 404 404';
const adminsOwn = '401 403 403 403 204';
const foreign = '401 403 403 403 404';

/** Routes that mean the same for every municipality. */
const open = (route: string, call: Line['call'], expected: string): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

const code = { body: { code: '000000' } };
const token = 'nobody.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Somebody of a place who is signed in. */
const somebody = (place: Place): Promise<TestPerson> =>
  makeStaff(place.app, 'case-officer', place.municipality);

/** Somebody who has not come in yet, and has an invitation. */
async function invited(place: Place): Promise<string> {
  const id = await place.freshAccount();
  await place.app.dataSource.query('UPDATE accounts SET password_hash = NULL WHERE id = $1', [id]);
  await place.app.dataSource.query(
    `INSERT INTO account_links (account_id, purpose, language, created_at, expires_at)
     VALUES ($1, 'invitation', 'sv', now(), now() + interval '1 day')`,
    [id],
  );
  return id;
}

/** One's own account, links, and what administrators do about how others get in. */
export const accountsTable: readonly Line[] = [
  open('GET /api/v1/sign-in-ways', () => ({ path: '/sign-in-ways' }), everyone),
  open(
    'POST /api/v1/account-links/openings',
    () => ({ path: '/account-links/openings', body: { token } }),
    unknownLink,
  ),
  open(
    'POST /api/v1/account-links/passwords',
    () => ({ path: '/account-links/passwords', body: { token, password: 'gardin tupp cykel' } }),
    unknownLink,
  ),
  open(
    'POST /api/v1/password-resets',
    () => ({ path: '/password-resets', body: { email: 'ingen@example.org', language: 'sv' } }),
    '202 202 202 202 202',
  ),
  open(
    'POST /api/v1/service-sign-ins',
    () => ({ path: '/service-sign-ins', body: { service: 'ingen' } }),
    unknownLink,
  ),
  open(
    'POST /api/v1/service-sign-ins/completions',
    () => ({ path: '/service-sign-ins/completions', body: { query: 'code=x' } }),
    '409 409 409 409 409',
  ),
  open('GET /api/v1/account', () => ({ path: '/account' }), staffOnly),
  open('PATCH /api/v1/account', () => ({ path: '/account', body: { name: 'Ett Namn' } }), staffOnly),
  open(
    'POST /api/v1/account/password',
    () => ({ path: '/account/password', body: { current: 'fel', password: 'gardin tupp cykel' } }),
    '401 422 422 422 422',
  ),
  open(
    'POST /api/v1/account/second-factor',
    () => ({ path: '/account/second-factor', body: {} }),
    // Administrators have one already.
    '401 201 201 201 409',
  ),
  open(
    'POST /api/v1/account/second-factor/confirmation',
    () => ({ path: '/account/second-factor/confirmation', ...code }),
    '401 409 409 409 409',
  ),
  open(
    'POST /api/v1/account/second-factor/removal',
    () => ({ path: '/account/second-factor/removal', ...code }),
    '401 409 409 409 409',
  ),
  open(
    'POST /api/v1/account/recovery-codes',
    () => ({ path: '/account/recovery-codes', ...code }),
    '401 409 409 409 422',
  ),
  open('GET /api/v1/account/sessions', () => ({ path: '/account/sessions' }), staffOnly),
  open('DELETE /api/v1/account/sessions', () => ({ path: '/account/sessions' }), '401 204 204 204 204'),
  open(
    'DELETE /api/v1/account/sessions/{sessionId}',
    async (place) => {
      const { api } = await somebody(place);
      const { body } = await api.get<AccountSessions>('/account/sessions');
      return { path: `/account/sessions/${body.items[0]?.id ?? ''}` };
    },
    // A session of somebody else.
    '401 404 404 404 404',
  ),
  {
    route: 'POST /api/v1/accounts/{id}/invitations',
    own: '401 403 403 403 201',
    foreign,
    call: async (place) => ({ path: `/accounts/${await invited(place)}/invitations`, key: true, body: {} }),
  },
  {
    route: 'DELETE /api/v1/accounts/{id}/invitations',
    own: adminsOwn,
    foreign,
    call: async (place) => ({ path: `/accounts/${await invited(place)}/invitations` }),
  },
  {
    route: 'POST /api/v1/accounts/{id}/password-resets',
    own: '401 403 403 403 201',
    foreign,
    call: async (place) => ({ path: `/accounts/${await place.freshAccount()}/password-resets`, key: true }),
  },
  {
    route: 'DELETE /api/v1/accounts/{id}/second-factor',
    own: adminsOwn,
    foreign,
    call: async (place) => {
      const { staff } = await makeStaff(place.app, 'admin', place.municipality);
      return { path: `/accounts/${staff.accountId}/second-factor` };
    },
  },
  {
    route: 'GET /api/v1/accounts/{id}/sessions',
    own: '401 403 403 403 200',
    foreign,
    call: async (place) => ({ path: `/accounts/${(await somebody(place)).staff.accountId}/sessions` }),
  },
  {
    route: 'DELETE /api/v1/accounts/{id}/sessions',
    own: adminsOwn,
    foreign,
    call: async (place) => ({ path: `/accounts/${(await somebody(place)).staff.accountId}/sessions` }),
  },
  {
    route: 'DELETE /api/v1/accounts/{id}/sessions/{sessionId}',
    own: adminsOwn,
    foreign,
    call: async (place) => {
      const { staff, api } = await somebody(place);
      const { body } = await api.get<AccountSessions>('/account/sessions');
      return { path: `/accounts/${staff.accountId}/sessions/${body.items[0]?.id ?? ''}` };
    },
  },
];
