import type { DialogueNeed, SignUpState } from '@lofteskartan/shared/medborgardialog';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A sign-up's row. */
export interface SignUpRecord {
  readonly id: string;
  readonly dialogueId: string;
  readonly people: number;
  readonly needs: DialogueNeed[];
  readonly state: SignUpState;
}

const columns = 's.id, s.dialogue_id AS "dialogueId", s.people, s.needs, s.state';

/** Sign-ups for medborgardialoger: seats and needs, nobody's name. */
@Injectable()
export class SignUpRepository {
  async insert(
    manager: EntityManager,
    signUp: Pick<SignUpRecord, 'dialogueId' | 'people' | 'needs' | 'state'> & { readonly tokenHash: Buffer },
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_sign_ups (dialogue_id, people, needs, state, token_hash, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6)`,
      [signUp.dialogueId, signUp.people, signUp.needs, signUp.state, signUp.tokenHash, now],
    );
  }

  /** The sign-up that a token opens, or null. */
  async byToken(manager: EntityManager, tokenHash: Buffer): Promise<SignUpRecord | null> {
    const [row] = await manager.query<SignUpRecord[]>(
      `SELECT ${columns} FROM medborgardialog_sign_ups s WHERE s.token_hash = $1`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** Those that have a seat or wait for one, in the order in which they came. */
  async living(manager: EntityManager, dialogueId: string): Promise<SignUpRecord[]> {
    return manager.query<SignUpRecord[]>(
      `SELECT ${columns} FROM medborgardialog_sign_ups s WHERE s.dialogue_id = $1 AND s.state <> 'cancelled' ORDER BY s.ordinal`,
      [dialogueId],
    );
  }

  /** How many people have a seat in each of a municipality's medborgardialoger, by their id; those without any are left out. */
  async seatedIn(manager: EntityManager, municipalityId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await manager.query<{ id: string; people: number }[]>(
      `SELECT s.dialogue_id AS id, sum(s.people)::integer AS people FROM medborgardialog_sign_ups s
       JOIN medborgardialoger d ON d.id = s.dialogue_id WHERE d.municipality_id = $1 AND s.state = 'confirmed' GROUP BY s.dialogue_id`,
      [municipalityId],
    );
    return new Map(rows.map(({ id, people }) => [id, people]));
  }

  async change(
    manager: EntityManager,
    id: string,
    { people, needs }: Pick<SignUpRecord, 'people' | 'needs'>,
    now: Date,
  ): Promise<void> {
    await manager.query(
      'UPDATE medborgardialog_sign_ups SET people = $2, needs = $3, updated_at = $4 WHERE id = $1',
      [id, people, needs, now],
    );
  }

  /** Gives seats, or takes a sign-up back. */
  async become(
    manager: EntityManager,
    ids: readonly string[],
    state: Exclude<SignUpState, 'waiting'>,
    now: Date,
  ): Promise<void> {
    await manager.query(
      'UPDATE medborgardialog_sign_ups SET state = $2, updated_at = $3 WHERE id = ANY($1::uuid[])',
      [ids, state, now],
    );
  }

  /** Forgets the keys: nothing leads from a sign-up to anybody any more. */
  async forgetTokens(manager: EntityManager, dialogueId: string): Promise<void> {
    await manager.query('UPDATE medborgardialog_sign_ups SET token_hash = NULL WHERE dialogue_id = $1', [
      dialogueId,
    ]);
  }
}
