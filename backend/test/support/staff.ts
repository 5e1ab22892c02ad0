import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@lofteskartan/shared/vocabulary';
import type { DataSource } from 'typeorm';
import { hashToken, newToken } from '../../src/platform/security/tokens.js';
import type { StaffMember } from '../../src/platform/staff-member.js';
import { sessionCookie } from '../../src/platform/security/cookies.js';
import type { Api } from './api.js';
import type { TestApp } from './app.js';
import type { TestMunicipality } from './municipality.js';

const dayMs = 86_400_000;

/** The hash of a password that nobody knows. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$RByvgnzSXSjK+ebawgjh2Q$q9+xdpfW8E0cJHX7BVRQmqQuIqvPRMUrBfoHQIbqymM';

/** A member of staff of a test's own. */
export interface TestPerson {
  /** As services get it. */
  readonly staff: StaffMember;
  /** A caller of the API with this person's session. */
  readonly api: Api;
}

/** Makes a person with a role in municipalities: police officers in the police district, everyone else in the office. */
export async function makeStaff(
  app: TestApp,
  role: Role,
  ...municipalities: TestMunicipality[]
): Promise<TestPerson> {
  const staff = await makeStaffMember(app.dataSource, role, ...municipalities);
  const token = newToken();
  const now = app.clock.now();
  await app.dataSource.query(
    'INSERT INTO sessions (token_hash, account_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)',
    [hashToken(token), staff.accountId, now, new Date(now.getTime() + dayMs)],
  );
  const api = app.api();
  api.cookies.set(sessionCookie, token);
  return { staff, api };
}

/** The same for tests of services, without a session. */
export async function makeStaffMember(
  dataSource: Pick<DataSource, 'query'>,
  role: Role,
  ...municipalities: TestMunicipality[]
): Promise<StaffMember> {
  const accountId = randomUUID();
  const email = `${role}-${randomBytes(5).toString('hex')}@example.org`;
  const name = `Prov ${email.split('@')[0]}`;
  await dataSource.query('INSERT INTO accounts (id, email, name, password_hash) VALUES ($1, $2, $3, $4)', [
    accountId,
    email,
    name,
    nobodysHash,
  ]);
  const memberships = municipalities.map(({ id, police, office }) => {
    const organisation = role === 'police-officer' ? police : office;
    return {
      organisationId: organisation.id,
      organisationType: organisation.type,
      municipalityId: id,
      role,
    };
  });
  for (const { organisationId, municipalityId } of memberships) {
    await dataSource.query(
      'INSERT INTO memberships (account_id, organisation_id, municipality_id, role) VALUES ($1, $2, $3, $4)',
      [accountId, organisationId, municipalityId, role],
    );
  }
  // Administrators have a second factor, or they could do nothing; the secret is nobody's.
  if (role === 'admin') {
    await dataSource.query(
      'INSERT INTO second_factors (account_id, secret_sealed, created_at, confirmed_at) VALUES ($1, $2, now(), now())',
      [accountId, Buffer.from('nobody')],
    );
  }
  return { accountId, email, name, memberships };
}
