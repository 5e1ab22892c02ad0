import type { UploadMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../../platform/staff-member.js';
import { StretchRepository } from '../stretch.repository.js';
import { KeepMeasurements } from './keep-measurements.service.js';

/** Tells the measurements of example data, in the caller's transaction. */
@Injectable()
export class TellMeasurement {
  constructor(
    private readonly stretches: StretchRepository,
    private readonly keeping: KeepMeasurements,
  ) {}

  /** Keeps a file on the stretch of a wish, as one of the police would. */
  async tell(
    manager: EntityManager,
    staff: StaffMember,
    { slug, proposalId }: { readonly slug: string; readonly proposalId: string },
    upload: UploadMeasurement,
  ): Promise<void> {
    const stretchId = await this.stretches.ofWish(manager, proposalId);
    if (!stretchId) throw new Error('A wish of the example data lies on no stretch');
    await this.keeping.store(manager, { staff, language: 'sv' }, { slug, stretchId }, upload);
  }
}
