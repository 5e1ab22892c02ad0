import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who looks after the whole installation. */
@Injectable()
export class InstallationRightRepository {
  /** The active accounts that do, locked, so that two who leave at once do not both go. */
  async lockHolders(manager: EntityManager): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM accounts WHERE installation_admin AND active ORDER BY id FOR NO KEY UPDATE',
    );
    return rows.map(({ id }) => id);
  }

  /** Whether an account does; null when there is no such account. */
  async holds(manager: EntityManager, accountId: string): Promise<boolean | null> {
    const [row] = await manager.query<{ granted: boolean }[]>(
      'SELECT installation_admin AS granted FROM accounts WHERE id = $1',
      [accountId],
    );
    return row?.granted ?? null;
  }

  async store(manager: EntityManager, accountId: string, granted: boolean): Promise<void> {
    await manager.query('UPDATE accounts SET installation_admin = $2 WHERE id = $1', [accountId, granted]);
  }
}
