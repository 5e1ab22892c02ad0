import type { Placement } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import type { LocalityRecord, MunicipalityRecord } from '../municipalities/municipality-record.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { roadNameOf } from './details.rules.js';
import { placementWithoutPosition, type Submission } from './submission.rules.js';

/** Where a submission goes. */
export interface Place {
  readonly municipality: MunicipalityRecord;
  /** The nearest locality; null without a position. */
  readonly locality: LocalityRecord | null;
  readonly placement: Placement;
  /** Whether the road that it names is in the municipality's place list. */
  readonly roadListed: boolean;
}

/** Finds out where a submission goes. */
@Injectable()
export class PlaceSubmission {
  constructor(private readonly municipalities: MunicipalityLookup) {}

  /**
   * The municipality follows from the position, even when another is named; without a position from its name.
   * @throws Refused `position.outside`, `input.invalid` (an unknown municipality)
   */
  async place(manager: EntityManager, submission: Submission): Promise<Place> {
    const found = await this.find(manager, submission);
    const road = roadNameOf(submission.kind, submission.details);
    const roadListed =
      road !== null && (await this.municipalities.isListedRoad(manager, found.municipality.id, road));
    return { ...found, roadListed };
  }

  private async find(manager: EntityManager, submission: Submission): Promise<Omit<Place, 'roadListed'>> {
    const { position, municipality: slug } = submission;
    if (position) {
      const holding = await this.municipalities.holding(manager, position);
      if (!holding)
        throw new Refused('position.outside', { errors: [{ field: 'position', code: 'outside' }] });
      const { municipality, placement } = holding;
      const locality = await this.municipalities.nearestLocality(manager, municipality.id, position);
      return { municipality, placement, locality };
    }
    const municipality = await this.municipalities.bySlug(manager, slug ?? '');
    if (!municipality) throw invalidField('municipality', 'notFound');
    return { municipality, placement: placementWithoutPosition(submission), locality: null };
  }
}
