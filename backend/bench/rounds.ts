import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** Signs a police officer of the first town in. @param session the token that their cookie holds */
export async function signInOfficer(client: Client, session: string): Promise<void> {
  await client.query(
    `WITH police AS (INSERT INTO organisations (slug, name, type) VALUES ('bench-police', 'Bench', 'police') RETURNING id),
       officer AS (INSERT INTO accounts (email, name, password_hash) VALUES ('police@example.org', 'Bench', '-') RETURNING id),
       member AS (
         INSERT INTO memberships (account_id, organisation_id, municipality_id, role)
         SELECT officer.id, police.id, m.id, 'police-officer' FROM officer, police, municipalities m WHERE m.slug = 'town-1')
     INSERT INTO sessions (token_hash, account_id, created_at, seen_at, expires_at)
     SELECT $1, id, now(), now(), now() + interval '1 day' FROM officer`,
    [createHash('sha256').update(session).digest()],
  );
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
