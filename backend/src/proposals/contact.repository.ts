import type { ContactRole, ContactState } from '@lofteskartan/shared/contracts/contacts';
import type { Language, OrganisationType, ProposalKind, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A contact as it is stored: address and name sealed. */
export interface ContactRecord {
  readonly id: string;
  readonly proposalId: string;
  readonly reference: string;
  /** The municipality's slug. */
  readonly municipality: string;
  readonly role: ContactRole;
  readonly state: ContactState;
  readonly addressHash: string;
  readonly addressSealed: Buffer;
  readonly nameSealed: Buffer | null;
  readonly language: Language;
  readonly askedAt: Date;
}

/** A contact to store. */
export interface NewContact {
  readonly id: string;
  readonly proposalId: string;
  readonly role: ContactRole;
  readonly addressHash: string;
  readonly addressSealed: Buffer;
  readonly nameSealed: Buffer | null;
  readonly language: Language;
  readonly at: Date;
}

/** A proposal of a confirmed sender. */
export interface OwnProposalRow {
  readonly contactId: string;
  readonly proposalId: string;
  readonly reference: string;
  readonly municipality: string;
  readonly kind: ProposalKind;
  readonly status: PublicStatus;
  /** Of the proposal that leads its case; null when none does. */
  readonly caseStatus: PublicStatus | null;
  readonly createdAt: Date;
}

/** A proposal of a confirmed supporter. */
export interface SupportedProposalRow {
  readonly contactId: string;
  readonly reference: string;
  readonly municipality: string;
  readonly kind: ProposalKind;
  readonly status: PublicStatus | null;
  readonly state: ContactState;
  readonly createdAt: Date;
}

const columns = `c.id, c.proposal_id AS "proposalId", p.reference, m.slug AS municipality, c.role, c.state, c.address_hash AS "addressHash",
  c.address_sealed AS "addressSealed", c.name_sealed AS "nameSealed", c.language, c.asked_at AS "askedAt"`;
const tables = `proposal_contacts c JOIN proposals p ON p.id = c.proposal_id JOIN municipalities m ON m.id = p.municipality_id`;

/** Who may be written to about a proposal. */
@Injectable()
export class ContactRepository {
  /** A contact, locked until the transaction ends. */
  byId(manager: EntityManager, id: string): Promise<ContactRecord | null> {
    return this.one(manager, 'c.id = $1 FOR UPDATE OF c', [id]);
  }

  /** The proposal that a contact belongs to, or null when there is no such contact. */
  async proposalOf(manager: EntityManager, id: string): Promise<string | null> {
    const [row] = await manager.query<{ proposal_id: string }[]>(
      'SELECT proposal_id FROM proposal_contacts WHERE id = $1',
      [id],
    );
    return row?.proposal_id ?? null;
  }

  /** The sender's own contact of a proposal. */
  ofSender(manager: EntityManager, proposalId: string): Promise<ContactRecord | null> {
    return this.one(manager, `c.proposal_id = $1 AND c.role = 'sender'`, [proposalId]);
  }

  /** The contact of an address on a proposal, locked; one of this role before one of the other. */
  byAddress(
    manager: EntityManager,
    { proposalId, addressHash, role }: Pick<ContactRecord, 'proposalId' | 'addressHash' | 'role'>,
  ): Promise<ContactRecord | null> {
    return this.one(
      manager,
      'c.proposal_id = $1 AND c.address_hash = $2 ORDER BY c.role = $3 DESC LIMIT 1 FOR UPDATE OF c',
      [proposalId, addressHash, role],
    );
  }

  private async one(
    manager: EntityManager,
    where: string,
    parameters: unknown[],
  ): Promise<ContactRecord | null> {
    const [row] = await manager.query<ContactRecord[]>(
      `SELECT ${columns} FROM ${tables} WHERE ${where}`,
      parameters,
    );
    return row ?? null;
  }

  /**
   * Stores a contact that is still to be confirmed. A sender's is one of its own beside a supporter's of the same address, so that nobody
   * learns who supports, and nobody speaks for another. @returns false when the address is there already
   */
  async insert(manager: EntityManager, contact: NewContact): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO proposal_contacts (id, proposal_id, role, address_hash, address_sealed, name_sealed, language, asked_at, created_at)
       SELECT $1::uuid, $2::uuid, $3::text, $4::text, $5::bytea, $6::bytea, $7::text, $8::timestamptz, $8::timestamptz
       WHERE $3 = 'sender' OR NOT EXISTS (SELECT FROM proposal_contacts WHERE proposal_id = $2 AND address_hash = $4)
       ON CONFLICT (proposal_id, address_hash, role) DO NOTHING RETURNING id`,
      [
        contact.id,
        contact.proposalId,
        contact.role,
        contact.addressHash,
        contact.addressSealed,
        contact.nameSealed,
        contact.language,
        contact.at,
      ],
    );
    return rows.length > 0;
  }

  /** Stores another name. */
  async saveName(manager: EntityManager, id: string, nameSealed: Buffer | null): Promise<void> {
    await manager.query('UPDATE proposal_contacts SET name_sealed = $2 WHERE id = $1', [id, nameSealed]);
  }

  /** Notes that the person is asked again. */
  async askAgain(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.query(`UPDATE proposal_contacts SET state = 'unconfirmed', asked_at = $2 WHERE id = $1`, [
      id,
      at,
    ]);
  }

  /** Notes that all of a proposal who have not answered are asked again. @returns their ids */
  async askAllAgain(manager: EntityManager, proposalId: string, at: Date): Promise<string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE proposal_contacts SET asked_at = $2 WHERE proposal_id = $1 AND state = 'unconfirmed' RETURNING id`,
      [proposalId, at],
    );
    return rows.map(({ id }) => id);
  }

  /** Stores what the person answered. */
  async saveState(
    manager: EntityManager,
    id: string,
    state: 'confirmed' | 'stopped',
    at: Date,
  ): Promise<void> {
    await manager.query(
      `UPDATE proposal_contacts SET state = $2,
         confirmed_at = CASE WHEN $2 = 'confirmed' THEN coalesce(confirmed_at, $3) ELSE confirmed_at END WHERE id = $1`,
      [id, state, at],
    );
  }

  /** Forgets a contact with its mails and its follow tokens. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM proposal_contacts WHERE id = $1', [id]);
  }

  /** Forgets those who never said yes and were last asked before a moment; nobody is asked about a proposal that is held. */
  async removeUnanswered(manager: EntityManager, before: Date): Promise<void> {
    await manager.query(
      `DELETE FROM proposal_contacts c WHERE c.confirmed_at IS NULL AND c.asked_at < $1
       AND NOT EXISTS (SELECT FROM proposals p WHERE p.id = c.proposal_id AND p.held_as IS NOT NULL)`,
      [before],
    );
  }

  /** The owners of the commitment that a proposal is linked to, or null without one. */
  async owners(
    manager: EntityManager,
    commitmentId: string | null,
  ): Promise<{ id: string; type: OrganisationType }[] | null> {
    if (!commitmentId) return null;
    return manager.query(
      `SELECT o.id, o.type FROM commitment_organisations co JOIN organisations o ON o.id = co.organisation_id
       WHERE co.commitment_id = $1 AND co.part = 'owner'`,
      [commitmentId],
    );
  }

  /** The proposals that an address supports and was confirmed for, newest first; without a status when others cannot see them. */
  supportedProposals(manager: EntityManager, addressHash: string): Promise<SupportedProposalRow[]> {
    return manager.query(
      `SELECT c.id AS "contactId", p.reference, m.slug AS municipality, p.kind, c.state, c.created_at AS "createdAt",
         CASE WHEN pub.listed THEN pub.status WHEN pub.proposal_id IS NOT NULL THEN 'duplicate' END AS status
       FROM ${tables} LEFT JOIN public_proposals pub ON pub.proposal_id = p.id
       WHERE c.address_hash = $1 AND c.role = 'supporter' AND c.confirmed_at IS NOT NULL AND NOT EXISTS (
         SELECT FROM proposal_contacts o
         WHERE o.proposal_id = c.proposal_id AND o.role = 'sender' AND o.confirmed_at IS NOT NULL AND o.address_hash = c.address_hash)
       ORDER BY c.created_at DESC, p.id`,
      [addressHash],
    );
  }

  /** The proposals that an address sent and was confirmed for, newest first. */
  ownProposals(manager: EntityManager, addressHash: string): Promise<OwnProposalRow[]> {
    return manager.query(
      `SELECT c.id AS "contactId", p.id AS "proposalId", p.reference, m.slug AS municipality, p.kind, p.public_status AS status,
         CASE WHEN p.duplicate_of_id IS NOT NULL THEN (
           WITH RECURSIVE chain AS (
             SELECT d.duplicate_of_id, d.public_status, d.secret_for FROM proposals d WHERE d.id = p.duplicate_of_id
             UNION ALL SELECT d.duplicate_of_id, d.public_status, d.secret_for FROM chain JOIN proposals d ON d.id = chain.duplicate_of_id)
           SELECT public_status FROM chain WHERE duplicate_of_id IS NULL AND secret_for IS NULL) END AS "caseStatus",
         p.created_at AS "createdAt"
       FROM ${tables} WHERE c.address_hash = $1 AND c.role = 'sender' AND c.confirmed_at IS NOT NULL
       ORDER BY p.created_at DESC, p.id`,
      [addressHash],
    );
  }
}
