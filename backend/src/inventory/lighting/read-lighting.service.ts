import type { Lighting, LightingQuery } from '@lofteskartan/shared/contracts/lighting';
import { LIGHT_NEAR_METRES } from '@lofteskartan/shared/inventory';
import { isPosition, parseNumbers } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Refused } from '../../platform/problem/refused.js';
import { LightingRepository } from './lighting.repository.js';

/** What everyone may know of a municipality's lighting: all that it has told. */
@Injectable()
export class ReadLighting {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly lighting: LightingRepository,
  ) {}

  /** @throws Refused `not.found` */
  async list({ municipality: slug, near }: LightingQuery): Promise<Lighting> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlug(manager, slug);
    if (!municipality) throw new Refused('not.found');
    const position = parseNumbers(near, 2);
    if (isPosition(position))
      return { items: await this.lighting.near(manager, municipality.id, position, LIGHT_NEAR_METRES) };
    // Lamp 2 stands before lamp 10.
    const numbers = new Intl.Collator('sv', { numeric: true });
    const items = await this.lighting.ofMunicipality(manager, municipality.id);
    return { items: items.sort((a, b) => numbers.compare(a.number, b.number)) };
  }
}
