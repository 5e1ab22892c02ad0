import { Injectable } from '@nestjs/common';
import { ImportLightingService } from '../inventory/lighting/import-lighting.service.js';
import { Clock } from '../platform/clock.js';
import { addDays, stockholmDate } from '../platform/dates.js';
import type { DemoLight } from './demo-file.js';
import { positionOf } from './demo-position.js';
import type { InventoryStage } from './seed-inventory.service.js';

const words = { dimmed: 'släckt', planned: 'planerad' } as const;

/** Reads in the lighting of the example data as a file, the way that staff do. */
@Injectable()
export class SeedLighting {
  constructor(
    private readonly clock: Clock,
    private readonly lighting: ImportLightingService,
  ) {}

  async seed(
    lights: readonly DemoLight[],
    { manager, municipality, officer: staff, places }: InventoryStage,
  ): Promise<void> {
    if (lights.length === 0) return;
    const today = stockholmDate(this.clock.now());
    const file = JSON.stringify({
      type: 'FeatureCollection',
      features: lights.map(({ at, kind, number, name, hours, plannedIn, text }) => ({
        geometry: { type: 'Point', coordinates: positionOf(at, places) },
        properties: {
          typ: words[kind],
          nummer: number,
          namn: name,
          tider: hours,
          datum: plannedIn === undefined ? undefined : addDays(today, plannedIn),
          text,
        },
      })),
    });
    const { refused, lines } = await this.lighting.save(
      manager,
      { staff, language: 'sv' },
      { municipality, file },
    );
    if (refused > 0) throw new Error(`Lamps of the example data were refused: ${JSON.stringify(lines)}`);
  }
}
