import { randomUUID } from 'node:crypto';
import type { ChosenProposal, OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import type {
  AlternativeOutcome,
  ArrangeAlternative,
  EndAlternative,
} from '@lofteskartan/shared/contracts/stretch-alternatives';
import type { MoveProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../platform/clock.js';
import { isIsoDate, stockholmDate } from '../platform/dates.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { ChangeTriageProposalService } from '../triage/change-triage-proposal.service.js';
import { SeveralProposals } from '../triage/several-proposals.service.js';
import type { TriageViewer } from '../triage/triage-item.view.js';
import { AlternativeRepository, type AlternativeWish } from './alternative.repository.js';
import { type AlternativeStep, stepsAfter, stepsTo, takenUpBecause } from './alternative.rules.js';
import { alternativeView } from './alternative.view.js';
import { PlannerAccess } from './planner-access.service.js';
import { StretchRepository } from './stretch.repository.js';

/**
 * Arranges something else than a check, and tells those who asked: each wish by the moves that every answer takes, with the mails that
 * follow them. How it went is told to the same people.
 */
@Injectable()
export class ArrangeAlternativeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly access: PlannerAccess,
    private readonly bodies: ResponsibleBodies,
    private readonly stretches: StretchRepository,
    private readonly alternatives: AlternativeRepository,
    private readonly several: SeveralProposals,
    private readonly moving: ChangeTriageProposalService,
  ) {}

  /**
   * Answers wishes of a stretch, each in a transaction of its own. Nothing is arranged when none could be answered.
   * @throws Refused `not.found`; `input.invalid` without a body; for each wish what a move of it refuses
   */
  async arrange(
    viewer: TriageViewer,
    { slug, stretchId, key }: { readonly slug: string; readonly stretchId: string; readonly key: string },
    given: ArrangeAlternative,
  ): Promise<AlternativeOutcome> {
    const { id: municipalityId } = await this.access.open(viewer.staff, slug);
    const route = `POST /planner/${slug}/stretches/${stretchId}/alternatives`;
    const begun = await this.idempotency.run({
      key,
      route: `${route} begun`,
      caller: viewer.staff.accountId,
      body: given,
      work: async (manager) => {
        const stretch = await this.stretches.find(manager, municipalityId, stretchId);
        if (!stretch || stretch.mergedIntoId !== null) throw new Refused('not.found');
        const responsible = await this.responsible(manager, municipalityId, given);
        return new Reply(201, { id: randomUUID(), responsible });
      },
    });
    const { id, responsible } = begun.body;
    const outcome = await this.several.each({
      viewer,
      key,
      route,
      body: given,
      act: async (manager, { reference, version }) => {
        const wish = await this.alternatives.wishOn(manager, stretchId, reference);
        if (!wish) throw new Refused('not.found');
        const steps = stepsTo(given.kind, wish.status);
        const { publicText, bodyId, asked } = given;
        const words = { publicText, responsible, bodyId, asked };
        const moved = await this.move(manager, viewer, { reference, version }, steps, words);
        await this.begin(manager, viewer, { id, stretchId, responsible }, given);
        await this.alternatives.link(manager, id, wish.id);
        return moved;
      },
    });
    return this.outcome(municipalityId, id, outcome);
  }

  /**
   * Ends an alternative and tells those who were answered with it how it went.
   * @throws Refused `not.found`, `version.stale`
   */
  async end(
    viewer: TriageViewer,
    { slug, id, key }: { readonly slug: string; readonly id: string; readonly key: string },
    given: EndAlternative,
  ): Promise<AlternativeOutcome> {
    const { id: municipalityId } = await this.access.open(viewer.staff, slug);
    const route = `POST /planner/${slug}/alternatives/${id}/results`;
    const ended = await this.idempotency.run({
      key,
      route: `${route} ended`,
      caller: viewer.staff.accountId,
      body: given,
      work: async (manager) => {
        const row = await this.alternatives.find(manager, municipalityId, id);
        if (!row) throw new Refused('not.found');
        const { version, state, publicText: resultText } = given;
        const at = this.clock.now();
        if (!(await this.alternatives.end(manager, id, { version, state, resultText, at })))
          throw new Refused('version.stale');
        const changes = { name: row.responsible, kind: row.kind, state };
        const event = { stretchId: row.stretchId, at, by: viewer.staff.accountId, changes };
        await this.stretches.append(manager, { ...event, type: 'result' });
        return new Reply(
          200,
          row.wishes.map((reference) => ({ reference, version: 0 })),
        );
      },
    });
    const outcome = await this.several.each({
      viewer,
      key,
      route,
      body: Object.assign({}, given, { proposals: ended.body }),
      act: async (manager, { reference }) => {
        const wish = await this.alternatives.wishOf(manager, id, reference);
        const steps = wish && stepsAfter(wish.status);
        if (!steps) throw new Refused('move.notAllowed');
        const words = { publicText: given.publicText, reason: takenUpBecause };
        return this.move(manager, viewer, { reference, version: wish.version }, steps, words);
      },
    });
    return this.outcome(municipalityId, id, outcome);
  }

  /** @returns the name of who does it */
  private async responsible(
    manager: EntityManager,
    municipalityId: string,
    { bodyId, responsible, dueOn }: ArrangeAlternative,
  ): Promise<string> {
    const body = bodyId ? await this.bodies.find(manager, municipalityId, bodyId) : null;
    if (bodyId && !body?.active) throw invalidField('bodyId', 'notFound');
    const name = body?.name ?? responsible?.trim();
    if (!name) throw invalidField('responsible', 'required');
    if (dueOn !== undefined && !isIsoDate(dueOn)) throw invalidField('dueOn', 'notADate');
    return name;
  }

  /** Takes a wish through moves; what everyone reads comes with the last. @returns its version then */
  private async move(
    manager: EntityManager,
    viewer: TriageViewer,
    { reference, version }: ChosenProposal,
    steps: readonly AlternativeStep[],
    words: Pick<MoveProposal, 'publicText' | 'reason' | 'responsible' | 'bodyId' | 'asked'>,
  ): Promise<AlternativeWish['version']> {
    let now = version;
    for (const [index, to] of steps.entries()) {
      const last = index === steps.length - 1;
      const { publicText, reason } = words;
      const more = last ? (to === 'referred' ? words : { publicText }) : { reason };
      now = (await this.moving.moveWithin(manager, viewer, reference, { to, version: now, ...more })).version;
    }
    return now;
  }

  private async begin(
    manager: EntityManager,
    { staff }: TriageViewer,
    begun: { readonly id: string; readonly stretchId: string; readonly responsible: string },
    { kind, publicText, dueOn }: ArrangeAlternative,
  ): Promise<void> {
    const at = this.clock.now();
    if (!(await this.alternatives.begin(manager, { ...begun, kind, publicText, dueOn: dueOn ?? null, at })))
      return;
    const changes = { name: begun.responsible, kind };
    const event = {
      stretchId: begun.stretchId,
      at,
      by: staff.accountId,
      type: 'alternative',
      changes,
    } as const;
    await this.stretches.append(manager, event);
  }

  private async outcome(
    municipalityId: string,
    id: string,
    outcome: OutcomeOfSeveral,
  ): Promise<AlternativeOutcome> {
    const row = await this.alternatives.find(this.dataSource.manager, municipalityId, id);
    return { alternative: row && alternativeView(row, stockholmDate(this.clock.now())), outcome };
  }
}
