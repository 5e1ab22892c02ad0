import type {
  DisposalPage,
  DisposalPreview,
  DisposalQuery,
  RetentionRules,
} from '@lofteskartan/shared/contracts/records';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { addMonths, stockholmDate } from '../platform/dates.js';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { mayActIn } from '../staff/access.rules.js';
import { RecordRepository } from './record.repository.js';
import { RetentionRepository } from './retention.repository.js';

/** Who says how long things are kept. */
export const retentionRoles = ['coordinator'] as const satisfies readonly Role[];

/** How many candidates the preview names. */
const MOST_NAMED = 100;

/** The retention rules of a municipality, what they fall on, and what was disposed of. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly retention: RetentionRepository,
    private readonly records: RecordRepository,
  ) {}

  /**
   * The rules.
   * @throws Refused `not.found` for a municipality that is not one's own
   */
  async rules(slug: string, staff: StaffMember): Promise<RetentionRules> {
    const { manager } = this.dataSource;
    return this.view(manager, await this.own(manager, slug, staff));
  }

  /**
   * Makes these the rules; the log keeps what was before. A kind without a rule is kept.
   * @throws Refused `not.found`, `input.invalid` for two rules of one kind, `version.stale` when somebody else was first
   */
  change(slug: string, { rules, version }: RetentionRules, staff: StaffMember): Promise<RetentionRules> {
    return this.dataSource.transaction(async (manager) => {
      const municipalityId = await this.own(manager, slug, staff);
      if (new Set(rules.map(({ type }) => type)).size < rules.length)
        throw invalidField('rules', 'notUnique');
      if (!(await this.retention.goOn(manager, municipalityId, version))) throw new Refused('version.stale');
      const before = await this.retention.rules(manager, municipalityId);
      await this.retention.saveRules(manager, municipalityId, rules);
      const after = await this.view(manager, municipalityId);
      await this.records.append(manager, {
        municipalityId,
        at: this.clock.now(),
        actorAccountId: staff.accountId,
        type: 'rules-changed',
        changes: { before, after: after.rules },
      });
      return after;
    });
  }

  private async view(manager: EntityManager, municipalityId: string): Promise<RetentionRules> {
    const rules = await this.retention.rules(manager, municipalityId);
    return { rules, version: await this.retention.version(manager, municipalityId) };
  }

  /**
   * What falls due within a year, and what goes the next time the job runs. What is secret for others is counted, not named.
   * @throws Refused `not.found`
   */
  async preview(slug: string, staff: StaffMember): Promise<DisposalPreview> {
    const { manager } = this.dataSource;
    const today = stockholmDate(this.clock.now());
    const found = await this.retention.upTo(manager, await this.own(manager, slug, staff), {
      today,
      last: addMonths(today, 12),
      limit: MOST_NAMED,
      secretsOf: secretsOf(staff.memberships),
    });
    return { ...found, nextCursor: null };
  }

  /**
   * What was disposed of, the latest first.
   * @throws Refused `not.found`, `input.invalid`
   */
  async disposals(query: DisposalQuery, staff: StaffMember): Promise<DisposalPage> {
    const { manager } = this.dataSource;
    const municipalityId = await this.own(manager, query.municipality, staff);
    const after = readCursor(query.cursor, ['integer']);
    const rows = await this.retention.disposals(
      manager,
      municipalityId,
      after ? Number(after[0]) : null,
      pageSize(query.limit) + 1,
    );
    const page = pageOf(rows, query.limit, ({ id }) => [Number(id)]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  private async own(manager: EntityManager, slug: string, staff: StaffMember): Promise<string> {
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, retentionRoles)) throw new Refused('not.found');
    return municipality.id;
  }
}
