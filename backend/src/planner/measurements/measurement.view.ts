import type { MeasuredFigures, SpeedMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import { coarse } from './speed-figures.rules.js';
import type { MeasurementRow, NewMeasurement } from './measurement.repository.js';

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** What was measured, as the police read it. */
export const figuresView = (
  given: Pick<
    NewMeasurement,
    'fromAt' | 'toAt' | 'passages' | 'mean' | 'meanFrom' | 'p85' | 'p85From' | 'overLimit' | 'bands'
  >,
): MeasuredFigures => ({
  fromAt: given.fromAt.toISOString(),
  toAt: given.toAt.toISOString(),
  passages: given.passages,
  mean: tenth(given.mean),
  meanFrom: given.meanFrom,
  p85: given.p85 === null ? null : tenth(given.p85),
  p85From: given.p85From,
  overLimit: given.overLimit,
  bands: coarse(given.bands),
});

/** A measurement of a stretch, as the police read it. */
export const measurementView = (row: MeasurementRow): SpeedMeasurement =>
  Object.assign(figuresView(row), {
    id: row.id,
    source: row.source,
    measuredBy: row.measuredBy,
    direction: row.direction,
    postedLimit: row.postedLimit,
    form: row.form,
    refused: row.refused,
    leftOut: row.leftOut,
    uploadedAt: row.uploadedAt.toISOString(),
    version: row.version,
  });
