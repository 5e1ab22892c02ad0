import type { PhotoDecision, PublicationDecision } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused, type FieldFault } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { HoldTexts } from './block-list/hold-texts.service.js';
import { PhotoRepository } from './photo.repository.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { ProposalRepository } from './proposal.repository.js';
import { organisationIn } from './viewer.rules.js';

/** What was decided about a proposal's words and photos. */
export interface Publication {
  readonly proposalId: string;
  readonly version?: number;
  readonly text?: PublicationDecision;
  readonly photos?: readonly PhotoDecision[];
  readonly reason?: string | null;
  readonly actor: StaffMember;
  readonly organisationId?: string | null;
}

const stateOf = { release: 'released', 'keep-back': 'kept-back' } as const;
const eventOf = { release: 'published', 'keep-back': 'kept-back' } as const;

/** Releases a resident's words and photos, or keeps them back. */
@Injectable()
export class PublishProposalService {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly photos: PhotoRepository,
    private readonly events: ProposalEventRepository,
    private readonly projection: ProjectProposal,
    private readonly held: HoldTexts,
  ) {}

  /**
   * Stores the decisions with an event for each kind of them and brings the public view up to date.
   * @returns the proposal afterwards
   * @throws Refused `input.invalid` (nothing decided, or a photo of another proposal), `version.stale`, `not.found`
   */
  async publish(manager: EntityManager, publication: Publication): Promise<ProposalRecord> {
    const { proposalId, version, text, photos = [] } = publication;
    await this.proposals.lock(manager, [proposalId]);
    const before = await this.proposals.byId(manager, proposalId);
    if (!before) throw new Refused('not.found');
    // A secret photo is decided about when its mark has been lifted.
    const own = await this.photos.ofProposal(manager, proposalId);
    const known = new Set(own.filter(({ secret }) => !secret).map(({ id }) => id));
    const errors = faults(text, photos, known);
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    if (version !== undefined && version !== before.version) throw new Refused('version.stale');
    const now = this.clock.now();
    for (const { id, decision } of photos) await this.photos.savePublication(manager, id, stateOf[decision]);
    await this.proposals.savePublication(manager, proposalId, text ? stateOf[text] : before.publication, now);
    if (text) await this.held.decided(manager, proposalId, publication.actor);
    for (const decision of ['release', 'keep-back'] as const)
      await this.tell(manager, before, publication, decision, now);
    await this.projection.project(manager, proposalId, now);
    const after = await this.proposals.byId(manager, proposalId);
    if (!after) throw new Error('A proposal vanished while it was published');
    return after;
  }

  private async tell(
    manager: EntityManager,
    { id: proposalId, municipalityId }: ProposalRecord,
    { text, photos = [], reason, actor, organisationId }: Publication,
    decision: PublicationDecision,
    at: Date,
  ): Promise<void> {
    const decided = photos.filter((photo) => photo.decision === decision).map(({ id }) => id);
    if (text !== decision && decided.length === 0) return;
    await this.events.append(manager, {
      proposalId,
      at,
      type: eventOf[decision],
      audience: 'staff',
      actorAccountId: actor.accountId,
      organisationId: organisationId ?? organisationIn(actor, municipalityId),
      reason,
      changes: { text: text === decision, photos: decided },
    });
  }
}

function faults(
  text: PublicationDecision | undefined,
  photos: readonly PhotoDecision[],
  known: ReadonlySet<string>,
): FieldFault[] {
  if (text === undefined && photos.length === 0) return [{ field: 'text', code: 'required' }];
  return photos.flatMap(({ id }, index) =>
    known.has(id) ? [] : [{ field: `photos[${index}].id`, code: 'notFound' as const }],
  );
}
