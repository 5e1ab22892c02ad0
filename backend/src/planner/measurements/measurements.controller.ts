import {
  MeasurementReport,
  RemoveMeasurement,
  SpeedMeasurement,
  StretchMeasurements,
  UploadMeasurement,
} from '@lofteskartan/shared/contracts/speed-measurements';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { police, plannerTags as tags } from '../planner-endpoint.js';
import { KeepMeasurements } from './keep-measurements.service.js';
import { ReadMeasurements } from './read-measurements.service.js';

/** What was measured on a stretch. For those who read the stretch: the police of the municipality. */
@Controller('planner/:municipality/stretches/:id/measurements')
export class MeasurementsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reading: ReadMeasurements,
    private readonly keeping: KeepMeasurements,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Measured speeds of a stretch', sv: 'Uppmätta hastigheter på en sträcka' },
    description: {
      en: 'With what was measured before and after each check. A difference says nothing of its cause.',
    },
    tags,
    access: police,
    answers: { 200: StretchMeasurements },
    refusals: ['not.found', 'input.invalid'],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StretchMeasurements> {
    return this.reading.of(staff, slug, id);
  }

  @Post('preview')
  @Endpoint({
    summary: { en: 'What would be kept of a file of speeds', sv: 'Vad som skulle sparas av en mätfil' },
    description: { en: 'Nothing is kept.' },
    tags,
    access: police,
    body: UploadMeasurement,
    answers: { 200: MeasurementReport },
    refusals: ['not.found', 'input.invalid'],
    takesFile: true,
  })
  preview(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) stretchId: string,
    @Body() body: UploadMeasurement,
  ): Promise<MeasurementReport> {
    return this.keeping.preview({ staff, language }, { slug, stretchId }, body);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Keep what a file of speeds comes to', sv: 'Spara en mätning' },
    description: { en: 'Sums by the hour are kept, never one passage by itself.' },
    tags,
    access: police,
    body: UploadMeasurement,
    answers: { 201: SpeedMeasurement },
    refusals: ['not.found', 'input.invalid', 'measurement.alreadyThere'],
    idempotent: true,
    takesFile: true,
  })
  store(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) stretchId: string,
    @Body() body: UploadMeasurement,
  ): Promise<Reply<SpeedMeasurement>> {
    return this.idempotency.run({
      key,
      route: `POST /planner/${slug}/stretches/${stretchId}/measurements`,
      caller: staff.accountId,
      body,
      work: async (manager) =>
        new Reply(201, await this.keeping.store(manager, { staff, language }, { slug, stretchId }, body)),
    });
  }

  @Post(':measurementId/removals')
  @Endpoint({
    summary: { en: 'Take a measurement away', sv: 'Ta bort en mätning' },
    tags,
    access: police,
    body: RemoveMeasurement,
    answers: { 200: StretchMeasurements },
    refusals: ['not.found', 'input.invalid', 'version.stale'],
    idempotent: true,
  })
  remove(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @IdempotencyKey() key: string,
    @Param('municipality') slug: string,
    @Param('id', ParseUUIDPipe) stretchId: string,
    @Param('measurementId', ParseUUIDPipe) id: string,
    @Body() body: RemoveMeasurement,
  ): Promise<Reply<StretchMeasurements>> {
    const place = { slug, stretchId, id };
    return this.idempotency.run({
      key,
      route: `POST /planner/${slug}/stretches/${stretchId}/measurements/${id}/removals`,
      caller: staff.accountId,
      body,
      work: async (manager) =>
        new Reply(200, await this.keeping.remove(manager, { staff, language }, place, body)),
    });
  }
}
