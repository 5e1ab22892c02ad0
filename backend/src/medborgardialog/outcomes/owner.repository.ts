import type { PointOwner } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who may see to a point. */
@Injectable()
export class OwnerRepository {
  /** The organisations that work in a municipality. */
  organisations(manager: EntityManager, municipalityId: string): Promise<PointOwner[]> {
    return manager.query(
      `SELECT o.id, o.name FROM municipality_organisations mo JOIN organisations o ON o.id = mo.organisation_id
       WHERE mo.municipality_id = $1`,
      [municipalityId],
    );
  }

  /** The people who work in a municipality in one of these roles. */
  people(manager: EntityManager, municipalityId: string, roles: readonly Role[]): Promise<PointOwner[]> {
    return manager.query(
      `SELECT a.id, a.name FROM accounts a WHERE a.active AND EXISTS (
         SELECT FROM memberships m WHERE m.account_id = a.id AND m.municipality_id = $1 AND m.role = ANY ($2::text[]))`,
      [municipalityId, roles],
    );
  }
}
