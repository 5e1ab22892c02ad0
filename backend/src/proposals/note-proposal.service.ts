import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../platform/staff-member.js';

/** Internal notes on proposals. */
@Injectable()
export class NoteProposalService {
  /** Adds a note and an event for staff; neither version nor public view change. */
  write(
    _manager: EntityManager,
    _note: { proposalId: string; text: string; actor: StaffMember; organisationId?: string | null },
  ): Promise<void> {
    throw new Error('Being built');
  }
}
