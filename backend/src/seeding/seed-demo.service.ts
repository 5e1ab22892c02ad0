import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SubmitProposal } from '@lofteskartan/shared/contracts/proposals';
import { ConfirmActivityService } from '../medborgarlofte/confirm-activity.service.js';
import { ImportPromise } from '../medborgarlofte/import-promise.service.js';
import { LogActivityService } from '../medborgarlofte/log-activity.service.js';
import { KeepPopulation } from '../municipalities/population/keep-population.service.js';
import { atMoment, Clock } from '../platform/clock.js';
import type { IsoDate } from '../platform/dates.js';
import type { StaffMember } from '../platform/staff-member.js';
import { MoveProposalService } from '../proposals/move-proposal.service.js';
import { NoteProposalService } from '../proposals/note-proposal.service.js';
import { ProjectProposal } from '../proposals/project-proposal.service.js';
import { ProposalWishes } from '../proposals/proposal-wishes.service.js';
import { PublishProposalService } from '../proposals/publish-proposal.service.js';
import { SubmitProposalService } from '../proposals/submit-proposal.service.js';
import type { DemoFile, DemoMove, DemoProposal } from './demo-file.js';
import { dayOfPromise, type DemoCalendar, demoPlan, type DemoStep, handlers } from './demo-plan.js';
import { SeedFollowUp } from './seed-follow-up.service.js';
import { positionOf } from './demo-position.js';
import { SeedPlan } from './seed-plan.service.js';
import { SeedBodies } from './seed-bodies.service.js';
import { SeedDialogues, type ToldDialogue } from './seed-dialogues.service.js';
import { SeedInventory } from './seed-inventory.service.js';
import { type SeededCommitment, type SeededPlace, SeedingRepository } from './seeding.repository.js';

/** What the story has come to. */
interface Stage {
  readonly manager: EntityManager;
  readonly municipality: { readonly id: string; readonly slug: string };
  readonly places: readonly SeededPlace[];
  readonly commitments: ReadonlyMap<string, SeededCommitment>;
  readonly people: ReadonlyMap<string, StaffMember>;
  /** Ids of the register's bodies by their names. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly proposals: Map<string, { readonly id: string; readonly reference: string; readonly sentAt: Date }>;
  readonly activities: Map<string, string>;
  /** When they were, by their ids in the file. */
  readonly days: Map<string, IsoDate>;
}

/** Tells the example data: everything passes through the services that residents and staff use, each at its own moment. */
@Injectable()
export class SeedDemo {
  constructor(
    private readonly repository: SeedingRepository,
    private readonly clock: Clock,
    private readonly promises: ImportPromise,
    private readonly submit: SubmitProposalService,
    private readonly wishes: ProposalWishes,
    private readonly publish: PublishProposalService,
    private readonly move: MoveProposalService,
    private readonly notes: NoteProposalService,
    private readonly projection: ProjectProposal,
    private readonly log: LogActivityService,
    private readonly confirm: ConfirmActivityService,
    private readonly followUp: SeedFollowUp,
    private readonly bodies: SeedBodies,
    private readonly inventory: SeedInventory,
    private readonly dialogues: SeedDialogues,
    private readonly population: KeepPopulation,
    private readonly plan: SeedPlan,
  ) {}

  /** Tells a municipality's example data in the caller's transaction. @returns dialogues that more is to be told of afterwards */
  async seed(
    manager: EntityManager,
    municipality: Stage['municipality'],
    file: DemoFile,
    people: ReadonlyMap<string, StaffMember>,
  ): Promise<readonly ToldDialogue[]> {
    const commitments = await this.repository.commitments(manager, municipality.id);
    const [first] = commitments;
    if (!first) throw new Error('Example data needs a promise');
    const now = this.clock.now();
    const calendar: DemoCalendar = { now, startsOn: first.startsOn, endsOn: first.endsOn };
    const stage: Stage = {
      manager,
      municipality,
      places: await this.repository.places(manager, municipality.id),
      commitments: new Map(commitments.map((commitment) => [commitment.slug, commitment])),
      people,
      bodies: await this.bodies.giveAddresses(manager, municipality.id, file.bodyAddresses ?? {}),
      proposals: new Map(),
      activities: new Map(),
      days: new Map(),
    };
    for (const opening of file.openings) {
      const asOf = dayOfPromise(opening, calendar);
      await this.promises.setOpening(manager, known(stage.commitments, opening.commitment).id, {
        ...opening,
        asOf,
      });
    }
    for (const step of demoPlan(file, calendar)) await atMoment(step.at, () => this.take(step, stage));
    for (const { id, support = 0 } of file.proposals) {
      const proposal = known(stage.proposals, id);
      await this.repository.addSupporters(manager, proposal.id, support, [proposal.sentAt, now]);
      await this.projection.recountSupport(manager, proposal.id);
    }
    await this.inventory.seed(file, {
      ...stage,
      municipality: municipality.slug,
      officer: known(people, 'handlaggare'),
    });
    for (const year of file.population ?? [])
      await this.population.putWithin(
        manager,
        { staff: known(people, 'samordnare'), slug: municipality.slug },
        year,
      );
    const dialogues = await this.dialogues.seed(file.dialogues ?? [], {
      ...stage,
      officer: known(people, 'handlaggare'),
    });
    if (file.policePlan) await this.plan.tell(file.policePlan, stage);
    await this.repository.markDemo(manager, municipality.id);
    return dialogues;
  }

  private async take(step: DemoStep, stage: Stage): Promise<void> {
    const { manager, people } = stage;
    switch (step.do) {
      case 'submit':
        return this.send(step.proposal, step.at, stage);
      case 'release-words':
      case 'keep-words': {
        const text = step.do === 'release-words' ? 'release' : 'keep-back';
        const reason = text === 'keep-back' ? 'Texten pekar ut personer.' : null;
        const proposalId = known(stage.proposals, step.proposal.id).id;
        await this.publish.publish(manager, {
          proposalId,
          text,
          reason,
          actor: known(people, 'handlaggare'),
        });
        return;
      }
      case 'note': {
        const actor = known(people, handlers[step.proposal.kind]);
        const proposalId = known(stage.proposals, step.proposal.id).id;
        return this.notes.write(manager, { proposalId, text: step.proposal.note ?? '', actor });
      }
      case 'plan':
        return this.moveOn(step.proposal, { to: 'planned', days: 0 }, stage);
      case 'move':
        return this.moveOn(step.proposal, step.move, stage);
      case 'follow-up':
        return this.followUp.tell(step, stage);
      case 'log':
        return this.logActivity(step, stage);
      case 'confirm': {
        const viewer = { staff: known(people, 'samordnare'), language: 'sv' } as const;
        await this.confirm.confirmIn(manager, known(stage.activities, step.activity.id), viewer);
      }
    }
  }

  private async send(proposal: DemoProposal, sentAt: Date, stage: Stage): Promise<void> {
    const { manager, municipality, places } = stage;
    const { kind, placeName, description, details } = proposal;
    const body: SubmitProposal = { kind, municipality: municipality.slug, placeName, description, details };
    if (proposal.at) body.position = positionOf(proposal.at, places);
    const { reference } = await this.submit.take(manager, body, 'sv');
    const [wish] = await this.wishes.byReferences(manager, municipality.id, [reference], []);
    if (!wish) throw new Error(`${proposal.id} went to another municipality`);
    stage.proposals.set(proposal.id, { id: wish.id, reference, sentAt });
  }

  private async moveOn(proposal: DemoProposal, move: DemoMove, stage: Stage): Promise<void> {
    const by = move.by ?? handlers[proposal.kind];
    const bodyId = (move.responsible && stage.bodies.get(move.responsible)) || null;
    await this.move.move(stage.manager, {
      proposalId: known(stage.proposals, proposal.id).id,
      to: move.to,
      actor: by === 'sender' ? null : known(stage.people, by),
      publicText: move.text ?? null,
      reason: move.reason ?? null,
      responsible: move.responsible ?? null,
      // Nothing is mailed: what the example data tells has already happened.
      ...(bodyId ? { referral: { bodyId, asked: move.asked ?? null, mail: false } } : {}),
      ...(move.commitment ? { commitment: known(stage.commitments, move.commitment) } : {}),
      duplicateOfReference: move.of ? known(stage.proposals, move.of).reference : null,
    });
  }

  private async logActivity(step: Extract<DemoStep, { do: 'log' }>, stage: Stage): Promise<void> {
    const { activity, occurredOn, endedAt } = step;
    const commitment = known(stage.commitments, activity.commitment);
    const { milestone, ...result } = activity.result ?? {};
    const logged = await this.log.log(
      stage.manager,
      {
        commitmentId: commitment.id,
        occurredOn,
        publicText: activity.text,
        position: activity.at && positionOf(activity.at, stage.places),
        proposalReferences: (activity.serves ?? []).map((id) => known(stage.proposals, id).reference),
        result: {
          ...result,
          ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
          ...(milestone ? { milestoneId: commitment.milestones[milestone] } : {}),
        },
        onBehalfOf: activity.onBehalfOf,
        sourceNote: activity.sourceNote,
      },
      { staff: known(stage.people, activity.by), language: 'sv' },
    );
    stage.activities.set(activity.id, logged.id);
    stage.days.set(activity.id, occurredOn);
  }
}

function known<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The example data names ${key}, which is not there`);
  return value;
}
