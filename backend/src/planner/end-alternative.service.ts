import type { AlternativeOutcome, EndAlternative } from '@lofteskartan/shared/contracts/stretch-alternatives';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import { SeveralProposals } from '../triage/several-proposals.service.js';
import type { TriageViewer } from '../triage/triage-item.view.js';
import { AlternativeRepository } from './alternative.repository.js';
import { mayTellOfMeasurement, stepsAfter, takenUpBecause } from './alternative.rules.js';
import { PlannerAccess } from './planner-access.service.js';
import type { AlternativeRow } from './stretch-detail.repository.js';
import { StretchRepository } from './stretch.repository.js';
import { TellAlternative } from './tell-alternative.service.js';

/** Ends what was arranged instead of a check: how it went is told to the same people. */
@Injectable()
export class EndAlternativeService {
  constructor(
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly access: PlannerAccess,
    private readonly stretches: StretchRepository,
    private readonly alternatives: AlternativeRepository,
    private readonly several: SeveralProposals,
    private readonly telling: TellAlternative,
  ) {}

  /**
   * Ends an alternative and tells those who were answered with it how it went.
   * @throws Refused `not.found`; `version.stale`; `input.invalid` for a measurement that is not the stretch’s
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
        await this.checkMeasurement(manager, row, given);
        const { version, state, publicText: resultText, measurementId = null } = given;
        const at = this.clock.now();
        if (!(await this.alternatives.end(manager, id, { version, state, resultText, measurementId, at })))
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
        return this.telling.along(manager, viewer, { reference, version: wish.version }, steps, words);
      },
    });
    return this.telling.outcome(municipalityId, id, outcome);
  }

  /** A municipal measurement that was done may tell of what is measured on its stretch. */
  private async checkMeasurement(
    manager: EntityManager,
    { kind, stretchId }: AlternativeRow,
    { state, measurementId }: EndAlternative,
  ): Promise<void> {
    if (measurementId === undefined) return;
    if (!mayTellOfMeasurement(kind, state)) throw invalidField('measurementId', 'invalid');
    if (!(await this.alternatives.isMeasuredThere(manager, stretchId, measurementId)))
      throw invalidField('measurementId', 'notFound');
  }
}
