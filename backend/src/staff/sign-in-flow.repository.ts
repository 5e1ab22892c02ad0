import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The table `sign_in_flows`: sign-ins that are under way at a service. Any process may end what another has begun. */
@Injectable()
export class SignInFlowRepository {
  async begin(
    manager: EntityManager,
    flow: { readonly keyHash: Buffer; readonly sealed: Buffer; readonly expiresAt: Date },
  ): Promise<void> {
    await manager.query('INSERT INTO sign_in_flows (key_hash, sealed, expires_at) VALUES ($1, $2, $3)', [
      flow.keyHash,
      flow.sealed,
      flow.expiresAt,
    ]);
  }

  /** Takes a flow away, so that it ends once. @returns null when it has ended or is too old */
  async take(manager: EntityManager, keyHash: Buffer, now: Date): Promise<Buffer | null> {
    const [rows] = await manager.query<[{ sealed: Buffer; expires_at: Date }[], number]>(
      'DELETE FROM sign_in_flows WHERE key_hash = $1 RETURNING sealed, expires_at',
      [keyHash],
    );
    const [flow] = rows;
    return flow && flow.expires_at > now ? flow.sealed : null;
  }

  async forgetOld(manager: EntityManager, now: Date): Promise<void> {
    await manager.query('DELETE FROM sign_in_flows WHERE expires_at <= $1', [now]);
  }
}
