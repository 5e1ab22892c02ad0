import type { PinKind } from '@lofteskartan/shared/medborgardialog-live';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What is shown at a dialogue just now. */
export interface LiveRecord {
  readonly agendaItemId: string | null;
  /** Reference of the question that is being answered. */
  readonly question: string | null;
  readonly questionsDirect: boolean;
  readonly pinPrompt: string | null;
  readonly pinKind: PinKind;
  /** Until when pins that were begun are taken, once they are no longer asked for; null while they are, or never were. */
  readonly pinsUntil: Date | null;
  /** References of questions that have been answered in the room. */
  readonly answered: readonly string[];
  readonly revision: number;
}

const untouched: LiveRecord = {
  agendaItemId: null,
  question: null,
  questionsDirect: false,
  pinPrompt: null,
  pinKind: 'dark-place',
  pinsUntil: null,
  answered: [],
  revision: 0,
};

/** What is shown at medborgardialoger while they are held. */
@Injectable()
export class LiveRepository {
  async ofDialogue(manager: EntityManager, dialogueId: string): Promise<LiveRecord> {
    const [row] = await manager.query<LiveRecord[]>(
      `SELECT agenda_item_id AS "agendaItemId", question, questions_direct AS "questionsDirect", pin_prompt AS "pinPrompt",
         pin_kind AS "pinKind", pins_until AS "pinsUntil", answered, revision::integer AS revision FROM medborgardialog_live WHERE dialogue_id = $1`,
      [dialogueId],
    );
    return row ?? untouched;
  }

  /** Keeps what is shown from now on. */
  async keep(
    manager: EntityManager,
    dialogueId: string,
    {
      agendaItemId,
      question,
      questionsDirect,
      pinPrompt,
      pinKind,
      pinsUntil,
      answered,
    }: Omit<LiveRecord, 'revision'>,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_live (dialogue_id, agenda_item_id, question, questions_direct, pin_prompt, pin_kind, pins_until,
         answered)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (dialogue_id) DO UPDATE SET agenda_item_id = excluded.agenda_item_id, question = excluded.question,
         questions_direct = excluded.questions_direct, pin_prompt = excluded.pin_prompt, pin_kind = excluded.pin_kind,
         pins_until = excluded.pins_until, answered = excluded.answered`,
      [dialogueId, agendaItemId, question, questionsDirect, pinPrompt, pinKind, pinsUntil, answered],
    );
  }

  /** Says that something that is shown was changed. */
  async advance(manager: EntityManager, dialogueId: string): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_live (dialogue_id) VALUES ($1)
       ON CONFLICT (dialogue_id) DO UPDATE SET revision = medborgardialog_live.revision + 1`,
      [dialogueId],
    );
  }

  /** Gives an open dialogue the key of its voters, unless it has one. A vote that came as it was closed makes none anew. @param key 32 random bytes */
  async giveKey(manager: EntityManager, dialogueId: string, key: Buffer): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_live (dialogue_id, voter_key)
       SELECT id, $2::bytea FROM medborgardialoger WHERE id = $1 AND status = 'open' FOR SHARE
       ON CONFLICT (dialogue_id) DO UPDATE SET voter_key = COALESCE(medborgardialog_live.voter_key, excluded.voter_key)`,
      [dialogueId, key],
    );
  }

  /** Notes that a proposal came as a pin of a dialogue. */
  async addPin(manager: EntityManager, dialogueId: string, reference: string): Promise<void> {
    await manager.query(
      'INSERT INTO medborgardialog_pins (proposal_id, dialogue_id) SELECT id, $2 FROM proposals WHERE reference = $1',
      [reference, dialogueId],
    );
  }

  /** How many pins a dialogue has. */
  async countPins(manager: EntityManager, dialogueId: string): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM medborgardialog_pins WHERE dialogue_id = $1',
      [dialogueId],
    );
    return row?.count ?? 0;
  }
}
