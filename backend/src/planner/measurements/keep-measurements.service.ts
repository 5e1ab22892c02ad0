import type {
  MeasurementReport,
  RemoveMeasurement,
  SpeedMeasurement,
  StretchMeasurements,
  UploadMeasurement,
} from '@lofteskartan/shared/contracts/speed-measurements';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import { fieldSentence } from '../../platform/problem/sentences.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { PlannerAccess } from '../planner-access.service.js';
import { StretchRepository } from '../stretch.repository.js';
import { momentOf } from './measurement-cells.rules.js';
import { type MeasurementFile, readMeasurement } from './measurement-file.rules.js';
import { MeasurementRepository, type NewMeasurement } from './measurement.repository.js';
import { figuresView, measurementView } from './measurement.view.js';
import { ReadMeasurements } from './read-measurements.service.js';
import { hoursToKeep } from './speed-figures.rules.js';

/** Who keeps a measurement, and in which language. */
export interface MeasurementKeeper {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** The stretch on whose page somebody stands. */
export interface MeasuredPlace {
  readonly slug: string;
  readonly stretchId: string;
}

/** Reads in files of measured speeds, keeps what they come to, and takes a measurement away again. */
@Injectable()
export class KeepMeasurements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PlannerAccess,
    private readonly stretches: StretchRepository,
    private readonly measurements: MeasurementRepository,
    private readonly reading: ReadMeasurements,
  ) {}

  /**
   * What would be kept of a file. Nothing is.
   * @throws Refused `not.found`; `input.invalid` when the file cannot be read
   */
  async preview(
    { staff, language }: MeasurementKeeper,
    place: MeasuredPlace,
    given: UploadMeasurement,
  ): Promise<MeasurementReport> {
    const { manager } = this.dataSource;
    const municipalityId = await this.opened(manager, staff, place);
    const file = this.read(given);
    const measurement = measurementOf(file, given);
    return {
      form: file.form,
      accepted: file.accepted,
      refused: file.refused,
      leftOut: file.leftOut,
      otherDirection: file.otherDirection,
      ignoredColumns: file.ignoredColumns.map((column) => column.slice(0, 60)).slice(0, 50),
      faults: file.faults.map(({ code, ...fault }) => ({ ...fault, message: fieldSentence(language, code) })),
      directions: [...file.directions],
      figures: measurement && figuresView(measurement),
      alreadyThere: measurement !== null && (await this.isThere(manager, municipalityId, place, measurement)),
    };
  }

  /**
   * Keeps what a file comes to.
   * @throws Refused as `preview`; `input.invalid` when no line could be counted; `measurement.alreadyThere`
   */
  async store(
    manager: EntityManager,
    { staff }: MeasurementKeeper,
    place: MeasuredPlace,
    given: UploadMeasurement,
  ): Promise<SpeedMeasurement> {
    const municipalityId = await this.opened(manager, staff, place);
    const file = this.read(given);
    const measurement = measurementOf(file, given);
    if (!measurement || !file.figures)
      throw new Refused('input.invalid', { errors: [{ field: 'file', code: 'required' }] });
    await this.stretches.lock(manager, municipalityId, [place.stretchId]);
    if (await this.isThere(manager, municipalityId, place, measurement))
      throw new Refused('measurement.alreadyThere');
    const at = this.clock.now();
    const hours = hoursToKeep(file.figures.hours);
    const id = await this.measurements.write(manager, place.stretchId, measurement, hours, at);
    const name = `${stockholmDate(measurement.fromAt)}–${stockholmDate(measurement.toAt)}`;
    const event = {
      stretchId: place.stretchId,
      at,
      by: staff.accountId,
      changes: { name, measurementId: id },
    };
    await this.stretches.append(manager, { ...event, type: 'measured' });
    return measurementView({ ...measurement, id, uploadedAt: at, version: 1 });
  }

  /**
   * Takes a measurement away; the history of the stretch keeps why.
   * @returns what is left
   * @throws Refused `not.found`, `version.stale`
   */
  async remove(
    manager: EntityManager,
    { staff }: MeasurementKeeper,
    place: MeasuredPlace & { readonly id: string },
    { version, reason }: RemoveMeasurement,
  ): Promise<StretchMeasurements> {
    const { stretchId, id } = place;
    const municipalityId = await this.opened(manager, staff, place);
    const found = await this.measurements.find(manager, municipalityId, stretchId, id);
    if (!found) throw new Refused('not.found');
    const at = this.clock.now();
    if (!(await this.measurements.remove(manager, id, version, at))) throw new Refused('version.stale');
    const event = { stretchId, at, by: staff.accountId, changes: { name: reason.trim(), measurementId: id } };
    await this.stretches.append(manager, { ...event, type: 'unmeasured' });
    return this.reading.within(manager, municipalityId, stretchId);
  }

  /** @returns the municipality of a stretch that the person may read @throws Refused `not.found` */
  private async opened(
    manager: EntityManager,
    staff: StaffMember,
    { slug, stretchId }: MeasuredPlace,
  ): Promise<string> {
    const { id: municipalityId } = await this.access.openIn(manager, staff, slug);
    const stretch = await this.stretches.find(manager, municipalityId, stretchId);
    if (!stretch || stretch.mergedIntoId !== null) throw new Refused('not.found');
    return municipalityId;
  }

  private read({ file, postedLimit, onlyDirection }: UploadMeasurement): MeasurementFile {
    const context = {
      limit: postedLimit ?? null,
      onlyDirection: onlyDirection ?? null,
      now: this.clock.now(),
    };
    const read = readMeasurement(file, context);
    if ('fault' in read) throw new Refused('input.invalid', { errors: [read.fault] });
    return read;
  }

  /** Whether the stretch has a measurement that says the same. */
  private async isThere(
    manager: EntityManager,
    municipalityId: string,
    { stretchId }: MeasuredPlace,
    measurement: NewMeasurement,
  ): Promise<boolean> {
    const there = await this.measurements.ofStretch(manager, municipalityId, stretchId);
    return there.some(
      (each) =>
        each.fromAt.getTime() === measurement.fromAt.getTime() &&
        each.toAt.getTime() === measurement.toAt.getTime() &&
        each.passages === measurement.passages &&
        each.mean === measurement.mean,
    );
  }
}

/** What a file comes to, with what its uploader says of it; null when no line could be counted. */
function measurementOf(
  { form, refused, leftOut, figures }: MeasurementFile,
  { source, measuredBy, direction, onlyDirection, postedLimit }: UploadMeasurement,
): NewMeasurement | null {
  if (!figures) return null;
  const { hours: _, from, to, ...counted } = figures;
  const fromAt = momentOf(from);
  return {
    ...counted,
    source,
    measuredBy,
    direction: (direction ?? onlyDirection)?.trim() ?? null,
    postedLimit: postedLimit ?? null,
    form,
    fromAt,
    // The hour that spring leaves out could make an end come before its beginning.
    toAt: new Date(Math.max(fromAt.getTime(), momentOf(to).getTime())),
    refused,
    leftOut,
  };
}
