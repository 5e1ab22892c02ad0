import type { CreatedAccount } from '@lofteskartan/shared/contracts/account-links';
import type {
  AccountSessions,
  RecoveryCodes,
  SecondFactorSecret,
} from '@lofteskartan/shared/contracts/own-account';
import type { ContinueAt } from '@lofteskartan/shared/contracts/sign-in-ways';
import { LinkAddresses } from '../../src/staff/link-addresses.js';
import type { Place } from './access-scene.js';
import { done } from './done.js';
import type { IdentityProvider } from './identity-provider.js';
import { makeStaff } from './staff.js';
import { totpCode } from './totp.js';

/** The sign-in service that `tellTheWaysIn` signs in with. */
export const secretService = 'kommun';

/**
 * Everything by which somebody gets in: links that hold once, a second factor with its recovery codes, sessions, and what goes to
 * and fro with a sign-in service.
 * @returns each a text that stands nowhere else, by its name
 */
export async function tellTheWaysIn(
  { app, people, municipality }: Place,
  provider: IdentityProvider,
  word: (name: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const secrets = new Map<string, string>();
  const admin = people.admin.api;
  const memberships = [
    { organisation: municipality.office.slug, municipality: municipality.slug, role: 'case-officer' },
  ];
  const invited = { email: `${word('inbjuden')}@example.org`, name: word('inbjudennamn'), memberships };
  await done<CreatedAccount>(admin.post('/accounts', { key: true, body: invited }));

  const { staff, api } = await makeStaff(app, 'case-officer', municipality);
  await done(admin.post(`/accounts/${staff.accountId}/password-resets`, { key: true, body: {} }));
  const links = await app.dataSource.query<{ id: string; purpose: 'invitation' | 'password-reset' }[]>(
    'SELECT id, purpose FROM account_links',
  );
  let invitation = '';
  for (const link of links) {
    const token = app.get(LinkAddresses).addressOf(link).split('#')[1] ?? '';
    if (link.purpose === 'invitation') invitation = token;
    secrets.set(`the link of the ${link.purpose} ${link.id}`, token);
    await done(app.api().post('/account-links/openings', { body: { token } }));
  }

  const { secret } = await done<SecondFactorSecret>(api.post('/account/second-factor', { body: {} }));
  secrets.set('the secret of the second factor', secret);
  const code = totpCode(secret, app.clock.now());
  const { codes } = await done<RecoveryCodes>(
    api.post('/account/second-factor/confirmation', { body: { code } }),
  );
  for (const [index, each] of codes.entries()) secrets.set(`the recovery code ${String(index)}`, each);
  const sessions = await done<AccountSessions>(api.get('/account/sessions'));
  for (const { id } of sessions.items) secrets.set(`the session ${id}`, id);

  const browser = app.api();
  const body = { service: secretService, invitation };
  const { address } = await done<ContinueAt>(browser.post('/service-sign-ins', { body }));
  const away = new URL(address).searchParams;
  for (const name of ['state', 'nonce', 'code_challenge'])
    secrets.set(`the ${name} of a sign-in`, away.get(name) ?? `no ${name}`);
  for (const [name, value] of browser.cookies) secrets.set(`the cookie ${name} of a sign-in`, value);
  const sub = word('tjänstens-person');
  const person = { sub, email: `${word('tjänstens-adress')}@example.org`, name: word('tjänstens-namn') };
  const query = await provider.visit(address, { ...person, groups: ['handläggare'] });
  secrets.set('the code of a sign-in', new URLSearchParams(query).get('code') ?? 'no code');
  await done(browser.post('/service-sign-ins/completions', { body: { query } }));
  for (const [name, value] of browser.cookies) secrets.set(`the cookie ${name} after a sign-in`, value);
  return secrets;
}
