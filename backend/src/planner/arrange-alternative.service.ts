import { randomUUID } from 'node:crypto';
import type {
  AlternativeOutcome,
  ArrangeAlternative,
} from '@lofteskartan/shared/contracts/stretch-alternatives';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../platform/clock.js';
import { isIsoDate } from '../platform/dates.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { SeveralProposals } from '../triage/several-proposals.service.js';
import type { TriageViewer } from '../triage/triage-item.view.js';
import { AlternativeRepository } from './alternative.repository.js';
import { stepsTo } from './alternative.rules.js';
import { PlannerAccess } from './planner-access.service.js';
import { StretchRepository } from './stretch.repository.js';
import { TellAlternative } from './tell-alternative.service.js';

/**
 * Arranges something else than a check, and tells those who asked: each wish by the moves that every answer takes, with the mails that
 * follow them.
 */
@Injectable()
export class ArrangeAlternativeService {
  constructor(
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly access: PlannerAccess,
    private readonly bodies: ResponsibleBodies,
    private readonly stretches: StretchRepository,
    private readonly alternatives: AlternativeRepository,
    private readonly several: SeveralProposals,
    private readonly telling: TellAlternative,
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
        const moved = await this.telling.along(manager, viewer, { reference, version }, steps, words);
        await this.begin(manager, viewer, { id, stretchId, responsible }, given);
        await this.alternatives.link(manager, id, wish.id);
        return moved;
      },
    });
    return this.telling.outcome(municipalityId, id, outcome);
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
}
