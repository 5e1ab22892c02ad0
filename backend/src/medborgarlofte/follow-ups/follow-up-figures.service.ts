import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FollowedCommitment } from '@lofteskartan/shared/contracts/follow-ups';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../../platform/dates.js';
import { commitmentView } from '../commitment.view.js';
import { type PromiseRow, PromisesRepository } from '../promises.repository.js';
import { inLanguage } from '../words.js';
import { isBehind } from './follow-up.rules.js';

/** A promise as everyone would read it on a day. */
export interface PromiseOnDay {
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
  readonly commitments: Pick<FollowedCommitment, keyof FollowedCommitment>[];
}

/** Computes the figures of a day from what is released: what was done later, or is not public, is not among them. */
@Injectable()
export class FollowUpFigures {
  constructor(private readonly promises: PromisesRepository) {}

  /** The promise with its commitments' progress on a day. */
  async onDay(
    manager: EntityManager,
    promise: PromiseRow,
    asOf: IsoDate,
    language: Language,
  ): Promise<PromiseOnDay> {
    const rows = await this.promises.commitmentsOf(manager, [promise.id]);
    const evidence = await this.promises.evidenceOf(
      manager,
      rows.map(({ id }) => id),
    );
    const areas = new Map(promise.focusAreas.map(({ slug, name }) => [slug, inLanguage(name, language)]));
    const commitments = rows.map((row) => {
      const view = commitmentView(row, {
        evidence: evidence.filter((each) => each.commitmentId === row.id && each.occurredOn <= asOf),
        yearlyTotals: [],
        waiting: null,
        today: asOf,
        language,
      });
      return {
        commitmentId: view.id,
        slug: view.slug,
        number: view.number,
        focusArea: areas.get(view.focusArea) ?? view.focusArea,
        title: view.title,
        text: view.text,
        owners: view.owners,
        progress: view.progress,
        behind: isBehind(view.progress),
      };
    });
    return { title: inLanguage(promise.title, language), from: promise.from, to: promise.to, commitments };
  }

  /** A promise, and the days that its opening balances cover. */
  async promise(
    manager: EntityManager,
    id: string,
  ): Promise<{ promise: PromiseRow; openings: IsoDate[] } | null> {
    const promise = await this.promises.byId(manager, id);
    if (!promise) return null;
    const rows = await this.promises.commitmentsOf(manager, [id]);
    return { promise, openings: rows.flatMap(({ openingAsOf }) => openingAsOf ?? []) };
  }
}
