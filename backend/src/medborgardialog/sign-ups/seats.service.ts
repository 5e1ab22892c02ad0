import type { SignUpCounts } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { SignUpRepository, type SignUpRecord } from './sign-up.repository.js';
import { needCounts, nextSeated } from './sign-up.rules.js';

type Counted = Pick<MedborgardialogRecord, 'id' | 'capacity'>;

const peopleOf = (signUps: readonly SignUpRecord[]): number =>
  signUps.reduce((sum, { people }) => sum + people, 0);

/** The seats of a medborgardialog. Who changes them holds the lock on its row: so they are never given twice. */
@Injectable()
export class Seats {
  constructor(
    private readonly clock: Clock,
    private readonly signUps: SignUpRepository,
  ) {}

  /** How many seats are free; none where nobody has to sign up. */
  async free(manager: EntityManager, { id, capacity }: Counted): Promise<number> {
    const living = await this.signUps.living(manager, id);
    return (capacity ?? 0) - peopleOf(living.filter(({ state }) => state === 'confirmed'));
  }

  /** Gives the free seats to those who wait, in their order. */
  async give(manager: EntityManager, { id, capacity }: Counted): Promise<void> {
    const waiting = (await this.signUps.living(manager, id)).filter(({ state }) => state === 'waiting');
    const free = capacity === null ? Infinity : await this.free(manager, { id, capacity });
    await this.signUps.become(manager, nextSeated(free, waiting), 'confirmed', this.clock.now());
  }

  /** What staff see: counts and needs. Null where nobody has to sign up. */
  async counts(manager: EntityManager, { id, capacity }: Counted): Promise<SignUpCounts | null> {
    if (capacity === null) return null;
    const living = await this.signUps.living(manager, id);
    const seated = living.filter(({ state }) => state === 'confirmed');
    const waiting = living.filter(({ state }) => state === 'waiting');
    return {
      capacity,
      seated: peopleOf(seated),
      waiting: peopleOf(waiting),
      needs: needCounts(seated),
    };
  }

  /** How many people have a seat in each of a municipality's medborgardialoger, by their id. */
  seatedIn(manager: EntityManager, municipalityId: string): Promise<ReadonlyMap<string, number>> {
    return this.signUps.seatedIn(manager, municipalityId);
  }

  /** Nothing leads from a sign-up to anybody any more. */
  forget(manager: EntityManager, { id }: Counted): Promise<void> {
    return this.signUps.forgetTokens(manager, id);
  }
}
