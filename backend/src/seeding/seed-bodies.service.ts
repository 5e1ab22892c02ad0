import type { SaveBody } from '@lofteskartan/shared/contracts/bodies';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../municipalities/bodies/responsible-bodies.service.js';

/** Fills the register of bodies that answer for places. */
@Injectable()
export class SeedBodies {
  constructor(private readonly bodies: ResponsibleBodies) {}

  /** Begins a register with the bodies of `responsible-bodies.json`; they are checked where they are stored. */
  begin(manager: EntityManager, municipalityId: string, file: unknown): Promise<void> {
    return this.bodies.begin(manager, municipalityId, (file as { items: readonly SaveBody[] }).items);
  }

  /** Gives bodies the addresses of the example data. @returns the ids of all by their names */
  async giveAddresses(
    manager: EntityManager,
    municipalityId: string,
    addresses: Readonly<Record<string, string>>,
  ): Promise<ReadonlyMap<string, string>> {
    const bodies = await this.bodies.list(manager, municipalityId);
    for (const { id, ...body } of bodies) {
      const email = addresses[body.name];
      if (email) await this.bodies.change(manager, municipalityId, id, { ...body, email });
    }
    return new Map(bodies.map(({ id, name }) => [name, id]));
  }
}
