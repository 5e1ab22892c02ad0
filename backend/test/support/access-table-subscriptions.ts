import { ContactSecrets } from '../../src/proposals/contact-secrets.js';
import { SubscriptionSecrets } from '../../src/subscriptions/subscription-secrets.js';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const everyone = '200 200 200 200 200';
const accepted = '202 202 202 202 202';
const done = '204 204 204 204 204';
const unknown = '404 404 404 404 404';

/** Routes that mean the same for every municipality, and for everyone. */
const open = (route: string, call: Line['call'], expected = everyone): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

const email = 'granne@example.org';
const wish = ({ municipality }: Place) => ({
  municipality: municipality.slug,
  email,
  frequency: 'weekly',
  language: 'sv',
});

/** The tokens of a new subscription. */
async function tokens(place: Place): Promise<{ own: string; stop: string }> {
  const { app } = place;
  await app.api().post('/subscriptions', { key: true, body: wish(place) });
  const [row] = await app.dataSource.query<{ id: string }[]>(
    'SELECT id FROM subscriptions ORDER BY created_at DESC, id LIMIT 1',
  );
  const secrets = app.get(SubscriptionSecrets);
  const id = row?.id ?? '';
  return { own: secrets.token('subscription', id), stop: secrets.token('subscription-stop', id) };
}

/** A route that takes a token from a mail, with a guessed one and with a right one. */
const byToken = (name: string, more: object = {}, expected = everyone): Line[] => [
  open(
    `POST /api/v1/${name}`,
    () => ({ path: `/${name}`, body: { token: 'gissad.gissad', ...more } }),
    unknown,
  ),
  {
    ...open(
      `POST /api/v1/${name}`,
      async (place) => ({ path: `/${name}`, body: { token: (await tokens(place)).own, ...more } }),
      expected,
    ),
    and: 'a token from a mail',
  },
];

/** The token of a supporter who left an address. */
async function supporterToken(place: Place): Promise<string> {
  const { reference } = await place.freshProposal();
  await place.app.api().post(`/proposals/${reference}/support`, { key: true, body: { contact: { email } } });
  const [row] = await place.app.dataSource.query<{ id: string }[]>(
    `SELECT c.id FROM proposal_contacts c JOIN proposals p ON p.id = c.proposal_id WHERE p.reference = $1`,
    [reference],
  );
  return place.app.get(ContactSecrets).linkToken('contact-own', row?.id ?? '');
}

/** A route that takes a supporter's token, with a guessed one and with a right one. */
const bySupporter = (name: string, more: object, expected: string): Line[] => [
  open(
    `POST /api/v1/${name}`,
    () => ({ path: `/${name}`, body: { token: 'gissad.gissad', ...more } }),
    unknown,
  ),
  {
    ...open(
      `POST /api/v1/${name}`,
      async (place) => ({ path: `/${name}`, body: { token: await supporterToken(place), ...more } }),
      expected,
    ),
    and: 'a supporter’s token',
  },
];

/** Watching an area by mail: without accounts, by links from mails. */
export const subscriptionsTable: readonly Line[] = [
  ...bySupporter('supporter-address-changes', { email: 'ny@example.org' }, everyone),
  ...bySupporter('supporter-address-removals', {}, done),
  open(
    'POST /api/v1/subscriptions',
    (place) => ({ path: '/subscriptions', key: true, body: wish(place) }),
    accepted,
  ),
  open('POST /api/v1/subscription-links', () => ({ path: '/subscription-links', body: { email } }), accepted),
  ...byToken('subscription-openings'),
  ...byToken('subscription-confirmations'),
  ...byToken('subscription-changes', { language: 'en' }),
  ...byToken('subscription-stops', {}, done),
  open('POST /api/v1/subscription-stops/{token}', () => ({ path: '/subscription-stops/gissad' }), unknown),
  {
    ...open(
      'POST /api/v1/subscription-stops/{token}',
      async (place) => ({
        path: `/subscription-stops/${(await tokens(place)).stop}`,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://mail.example' },
      }),
      done,
    ),
    and: 'a token from a mail',
  },
];
