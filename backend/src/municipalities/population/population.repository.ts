import type { PopulationYear } from '@lofteskartan/shared/contracts/population';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** How many live in municipalities, by year. */
@Injectable()
export class PopulationRepository {
  /** The years of a municipality, the latest first. */
  years(manager: EntityManager, municipalityId: string): Promise<PopulationYear[]> {
    return manager.query(
      'SELECT year, source, bands FROM municipality_populations WHERE municipality_id = $1 ORDER BY year DESC',
      [municipalityId],
    );
  }

  /** Keeps a year as it is given. */
  async keep(
    manager: EntityManager,
    municipalityId: string,
    { year, source, bands }: PopulationYear,
    now: Date,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO municipality_populations (municipality_id, year, source, bands, updated_at) VALUES ($1, $2, $3, $4::jsonb, $5)
       ON CONFLICT (municipality_id, year) DO UPDATE SET source = excluded.source, bands = excluded.bands, updated_at = excluded.updated_at`,
      [municipalityId, year, source, JSON.stringify(bands), now],
    );
  }

  async remove(manager: EntityManager, municipalityId: string, year: number): Promise<void> {
    await manager.query('DELETE FROM municipality_populations WHERE municipality_id = $1 AND year = $2', [
      municipalityId,
      year,
    ]);
  }
}
