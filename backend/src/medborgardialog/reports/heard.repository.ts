import type { PopulationYear } from '@lofteskartan/shared/contracts/population';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../platform/dates.js';
import type { HeardPlace } from './heard.rules.js';

/** Which dialogues were held, and for which localities. */
@Injectable()
export class HeardRepository {
  /** The dialogues of a municipality that were held and closed, the latest first. */
  held(
    manager: EntityManager,
    municipalityId: string,
  ): Promise<{ id: string; reference: string; heldOn: IsoDate }[]> {
    return manager.query(
      `SELECT d.id, d.reference, (d.starts_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "heldOn" FROM medborgardialoger d
       WHERE d.municipality_id = $1 AND d.status IN ('closed', 'reported', 'followed-up') ORDER BY d.starts_at DESC, d.reference`,
      [municipalityId],
    );
  }

  /** The population of a municipality by sex and age, as its administrators have told it. */
  populations(manager: EntityManager, municipalityId: string): Promise<PopulationYear[]> {
    return manager.query(
      'SELECT year, source, bands FROM municipality_populations WHERE municipality_id = $1 ORDER BY year',
      [municipalityId],
    );
  }

  /** The localities of a municipality with the days of the dialogues that were held for each. */
  places(manager: EntityManager, municipalityId: string): Promise<HeardPlace[]> {
    return manager.query(
      `SELECT l.name, l.population, ARRAY(
         SELECT (d.starts_at AT TIME ZONE 'Europe/Stockholm')::date::text FROM medborgardialog_localities dl
         JOIN medborgardialoger d ON d.id = dl.dialogue_id AND d.status IN ('closed', 'reported', 'followed-up')
         WHERE dl.locality_id = l.id) AS "heldOn"
       FROM localities l WHERE l.municipality_id = $1`,
      [municipalityId],
    );
  }
}
