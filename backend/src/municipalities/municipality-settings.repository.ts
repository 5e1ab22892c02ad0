import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The settings of a municipality, locked while they are changed. */
@Injectable()
export class MunicipalitySettingsRepository {
  async lock(manager: EntityManager, municipalityId: string): Promise<MunicipalitySettings> {
    const [row] = await manager.query<{ settings: MunicipalitySettings }[]>(
      'SELECT settings FROM municipalities WHERE id = $1 FOR NO KEY UPDATE',
      [municipalityId],
    );
    if (!row) throw new Error(`No municipality ${municipalityId}`);
    return row.settings;
  }

  async store(
    manager: EntityManager,
    municipalityId: string,
    settings: MunicipalitySettings,
    now: Date,
  ): Promise<void> {
    await manager.query('UPDATE municipalities SET settings = $2, updated_at = $3 WHERE id = $1', [
      municipalityId,
      JSON.stringify(settings),
      now,
    ]);
  }
}
