import type { ChangeRecord, RecordView } from '@lofteskartan/shared/contracts/records';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityRecords } from '../medborgarlofte/activity-records.service.js';
import { Clock } from '../platform/clock.js';
import { isIsoDate } from '../platform/dates.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { MarkSecretService } from '../proposals/mark-secret.service.js';
import { mayOpenSecret } from '../proposals/secrecy.rules.js';
import { ReadTriageProposalService } from '../triage/read-triage-proposal.service.js';
import { RecordRepository, type RecordSubject, type StoredRecord } from './record.repository.js';
import { controllerOf, type PossibleController } from './record.rules.js';
import { RetentionRepository } from './retention.repository.js';
import { type RetentionFacts, termOf } from './retention.rules.js';

/** Something of which a record is kept, as far as its record asks about it. */
interface Kept {
  readonly subject: RecordSubject;
  readonly municipalityId: string;
  readonly controller: PossibleController | null;
  readonly possible: readonly PossibleController[];
  readonly retention: RetentionFacts & { readonly disposedAt: Date | null };
}

/** Who keeps a record, and of what. */
export interface RecordCall {
  readonly staff: StaffMember;
  readonly language: Language;
  readonly of: { readonly reference: string } | { readonly activityId: string };
}

const nothing: StoredRecord = {
  registryNumber: null,
  controllerId: null,
  secrecyGround: null,
  secrecyBy: null,
  secrecyAt: null,
  disposeAfter: null,
  decision: null,
  hold: null,
  version: 0,
};

/** Registry number, secrecy, controller and disposal of a proposal or an activity of one's own municipality. */
@Injectable()
export class KeepRecordService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly triage: ReadTriageProposalService,
    private readonly activities: ActivityRecords,
    private readonly secrecy: MarkSecretService,
    private readonly records: RecordRepository,
    private readonly retention: RetentionRepository,
  ) {}

  /**
   * What is kept of it.
   * @throws Refused `not.found`, also for what is secret and another organisation's
   */
  read(call: RecordCall): Promise<RecordView> {
    return this.dataSource.transaction((manager) => this.of(manager, call));
  }

  /** The same in the caller's transaction. */
  async of(manager: EntityManager, call: RecordCall): Promise<RecordView> {
    return this.view(manager, await this.kept(manager, call));
  }

  /**
   * Stores what is kept of it and logs what changed. A mark of secrecy holds at once.
   * @throws Refused `not.found`, `input.invalid`, `record.notYours` for a mark that only another organisation may set or lift,
   *   `version.stale`
   */
  change(call: RecordCall, given: ChangeRecord): Promise<RecordView> {
    return this.dataSource.transaction(async (manager) => {
      const kept = await this.kept(manager, call);
      const before = (await this.records.of(manager, kept.subject)) ?? nothing;
      if (given.disposal && !isIsoDate(given.disposal.after))
        throw invalidField('disposal.after', 'notADate');
      const controller = given.controller
        ? kept.possible.find(({ id }) => id === given.controller)
        : kept.controller;
      if (!controller) throw invalidField('controller', 'notFound');
      const { municipalityId, subject } = kept;
      const touchesSecrecy = given.secrecyGround !== undefined || before.secrecyGround !== null;
      const secret = { municipalityId, secretFor: controller.id };
      if (touchesSecrecy && !mayOpenSecret(secret, call.staff.memberships))
        throw new Refused('record.notYours');
      if (given.version !== before.version) throw new Refused('version.stale');
      const now = this.clock.now();
      const isSecret = given.secrecyGround !== undefined;
      // The mark locks the case; what is saved of it holds on to the proposal, and comes after as everywhere.
      if (touchesSecrecy) await this.mark(manager, subject, isSecret ? controller.id : null);
      await this.records.save(
        manager,
        municipalityId,
        subject,
        {
          registryNumber: given.registryNumber?.trim() ?? null,
          controllerId: given.controller ?? null,
          secrecyGround: given.secrecyGround?.trim() ?? null,
          secrecyByAccountId: isSecret ? call.staff.accountId : null,
          secrecyAt: isSecret ? now : null,
          disposeAfter: given.disposal?.after ?? null,
          decision: given.disposal?.decision.trim() ?? null,
          hold: given.hold?.trim() ?? null,
        },
        now,
      );
      const after = await this.view(manager, kept);
      await this.records.append(manager, {
        municipalityId,
        at: now,
        actorAccountId: call.staff.accountId,
        type: 'record-changed',
        subject,
        changes: { before, after: (await this.records.of(manager, subject)) ?? nothing },
      });
      return after;
    });
  }

  private mark(manager: EntityManager, subject: RecordSubject, organisationId: string | null): Promise<void> {
    return 'proposalId' in subject
      ? this.secrecy.mark(manager, subject.proposalId, organisationId)
      : this.activities.markSecret(manager, subject.activityId, organisationId);
  }

  private async kept(manager: EntityManager, { staff, language, of }: RecordCall): Promise<Kept> {
    if ('activityId' in of) {
      const facts = await this.activities.own(manager, of.activityId, staff);
      const possible = await this.records.controllers(manager, facts.municipalityId);
      const [retention] = await this.retention.activities(manager, { ids: [facts.id] });
      return {
        subject: { activityId: facts.id },
        municipalityId: facts.municipalityId,
        controller: possible.find(({ id }) => id === facts.organisationId) ?? possible[0] ?? null,
        possible,
        retention: keptRetention(retention),
      };
    }
    const { id, municipalityId, kind, commitmentId } = await this.triage.own(
      manager,
      { staff, language },
      of.reference,
    );
    const possible = await this.records.controllers(manager, municipalityId);
    const ownerId = await this.records.ownerOf(manager, commitmentId);
    const [retention] = await this.retention.proposals(manager, { ids: [id] });
    return {
      subject: { proposalId: id },
      municipalityId,
      controller: controllerOf({ kind, ownerId }, possible),
      possible,
      retention: keptRetention(retention),
    };
  }

  private async view(manager: EntityManager, kept: Kept): Promise<RecordView> {
    const record = (await this.records.of(manager, kept.subject)) ?? nothing;
    const controller = kept.possible.find(({ id }) => id === record.controllerId) ?? kept.controller;
    if (!controller) throw new Error('A municipality without an organisation');
    const { disposeAfter: after, decision } = record;
    const own = after !== null && decision !== null ? { after, decision } : null;
    const term = termOf({ ...kept.retention, own });
    return {
      registryNumber: record.registryNumber,
      controller: { id: controller.id, name: controller.name },
      controllerChosen: record.controllerId !== null,
      controllers: kept.possible.map(({ id, name }) => ({ id, name })),
      secrecy:
        record.secrecyGround !== null && record.secrecyBy !== null && record.secrecyAt !== null
          ? { ground: record.secrecyGround, by: record.secrecyBy, at: record.secrecyAt.toISOString() }
          : null,
      disposal: {
        after: own?.after ?? term?.after ?? null,
        decision: own?.decision ?? kept.retention.rule?.decision ?? null,
        own: own !== null,
      },
      hold: record.hold,
      disposedAt: kept.retention.disposedAt?.toISOString() ?? null,
      version: record.version,
    };
  }
}

function keptRetention(facts: Kept['retention'] | undefined): Kept['retention'] {
  if (!facts) throw new Error('Something was locked and is not there');
  return facts;
}
