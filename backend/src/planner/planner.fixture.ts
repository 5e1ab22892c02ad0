import type { RankedStretch, StretchRanking } from '@lofteskartan/shared/contracts/planner';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { Api } from '../../test/support/api.js';
import type { TestApp } from '../../test/support/app.js';
import type { TestMunicipality } from '../../test/support/municipality.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import type { TestPerson } from '../../test/support/staff.js';

/** A wish for a speed check so many metres north of the middle of a municipality. */
export function wishAt(
  app: TestApp,
  { center }: TestMunicipality,
  metresNorth: number,
  details: object = {},
): Promise<ProposalReceipt> {
  return submitProposal(app, { kind: 'speed-check', position: northOf(center, metresNorth), details });
}

/** Others who want the same. */
export async function support(app: TestApp, reference: string, times: number, api?: Api): Promise<void> {
  for (let each = 0; each < times; each += 1) {
    const answer = await (api ?? app.api()).post(`/proposals/${reference}/support`, { key: true });
    if (answer.status !== 200) throw new Error(`No support: ${String(answer.status)}`);
  }
}

/** Those who support a wish have confirmed one address for it. */
export async function supportersConfirm({ dataSource }: TestApp, reference: string): Promise<void> {
  await dataSource.query(
    `WITH contact AS (
       INSERT INTO proposal_contacts
         (id, proposal_id, role, state, address_hash, address_sealed, language, asked_at, confirmed_at, created_at)
       SELECT gen_random_uuid(), id, 'supporter', 'confirmed', 'somebody', '', 'sv', now(), now(), now()
       FROM proposals WHERE reference = $1 RETURNING id, proposal_id)
     UPDATE proposal_supports s SET contact_id = contact.id FROM contact
     WHERE s.proposal_id = contact.proposal_id AND NOT s.is_sender`,
    [reference],
  );
}

/** The order of stretches as an officer reads it. */
export async function orderOf({ api }: TestPerson, { slug }: TestMunicipality): Promise<RankedStretch[]> {
  const { status, body } = await api.get<StretchRanking>(`/planner/${slug}/stretches`, {
    query: { limit: 100 },
  });
  if (status !== 200) throw new Error(`No order: ${String(status)} ${JSON.stringify(body)}`);
  return body.items;
}
