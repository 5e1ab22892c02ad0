import { randomUUID } from 'node:crypto';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { DataSource } from 'typeorm';
import type { Api } from '../../test/support/api.js';
import type { TestApp } from '../../test/support/app.js';
import type { TestMunicipality } from '../../test/support/municipality.js';

/** Coded answers of each kind, without words. */
export const codedAnswers = {
  'speed-check': { weekdays: ['mon'], hourBands: ['07-09'], problems: ['speeding'], near: [] },
  'dark-place': { causes: ['lamp-broken'], when: ['dark'] },
  idea: { topic: 'safety' },
} as const satisfies Record<ProposalKind, object>;

/** Sends in a proposal as a device that was never here before, or as the caller given. */
export async function send(
  app: TestApp,
  municipality: TestMunicipality,
  kind: ProposalKind = 'dark-place',
  changes: object = {},
  api: Api = app.api(),
): Promise<ProposalReceipt & { id: string }> {
  const words = kind === 'idea' ? { description: 'Fler lampor längs gångvägen' } : {};
  const { status, body } = await api.post<ProposalReceipt>('/proposals', {
    key: true,
    body: { kind, position: municipality.center, details: codedAnswers[kind], ...words, ...changes },
  });
  if (status !== 201) throw new Error(`The proposal was refused: ${JSON.stringify(body)}`);
  const [row] = await app.dataSource.query<{ id: string }[]>(
    'SELECT id FROM proposals WHERE reference = $1',
    [body.reference],
  );
  return Object.assign(body, { id: row?.id ?? '' });
}

/** A logged activity that serves proposals. */
export async function makeActivity(
  dataSource: Pick<DataSource, 'query'>,
  activity: {
    readonly commitment: { readonly id: string; readonly municipalityId: string };
    readonly organisationId: string;
    readonly accountId: string;
    readonly occurredOn: string;
    readonly proposalIds: readonly string[];
  },
): Promise<string> {
  const id = randomUUID();
  const { commitment, organisationId, accountId, occurredOn, proposalIds } = activity;
  await dataSource.query(
    `INSERT INTO activities (id, commitment_id, municipality_id, organisation_id, occurred_on, public_text, counts, logged_by, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'Vi har kontrollerat hastigheten.', true, $6, now(), now())`,
    [id, commitment.id, commitment.municipalityId, organisationId, occurredOn, accountId],
  );
  await dataSource.query(
    'INSERT INTO activity_proposals (activity_id, proposal_id) SELECT $1, unnest($2::uuid[])',
    [id, proposalIds],
  );
  return id;
}
