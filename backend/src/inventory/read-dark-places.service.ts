import type {
  DarkPlace,
  DarkPlaceItem,
  DarkPlaceList,
  DarkPlaceQuery,
} from '@lofteskartan/shared/contracts/dark-places';
import { groupsOf } from '@lofteskartan/shared/inventory';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { stockholmDate, type IsoDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import { inTurn, measureState, placeState } from './place.rules.js';
import { PublicPlaceRepository, type ReadPublicPlace } from './public-place.repository.js';

/** Places as everyone reads them. */
@Injectable()
export class ReadDarkPlaces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly places: PublicPlaceRepository,
  ) {}

  /** The public places of a municipality by name, or the one of a proposal; none where neither is named. */
  async list({ municipality, proposal }: DarkPlaceQuery): Promise<DarkPlaceList> {
    const rows = proposal
      ? await this.places.ofProposal(this.dataSource, proposal.toUpperCase())
      : await this.places.ofMunicipality(this.dataSource, municipality ?? '');
    const alphabet = new Intl.Collator('sv');
    const today = this.today();
    return {
      items: rows
        .map((row) => itemOf(row, today))
        .sort((a, b) => alphabet.compare(a.name, b.name) || a.reference.localeCompare(b.reference)),
    };
  }

  /** @throws Refused `not.found`, also for a place that is not public */
  async one(reference: string): Promise<DarkPlace> {
    const row = await this.places.one(this.dataSource, reference.toUpperCase());
    if (!row) throw new Refused('not.found');
    const { outline, description, when, seasons, body, photos, ratings, measures } = row.view;
    const today = this.today();
    return {
      ...itemOf(row, today),
      outline,
      description,
      when,
      seasons,
      body,
      photos,
      ratings,
      measures: inTurn(measures, today).map((each) => ({ ...each, state: measureState(each, today) })),
      proposals: await this.places.proposals(this.dataSource, row.proposalIds),
    };
  }

  private today(): IsoDate {
    return stockholmDate(this.clock.now());
  }
}

function itemOf(row: ReadPublicPlace, today: IsoDate): Pick<DarkPlaceItem, keyof DarkPlaceItem> {
  const { reference, municipality, locality, position, view, updatedAt } = row;
  return {
    reference,
    name: view.name,
    municipality,
    locality,
    position,
    causes: view.causes,
    groups: groupsOf(view.causes),
    state: placeState(view.measures, today),
    updatedAt: updatedAt.toISOString(),
  };
}
