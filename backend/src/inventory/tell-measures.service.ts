import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { stockholmDate } from '../platform/dates.js';
import { invalidField } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { CompleteByMeasure } from '../proposals/complete-by-measure.service.js';
import { isOpen } from '../proposals/proposal-moves.rules.js';
import { secretsOf } from '../proposals/secrecy.rules.js';
import { CaseCausesRepository } from './case-causes.repository.js';
import { MeasureRepository } from './measure.repository.js';
import { PlaceFactsRepository } from './place-facts.repository.js';
import type { PlaceRecord } from './place.repository.js';
import { endsIt, isToldOf } from './tell-measure.rules.js';

/** Tells those whose proposals belong to a place of a measure that no activity tells of. Nothing is counted by it. */
@Injectable()
export class TellMeasures {
  constructor(
    private readonly clock: Clock,
    private readonly facts: PlaceFactsRepository,
    private readonly measures: MeasureRepository,
    private readonly causes: CaseCausesRepository,
    private readonly completing: CompleteByMeasure,
  ) {}

  /** Tells of care that truly was done, and was told to nobody because other care that has been taken back was told before it. */
  async tellCareAgain(
    manager: EntityManager,
    actor: StaffMember,
    place: Pick<PlaceRecord, 'id' | 'municipalityId'>,
  ): Promise<void> {
    const care = (await this.measures.ofPlace(manager, place.id)).filter(
      ({ isCare, isPublic, isTold, doneOn, activityId }) =>
        isCare && isPublic && !isTold && doneOn !== null && activityId === null,
    );
    for (const { id } of care) await this.tell(manager, actor, place, id);
  }

  /**
   * The same for proposals that were linked to a place after a measure of it was done: the others have been told.
   * @throws Refused `input.invalid` for a measure that everyone does not read to be done here, that an activity tells of, or that recurs in the wheel
   */
  async tellLinked(
    manager: EntityManager,
    actor: StaffMember,
    place: Pick<PlaceRecord, 'id' | 'municipalityId'>,
    measureId: string,
    references: readonly string[],
  ): Promise<void> {
    const measure = (await this.measures.ofPlace(manager, place.id)).find(({ id }) => id === measureId);
    if (!measure?.isPublic || measure.isCare || measure.doneOn === null || measure.activityId !== null)
      throw invalidField('tellOf', 'notFound');
    await this.tell(manager, actor, place, measureId, references);
  }

  /** Ends the proposals that a measure puts right, but for those that wait for more, and has the people behind all of them told, in the caller's transaction, which holds the lock on the place. @param references those that are told; all of the place where it is null */
  async tell(
    manager: EntityManager,
    actor: StaffMember,
    { id: placeId, municipalityId }: Pick<PlaceRecord, 'id' | 'municipalityId'>,
    measureId: string,
    references: readonly string[] | null = null,
  ): Promise<void> {
    const all = await this.measures.ofPlace(manager, placeId);
    const measure = all.find(({ id }) => id === measureId);
    if (!measure?.doneOn || measure.text === null) return;
    const { doneOn, text: publicText } = measure;
    const others = all.filter(({ id }) => id !== measureId);
    const doneBefore = others.filter(({ isPublic }) => isPublic).flatMap((each) => each.doneOn ?? []);
    const linked = (await this.facts.linked(manager, placeId, secretsOf(actor.memberships))).filter(
      ({ reference }) => references === null || references.includes(reference),
    );
    // What is secret for others is theirs to end: they read that something was done, and nobody else that it is there.
    const unknown =
      references === null ? await this.facts.unknown(manager, placeId, secretsOf(actor.memberships)) : [];
    const causes = await this.causes.of(
      manager,
      [...linked, ...unknown].map(({ id }) => id),
    );
    const told = [...linked, ...unknown]
      .map(({ id, status, createdAt }) => ({
        id,
        status,
        sentOn: stockholmDate(createdAt),
        causes: causes.get(id) ?? [],
      }))
      .filter((proposal) => isToldOf({ ...measure, doneOn }, proposal, doneBefore));
    if (told.length === 0) return;
    const now = this.clock.now();
    const isUnknown = ({ id }: { readonly id: string }) => unknown.some((each) => each.id === id);
    const open = told.filter((each) => !isUnknown(each));
    const secret = told.filter((each) => isUnknown(each) && isOpen(each.status)).map(({ id }) => id);
    await this.completing.noteUnknown(manager, secret, { measureId, doneOn, now });
    if (open.length === 0) return;
    await this.completing.done(manager, {
      measureId,
      municipalityId,
      proposalIds: open.map(({ id }) => id),
      waitingIds: open.filter((each) => !endsIt(measure, each, others)).map(({ id }) => id),
      doneOn,
      publicText,
      actor,
      now,
    });
    await this.measures.told(manager, measureId, now);
  }
}
