import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  FollowUp,
  FollowUpPage,
  FollowUpQuery,
  StaffFollowUp,
  StaffFollowUpPage,
  StaffFollowUpSummary,
} from '@lofteskartan/shared/contracts/follow-ups';
import type { Language, Role } from '@lofteskartan/shared/vocabulary';
import { pageOf, pageSize, readCursor } from '../../platform/paging.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn, municipalitiesWith } from '../../staff/access.rules.js';
import { FollowUpFigures } from './follow-up-figures.service.js';
import { type FollowUpRow, FollowUpsRepository } from './follow-ups.repository.js';
import { PublicFollowUpsRepository } from './public-follow-ups.repository.js';

/** The roles that write follow-ups. */
export const followUpRoles = ['coordinator'] as const satisfies readonly Role[];

interface StaffReader {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** Follow-ups: published ones for everyone, drafts for the coordinator. */
@Injectable()
export class ReadFollowUpsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly published: PublicFollowUpsRepository,
    private readonly followUps: FollowUpsRepository,
    private readonly figures: FollowUpFigures,
  ) {}

  /** A page of published follow-ups, the latest day first. */
  async page(query: FollowUpQuery): Promise<FollowUpPage> {
    const rows = await this.published.page(this.dataSource, {
      municipality: query.municipality ?? null,
      after: afterOf(query.cursor),
      limit: pageSize(query.limit) + 1,
    });
    const page = pageOf(rows, query.limit, (row) => [row.asOf, row.id]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  /**
   * A published follow-up.
   * @throws Refused `not.found`
   */
  async one(
    wanted: { readonly id: string } | { readonly municipality: string; readonly asOf: string },
    language: Language,
  ): Promise<FollowUp> {
    const followUp = await this.published.one(this.dataSource, wanted, language);
    if (!followUp) throw new Refused('not.found');
    return followUp;
  }

  /** A page of the follow-ups of a coordinator's municipalities. */
  async staffPage(query: FollowUpQuery, staff: StaffMember): Promise<StaffFollowUpPage> {
    const rows = await this.followUps.page(this.dataSource, {
      municipalityIds: municipalitiesWith(staff, followUpRoles),
      municipality: query.municipality ?? null,
      after: afterOf(query.cursor),
      limit: pageSize(query.limit) + 1,
    });
    const page = pageOf(rows, query.limit, (row) => [row.asOf, row.id]);
    return { items: page.rows.map(summaryOf), nextCursor: page.nextCursor };
  }

  /**
   * A follow-up as its coordinator reads it: a draft with the figures of now, a published one as it stands.
   * @throws Refused `not.found`
   */
  async staffOne(
    manager: EntityManager,
    id: string,
    { staff, language }: StaffReader,
  ): Promise<StaffFollowUp> {
    const row = await this.followUps.byId(manager, id);
    if (!row || !mayActIn(staff, row.municipalityId, followUpRoles)) throw new Refused('not.found');
    if (row.publishedAt) {
      const followUp = await this.published.one(manager, { id }, language);
      if (!followUp) throw new Error('A published follow-up without its public view');
      const items = followUp.items.map(({ deviation, ...item }) => ({ ...item, deviation: deviation ?? '' }));
      return { ...summaryOf(row), title: followUp.title, items, corrections: followUp.corrections };
    }
    const found = await this.figures.promise(manager, row.medborgarlofteId);
    if (!found) throw new Error('A follow-up without a promise');
    const { title, commitments } = await this.figures.onDay(manager, found.promise, row.asOf, language);
    const items = commitments.map((commitment) => ({
      ...commitment,
      ...(row.texts[commitment.commitmentId] ?? { result: '', deviation: '', nextStep: '' }),
    }));
    return { ...summaryOf(row), title, items, corrections: [] };
  }

  /** The same outside a transaction. */
  read(id: string, reader: StaffReader): Promise<StaffFollowUp> {
    return this.staffOne(this.dataSource.manager, id, reader);
  }
}

function summaryOf(row: FollowUpRow): Pick<StaffFollowUpSummary, keyof StaffFollowUpSummary> {
  return {
    id: row.id,
    municipality: row.municipality,
    medborgarlofteId: row.medborgarlofteId,
    asOf: row.asOf,
    state: row.publishedAt ? 'published' : 'draft',
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

function afterOf(cursor: string | undefined): { asOf: string; id: string } | null {
  const after = readCursor(cursor, ['date', 'uuid']);
  return after && { asOf: String(after[0]), id: String(after[1]) };
}
