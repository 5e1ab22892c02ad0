import type {
  CommitmentOpening,
  CommitmentOpeningPage,
  PutOpeningBalance,
} from '@lofteskartan/shared/contracts/opening-balances';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { mayActIn } from '../../staff/access.rules.js';
import { AdminLog } from '../../staff/admin-log.service.js';
import type { ActivityViewer } from '../staff-activity.view.js';
import { inLanguage } from '../words.js';
import { OpeningBalanceRepository, type OpeningRow } from './opening-balance.repository.js';
import { openingDayFault } from './opening-balance.rules.js';

/** Those who answer for what is counted. */
export const openingRoles = ['coordinator'] as const;

/** What was done before the platform began to count, written by coordinators. Progress follows at once; published follow-ups do not. */
@Injectable()
export class OpeningBalancesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly balances: OpeningBalanceRepository,
    private readonly log: AdminLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The counted commitments of a municipality with their opening balances.
   * @throws Refused `not.found`
   */
  async list(slug: string, { staff, language }: ActivityViewer): Promise<CommitmentOpeningPage> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlugForStaff(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, openingRoles)) throw new Refused('not.found');
    const rows = await this.balances.all(manager, municipality.id);
    return { items: rows.map((row) => viewOf(row, language)), nextCursor: null };
  }

  /**
   * Writes an opening balance, or takes it away. The log keeps what it was and why it was changed.
   * @throws Refused `not.found`, `version.stale`, `input.invalid`
   */
  async put(
    commitmentId: string,
    { opening, reason = '', version }: PutOpeningBalance,
    { staff, language }: ActivityViewer,
  ): Promise<CommitmentOpening> {
    return this.dataSource.transaction(async (manager) => {
      const row = await this.balances.lock(manager, commitmentId);
      if (!row || !mayActIn(staff, row.municipalityId, openingRoles)) throw new Refused('not.found');
      if (row.version !== version) throw new Refused('version.stale');
      const now = this.clock.now();
      const after = opening && Object.assign({}, opening, { source: opening.source.trim() });
      const fault = after && openingDayFault(after.asOf, row, stockholmDate(now));
      if (fault) throw invalidField('opening.asOf', fault.code, fault.params);
      if (JSON.stringify(facts(row.opening)) === JSON.stringify(facts(after))) return viewOf(row, language);
      if (row.opening && reason.trim() === '') throw invalidField('reason', 'required');
      await this.balances.store(manager, commitmentId, after, now);
      await this.log.append(manager, {
        at: now,
        actorAccountId: staff.accountId,
        municipalityId: row.municipalityId,
        type: 'opening.changed',
        subjectId: commitmentId,
        changes: { before: row.opening, after, reason: reason.trim() || null },
      });
      return viewOf({ ...row, opening: after, version: row.version + 1 }, language);
    });
  }
}

const facts = (opening: OpeningRow['opening']): unknown =>
  opening && [opening.count, opening.asOf, opening.source];

const viewOf = (row: OpeningRow, language: Language): CommitmentOpening => ({
  id: row.id,
  number: row.number,
  title: inLanguage(row.title, language),
  promise: inLanguage(row.promise, language),
  target: row.target,
  from: row.startsOn,
  firstLoggedOn: row.firstLoggedOn,
  opening: row.opening,
  version: row.version,
});
