import type { DialogueLinkInput } from '@lofteskartan/shared/contracts/medborgardialog-planning';
import type { DialogueLink } from '@lofteskartan/shared/medborgardialog';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Words } from '../medborgarlofte/words.js';
import { openedFor } from '../proposals/opened-for.js';
import type { LinkRecord } from './medborgardialog-parts.repository.js';

/** Something that a medborgardialog is about, as far as it may be told. */
export interface SubjectRecord {
  readonly kind: DialogueLink;
  readonly key: string;
  /** A commitment's title in each language, or the name or place of the others. */
  readonly title: Words | string;
  readonly proposalKind: ProposalKind | null;
  readonly path: string | null;
}

/** What medborgardialoger are about: rows of other rooms, of which those of the public alone are told to everyone. */
@Injectable()
export class DialogueSubjectsRepository {
  /** The id of what is named in a municipality, or null. Of proposals those that everyone reads; what is not public cannot be hinted at. */
  async find(
    manager: EntityManager,
    municipalityId: string,
    { kind, key }: DialogueLinkInput,
  ): Promise<LinkRecord | null> {
    const queries: Readonly<Record<DialogueLink, string>> = {
      commitment: 'SELECT id FROM commitments WHERE municipality_id = $1 AND id::text = lower($2)',
      proposal:
        'SELECT proposal_id AS id FROM public_proposals WHERE municipality_id = $1 AND reference = upper($2) AND listed',
      place:
        'SELECT id FROM inventory_places WHERE municipality_id = $1 AND reference = upper($2) AND merged_into_id IS NULL',
    };
    const [row] = await manager.query<{ id: string }[]>(queries[kind], [municipalityId, key]);
    return row ? { kind, subjectId: row.id } : null;
  }

  /** What a medborgardialog is about, as everyone reads it. */
  async public(manager: EntityManager, dialogueId: string): Promise<SubjectRecord[]> {
    const all = await this.all(manager, dialogueId, []);
    return all.filter(({ path }) => path !== null);
  }

  /** The same for staff: what is not public any more is named by its reference alone, a place by its name. @param secretsOf whose secret proposals too */
  async all(
    manager: EntityManager,
    dialogueId: string,
    secretsOf: readonly string[],
  ): Promise<SubjectRecord[]> {
    return manager.query<SubjectRecord[]>(
      `SELECT l.kind, COALESCE(c.id::text, p.reference, i.reference) AS key,
         COALESCE(c.title, to_jsonb(COALESCE(pp.place_name, pp.details ->> 'roadName', lo.name, p.reference)), to_jsonb(i.name)) AS title,
         p.kind AS "proposalKind",
         CASE l.kind
           WHEN 'commitment' THEN '/lofte/' || c.slug
           WHEN 'proposal' THEN CASE WHEN pp.listed THEN '/forslag/' || p.reference END
           ELSE CASE WHEN pi.place_id IS NOT NULL THEN '/platser/' || i.reference END
         END AS path
       FROM medborgardialog_links l
       LEFT JOIN commitments c ON c.id = l.commitment_id
       LEFT JOIN proposals p ON p.id = l.proposal_id
       LEFT JOIN public_proposals pp ON pp.proposal_id = l.proposal_id AND pp.listed
       LEFT JOIN localities lo ON lo.municipality_id = pp.municipality_id AND lo.slug = pp.locality
       LEFT JOIN inventory_places i ON i.id = l.place_id
       LEFT JOIN public_inventory_places pi ON pi.place_id = l.place_id
       WHERE l.dialogue_id = $1 AND (p.id IS NULL OR ${openedFor('p', '$2')}) ORDER BY array_position(ARRAY['commitment', 'place', 'proposal'], l.kind), key`,
      [dialogueId, secretsOf],
    );
  }
}
