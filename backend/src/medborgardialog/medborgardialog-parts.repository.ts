import type { DialogueLink } from '@lofteskartan/shared/medborgardialog';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { openedFor } from '../proposals/opened-for.js';

/** An item of the agenda. */
export interface AgendaItem {
  readonly title: string;
  readonly minutes: number | null;
  readonly description: string | null;
}
export type AgendaItemRecord = AgendaItem & { readonly id: string };

/** Something that a medborgardialog is about. */
export interface LinkRecord {
  readonly kind: DialogueLink;
  readonly subjectId: string;
}

const subjectColumns = { commitment: 'commitment_id', proposal: 'proposal_id', place: 'place_id' } as const;

/** What belongs to a medborgardialog: its agenda, its localities and what it is about. */
@Injectable()
export class MedborgardialogPartsRepository {
  /** The agenda, in its order. */
  async agenda(manager: EntityManager, dialogueId: string): Promise<AgendaItemRecord[]> {
    return manager.query<AgendaItemRecord[]>(
      `SELECT id, title, minutes, description FROM medborgardialog_agenda_items WHERE dialogue_id = $1 ORDER BY ordinal`,
      [dialogueId],
    );
  }

  /** Keeps the agenda: items with a known id stay what they are under new words, those that are left out go. */
  async keepAgenda(
    manager: EntityManager,
    dialogueId: string,
    items: readonly (AgendaItem & { readonly id?: string | null })[],
  ): Promise<void> {
    const kept = items.flatMap(({ id }) => id ?? []);
    await manager.query(
      'DELETE FROM medborgardialog_agenda_items WHERE dialogue_id = $1 AND NOT (id = ANY($2::uuid[]))',
      [dialogueId, kept],
    );
    for (const [ordinal, { id, title, minutes, description }] of items.entries())
      await manager.query(
        `INSERT INTO medborgardialog_agenda_items (id, dialogue_id, ordinal, title, minutes, description)
         VALUES (COALESCE($1::uuid, gen_random_uuid()), $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET ordinal = excluded.ordinal, title = excluded.title, minutes = excluded.minutes,
           description = excluded.description WHERE medborgardialog_agenda_items.dialogue_id = excluded.dialogue_id`,
        [id ?? null, dialogueId, ordinal, title, minutes, description],
      );
  }

  /** Keeps for which localities it is. */
  async keepLocalities(
    manager: EntityManager,
    dialogueId: string,
    localityIds: readonly string[],
  ): Promise<void> {
    await manager.query('DELETE FROM medborgardialog_localities WHERE dialogue_id = $1', [dialogueId]);
    await manager.query(
      'INSERT INTO medborgardialog_localities (dialogue_id, locality_id) SELECT $1, unnest($2::uuid[])',
      [dialogueId, localityIds],
    );
  }

  /** Gives another the same localities and the same that it is about. */
  async copyPlace(manager: EntityManager, fromId: string, toId: string): Promise<void> {
    await manager.query(
      `INSERT INTO medborgardialog_localities (dialogue_id, locality_id)
       SELECT $2, locality_id FROM medborgardialog_localities WHERE dialogue_id = $1`,
      [fromId, toId],
    );
    await this.keepLinks(manager, toId, await this.links(manager, fromId));
  }

  /** What it is about. */
  async links(manager: EntityManager, dialogueId: string): Promise<LinkRecord[]> {
    return manager.query<LinkRecord[]>(
      `SELECT kind, subject_id AS "subjectId" FROM medborgardialog_links WHERE dialogue_id = $1 ORDER BY kind, subject_id`,
      [dialogueId],
    );
  }

  /** What it is about and not everyone may open: proposals that are secret for others than some organisations. */
  async closedLinks(
    manager: EntityManager,
    dialogueId: string,
    organisations: readonly string[],
  ): Promise<LinkRecord[]> {
    return manager.query<LinkRecord[]>(
      `SELECT l.kind, l.subject_id AS "subjectId" FROM medborgardialog_links l JOIN proposals p ON p.id = l.proposal_id
       WHERE l.dialogue_id = $1 AND NOT ${openedFor('p', '$2')} ORDER BY l.subject_id`,
      [dialogueId, organisations],
    );
  }

  /** Keeps what it is about. */
  async keepLinks(manager: EntityManager, dialogueId: string, links: readonly LinkRecord[]): Promise<void> {
    await manager.query('DELETE FROM medborgardialog_links WHERE dialogue_id = $1', [dialogueId]);
    for (const { kind, subjectId } of links)
      await manager.query(
        `INSERT INTO medborgardialog_links (dialogue_id, kind, ${subjectColumns[kind]}) VALUES ($1, $2, $3)`,
        [dialogueId, kind, subjectId],
      );
  }
}
