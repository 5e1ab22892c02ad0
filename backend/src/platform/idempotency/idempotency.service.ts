import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Refused } from '../problem/refused.js';
import { Reply } from '../reply.js';
import { Secrets } from '../security/secrets.js';
import { canonicalJson } from './canonical-json.js';
import { idempotencyDays } from './idempotency-days.rules.js';

/** What a repeatable call is made of. */
export interface IdempotentCall<Body> {
  /** The header `Idempotency-Key`, checked by the endpoint interceptor. */
  readonly key: string;
  /** Method and address with its parameters filled in, such as `POST /proposals/ALE-7K3F9/support`. */
  readonly route: string;
  /** Who calls: an account id, a device, or a constant where nobody is known. */
  readonly caller: string;
  /** What was sent; the same key with another body is refused. */
  readonly body: unknown;
  /** The work, in the transaction that also stores its answer. */
  readonly work: (manager: EntityManager) => Promise<Reply<Body>>;
}

/** The answer as it is sealed. */
type StoredAnswer = Pick<Reply, 'status' | 'body' | 'extras'>;

/** Makes a call repeatable: the same key and body get the same answer, however often and however parallel they come. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the work once in a transaction and remembers its answer. A parallel repeat waits on the unique index until the
   * first has ended. What the work throws rolls everything back and is not remembered.
   * @throws Refused `idempotency.reused` when the key came with another body before.
   */
  async run<Body>(call: IdempotentCall<Body>): Promise<Reply<Body>> {
    const keyHash = sha256(canonicalJson([call.route, call.caller, call.key]));
    const bodyHash = sha256(canonicalJson(call.body ?? null));
    const context = keyHash.toString('hex');
    return this.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const earlier = await claim(manager, keyHash, bodyHash, now);
      if (earlier) {
        if (!earlier.bodyHash.equals(bodyHash)) throw new Refused('idempotency.reused');
        const text = this.secrets.open('idempotency', earlier.answer, context);
        if (text === null) throw new Refused('idempotency.reused');
        const stored = JSON.parse(text) as StoredAnswer;
        return new Reply(stored.status, stored.body as Body, stored.extras);
      }
      const reply = await call.work(manager);
      const { status, body, extras } = reply;
      const answer: StoredAnswer = { status, body, extras };
      await manager.query('UPDATE idempotency_keys SET answer = $2 WHERE key_hash = $1', [
        keyHash,
        this.secrets.seal('idempotency', JSON.stringify(answer), context),
      ]);
      return reply;
    });
  }

  /** Removes what is older than seven days; returns how many. */
  async forgetOld(): Promise<number> {
    const [, removed] = await this.dataSource.query<[unknown, number]>(
      'DELETE FROM idempotency_keys WHERE expires_at <= $1',
      [this.clock.now()],
    );
    return removed;
  }
}

/** Takes the key for this transaction, or returns what it was taken for before. An expired one is taken over. */
async function claim(
  manager: EntityManager,
  keyHash: Buffer,
  bodyHash: Buffer,
  now: Date,
): Promise<{ bodyHash: Buffer; answer: Buffer } | null> {
  const expiresAt = new Date(now.getTime() + idempotencyDays * 86_400_000);
  const taken = await manager.query<unknown[]>(
    `INSERT INTO idempotency_keys (key_hash, body_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (key_hash) DO UPDATE SET body_hash = excluded.body_hash, answer = NULL,
       created_at = excluded.created_at, expires_at = excluded.expires_at
       WHERE idempotency_keys.expires_at <= excluded.created_at
     RETURNING key_hash`,
    [keyHash, bodyHash, now, expiresAt],
  );
  if (taken.length > 0) return null;
  const [row] = await manager.query<{ body_hash: Buffer; answer: Buffer }[]>(
    'SELECT body_hash, answer FROM idempotency_keys WHERE key_hash = $1',
    [keyHash],
  );
  if (!row) throw new Error('An idempotency key vanished while it was read');
  return { bodyHash: row.body_hash, answer: row.answer };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
