import type { WorkSummaryPage } from '@lofteskartan/shared/contracts/staff';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { StaffMember } from '../platform/staff-member.js';
import { queueScope } from './queue.rules.js';
import { WorkSummaryRepository } from './work-summary.repository.js';

/** How many things wait for a person. */
@Injectable()
export class WorkSummaryService {
  constructor(
    private readonly repository: WorkSummaryRepository,
    private readonly clock: Clock,
  ) {}

  /** What waits in each municipality where the person handles proposals. */
  async read(staff: StaffMember): Promise<WorkSummaryPage> {
    return {
      items: await this.repository.of(queueScope(staff), staff.accountId, this.clock.now()),
      nextCursor: null,
    };
  }
}
