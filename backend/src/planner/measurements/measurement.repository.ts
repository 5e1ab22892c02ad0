import type {
  MeanWay,
  MeasurementForm,
  MeasurementSource,
  Measurer,
  PercentileWay,
} from '@lofteskartan/shared/measurements';
import type { SpeedLimit } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { family } from '../stretch-detail.repository.js';
import type { Band, HourSum } from './speed-figures.rules.js';

/** A measurement as it is written. */
export interface NewMeasurement {
  readonly source: MeasurementSource;
  readonly measuredBy: Measurer;
  readonly direction: string | null;
  readonly postedLimit: SpeedLimit | null;
  readonly form: MeasurementForm;
  readonly fromAt: Date;
  readonly toAt: Date;
  readonly passages: number;
  readonly mean: number;
  readonly meanFrom: MeanWay;
  readonly deviation: number | null;
  readonly p85: number | null;
  readonly p85From: PercentileWay;
  readonly overLimit: number | null;
  readonly bands: readonly Band[];
  readonly byHour: readonly number[] | null;
  readonly byWeekday: readonly number[] | null;
  readonly refused: number;
  readonly leftOut: number;
}

/** A measurement as it is stored. */
export interface MeasurementRow extends NewMeasurement {
  readonly id: string;
  readonly uploadedAt: Date;
  readonly version: number;
}

/** All passages of an hour, as they are written. */
export type NewHour = Omit<HourSum, 'at'> & { readonly at: Date };

const columns = `m.id, m.source, m.measured_by AS "measuredBy", m.direction, m.posted_limit AS "postedLimit", m.form,
  m.from_at AS "fromAt", m.to_at AS "toAt", m.passages, m.mean, m.mean_from AS "meanFrom", m.deviation, m.p85,
  m.p85_from AS "p85From", m.over_limit AS "overLimit", m.bands, m.by_hour AS "byHour", m.by_weekday AS "byWeekday",
  m.refused, m.left_out AS "leftOut", m.uploaded_at AS "uploadedAt", m.version`;

const ofFamily = `${family}
  SELECT ${columns} FROM family JOIN speed_measurements m ON m.stretch_id = family.id
    JOIN stretches s ON s.id = m.stretch_id AND s.municipality_id = $1
  WHERE m.removed_at IS NULL`;

/** Measured speeds. What was taken away is not found. */
@Injectable()
export class MeasurementRepository {
  /** Those of a stretch and of what was merged into it, the latest first. */
  ofStretch(manager: EntityManager, municipalityId: string, stretchId: string): Promise<MeasurementRow[]> {
    return manager.query(`${ofFamily} ORDER BY m.to_at DESC, m.id`, [municipalityId, stretchId]);
  }

  /** One of a stretch or of what was merged into it, or null. */
  async find(
    manager: EntityManager,
    municipalityId: string,
    stretchId: string,
    id: string,
  ): Promise<MeasurementRow | null> {
    const [row] = await manager.query<MeasurementRow[]>(`${ofFamily} AND m.id = $3`, [
      municipalityId,
      stretchId,
      id,
    ]);
    return row ?? null;
  }

  /** Writes a measurement and its hours. @returns its id */
  async write(
    manager: EntityManager,
    stretchId: string,
    given: NewMeasurement,
    hours: readonly NewHour[],
    now: Date,
  ): Promise<string> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO speed_measurements (stretch_id, source, measured_by, direction, posted_limit, form, from_at, to_at, passages, mean,
         mean_from, deviation, p85, p85_from, over_limit, bands, by_hour, by_weekday, refused, left_out, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::integer[], $18::integer[], $19, $20, $21)
       RETURNING id`,
      [
        stretchId,
        given.source,
        given.measuredBy,
        given.direction,
        given.postedLimit,
        given.form,
        given.fromAt,
        given.toAt,
        given.passages,
        given.mean,
        given.meanFrom,
        given.deviation,
        given.p85,
        given.p85From,
        given.overLimit,
        JSON.stringify(given.bands),
        given.byHour,
        given.byWeekday,
        given.refused,
        given.leftOut,
        now,
      ],
    );
    if (!row) throw new Error('A measurement that was written is not there');
    await manager.query(
      `INSERT INTO speed_measurement_hours (measurement_id, hour_at, passages, speed_sum, bands)
       SELECT $1, given.at, given.passages, given."speedSum", given.bands
       FROM jsonb_to_recordset($2::jsonb) AS given (at timestamptz, passages integer, "speedSum" float8, bands jsonb)`,
      [row.id, JSON.stringify(hours)],
    );
    return row.id;
  }

  /** Takes one away, if it still has this version. @returns whether it did */
  async remove(manager: EntityManager, id: string, version: number, now: Date): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>(
      `UPDATE speed_measurements SET removed_at = $3, version = version + 1
       WHERE id = $1 AND version = $2 AND removed_at IS NULL RETURNING id`,
      [id, version, now],
    );
    return rows.length > 0;
  }
}
