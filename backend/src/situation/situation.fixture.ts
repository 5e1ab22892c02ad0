import { createHash, randomUUID } from 'node:crypto';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { DataSource } from 'typeorm';
import type { TestMunicipality } from '../../test/support/municipality.js';

/**
 * A proposal as a test tells it; people are names, and the first of them sent it in. `anna@phone` confirmed an address for it, `~anna@phone` is the same device
 * without one.
 */
export interface Told {
  readonly kind: ProposalKind;
  readonly at: string;
  readonly people: readonly (readonly [name: string, at: string])[];
  readonly localityId?: string | null;
  readonly position?: Position | null;
  readonly details?: object;
  readonly status?: ProposalStatus;
  readonly secretFor?: string;
  readonly held?: boolean;
  readonly disposed?: boolean;
}

let number = 0;

/** Stores proposals as they would be after long use, with the supporters of each. */
export async function tell(
  dataSource: Pick<DataSource, 'query'>,
  municipality: TestMunicipality,
  proposals: readonly Told[],
): Promise<void> {
  for (const told of proposals) {
    const id = randomUUID();
    const { kind, at, position = municipality.center, status = 'received', localityId = null } = told;
    number += 1;
    const empty = {
      'speed-check': { weekdays: [], hourBands: [], problems: [], near: [] },
      'dark-place': { causes: [], when: [] },
      idea: { topic: 'other' },
    }[kind];
    await dataSource.query(
      `INSERT INTO proposals (id, reference, municipality_id, locality_id, kind, status, public_status, position, placement, details,
         publication, follow_token_hash, secret_for, held_as, disposed_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8::float8 IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint($8, $9), 4326) END,
         $10, $11, 'none', $12, $13, $14, $15, $16, $16)`,
      [
        id,
        `${municipality.referencePrefix}-T${String(number)}`,
        municipality.id,
        localityId,
        kind,
        status,
        status === 'awaiting-reply' ? 'under-review' : status,
        position?.[0] ?? null,
        position?.[1] ?? null,
        position ? 'inside' : 'none',
        JSON.stringify({ ...empty, ...told.details }),
        createHash('sha256').update(id).digest(),
        told.secretFor ?? null,
        told.held ? 'suspected-automatic' : null,
        told.disposed ? at : null,
        at,
      ],
    );
    for (const [index, [name, supportedAt]] of told.people.entries()) {
      const device = name.replace('~', '');
      const [person = ''] = device.split('@');
      let contact: string | null = null;
      if (name.includes('@') && device === name) {
        contact = randomUUID();
        await dataSource.query(
          `INSERT INTO proposal_contacts (id, proposal_id, role, state, address_sealed, address_hash, language, asked_at, confirmed_at, created_at)
           VALUES ($1, $2, 'supporter', 'confirmed', '\\x00', $3, 'sv', $4, $4, $4)`,
          [contact, id, person, supportedAt],
        );
      }
      await dataSource.query(
        `INSERT INTO proposal_supports (proposal_id, device_hash, is_sender, contact_id, created_at) VALUES ($1, $2, $3, $4, $5)`,
        [id, createHash('sha256').update(device).digest(), index === 0, contact, supportedAt],
      );
    }
  }
}
