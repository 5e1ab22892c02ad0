import type { Placement } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { canonicalJson } from '../platform/idempotency/canonical-json.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { AnswerDeadlines } from './answer-deadlines.service.js';
import {
  corrected,
  correctionFaults,
  differences,
  type Correctable,
  type CorrectionInput,
} from './correction.rules.js';
import { roadNameOf } from './details.rules.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository, type CorrectedProposal } from './proposal.repository.js';
import { publicationAfterCorrection } from './publication.rules.js';
import { personalDataIn, placementWithoutPosition } from './submission.rules.js';
import { organisationIn } from './viewer.rules.js';

/** A correction of what a resident sent. An empty place name removes it. */
export interface Correction extends CorrectionInput {
  readonly proposalId: string;
  readonly version?: number;
  readonly reason: string;
  readonly actor: StaffMember;
  readonly organisationId?: string | null;
}

/** Corrects kind, position, place name and details; what was sent stays in the event. */
@Injectable()
export class CorrectProposalService {
  constructor(
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly proposals: ProposalRepository,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
    private readonly deadlines: AnswerDeadlines,
  ) {}

  /**
   * Stores the correction with what was there before and brings the public view up to date.
   * @returns the proposal afterwards
   * @throws Refused `input.invalid` (nothing to correct, details without kind, another municipality …), `position.outside`,
   *   `version.stale`, `not.found`
   */
  async correct(manager: EntityManager, correction: Correction): Promise<ProposalRecord> {
    const { proposalId, version } = correction;
    await this.proposals.lock(manager, [proposalId]);
    const before = await this.proposals.byId(manager, proposalId);
    if (!before) throw new Refused('not.found');
    const errors = correctionFaults(before, correction);
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    const content = corrected(before, correction);
    const row = await this.row(manager, before, content, correction.position !== undefined);
    if (version !== undefined && version !== before.version) throw new Refused('version.stale');
    const now = this.clock.now();
    const publicBefore = await this.projection.publicView(manager, proposalId);
    await this.proposals.saveCorrection(manager, row, now);
    if (content.kind !== before.kind)
      await this.deadlines.recount(manager, { ...before, kind: content.kind });
    const publicAfter = await this.projection.publicView(manager, proposalId);
    await this.events.append(manager, {
      proposalId,
      at: now,
      type: 'corrected',
      // The public is told only of what it can see.
      audience: canonicalJson(publicBefore) === canonicalJson(publicAfter) ? 'staff' : 'public',
      actorAccountId: correction.actor.accountId,
      organisationId: correction.organisationId ?? organisationIn(correction.actor, before.municipalityId),
      reason: correction.reason,
      changes: differences(before, content),
    });
    await this.projection.project(manager, proposalId, now);
    const after = await this.proposals.byId(manager, proposalId);
    if (!after) throw new Error('A proposal vanished while it was corrected');
    return after;
  }

  private async row(
    manager: EntityManager,
    before: ProposalRecord,
    content: Correctable,
    placed: boolean,
  ): Promise<CorrectedProposal> {
    const { municipalityId } = before;
    if (placed && content.position) {
      const holding = await this.municipalities.holding(manager, content.position);
      if (!holding)
        throw new Refused('position.outside', { errors: [{ field: 'position', code: 'outside' }] });
      if (holding.municipality.id !== municipalityId) throw invalidField('position', 'otherMunicipality');
    }
    const locality = content.position
      ? await this.municipalities.nearestLocality(manager, municipalityId, content.position)
      : null;
    const road = roadNameOf(content.kind, content.details);
    const roadListed =
      road !== null && (await this.municipalities.isListedRoad(manager, municipalityId, road));
    const words = { ...content, description: before.description, roadListed };
    return {
      id: before.id,
      ...content,
      localityId: locality?.id ?? null,
      placement: placementOf(before, content, placed),
      roadListed,
      publication: publicationAfterCorrection(before.publication, words),
      personalData: personalDataIn(words),
    };
  }
}

/** How a corrected proposal has its place: as before, unless staff placed it or took its place away. */
function placementOf(before: ProposalRecord, content: Correctable, placed: boolean): Placement {
  if (content.position === null) return placementWithoutPosition(content);
  return placed ? 'by-staff' : before.placement;
}
