import type { KeptView } from '@lofteskartan/shared/contracts/queue-views';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** People's own views of the queue. */
@Injectable()
export class QueueViewRepository {
  /** A person's views in their order. */
  of(manager: EntityManager, accountId: string): Promise<KeptView[]> {
    return manager.query<KeptView[]>(
      'SELECT id, name, filters FROM queue_views WHERE account_id = $1 ORDER BY sort, id',
      [accountId],
    );
  }

  /** Lets one change of a person's views follow the other. */
  async lock(manager: EntityManager, accountId: string): Promise<void> {
    await manager.query('SELECT 1 FROM accounts WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
  }

  /** Adds a view after the others. */
  async add(
    manager: EntityManager,
    accountId: string,
    { name, filters }: { readonly name: string; readonly filters: string },
  ): Promise<KeptView> {
    const [row] = await manager.query<KeptView[]>(
      `INSERT INTO queue_views (account_id, name, filters, sort)
       SELECT $1, $2, $3, coalesce(max(sort), 0) + 1 FROM queue_views WHERE account_id = $1 RETURNING id, name, filters`,
      [accountId, name, filters],
    );
    if (!row) throw new Error('A view was not stored');
    return row;
  }

  /** Changes a view; what is undefined stays. */
  async change(
    manager: EntityManager,
    id: string,
    { name, filters }: { readonly name?: string; readonly filters?: string },
  ): Promise<void> {
    await manager.query(
      'UPDATE queue_views SET name = coalesce($2, name), filters = coalesce($3, filters) WHERE id = $1',
      [id, name ?? null, filters ?? null],
    );
  }

  /** Puts a person's views in an order. */
  async order(manager: EntityManager, accountId: string, ids: readonly string[]): Promise<void> {
    await manager.query(
      `UPDATE queue_views SET sort = place.at FROM unnest($2::uuid[]) WITH ORDINALITY AS place (id, at)
       WHERE queue_views.id = place.id AND account_id = $1`,
      [accountId, ids],
    );
  }

  /** Removes a view. */
  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('DELETE FROM queue_views WHERE id = $1', [id]);
  }
}
