import { Injectable } from '@nestjs/common';
import { ReadFollowUpsService } from './read-follow-ups.service.js';
import { drawFollowUp } from './follow-up-pdf.js';

/** A published follow-up on paper. */
@Injectable()
export class PrintFollowUpService {
  constructor(private readonly followUps: ReadFollowUpsService) {}

  /**
   * The follow-up as a tagged PDF in Swedish.
   * @throws Refused `not.found`
   */
  async print(id: string): Promise<{ name: string; bytes: Buffer }> {
    const followUp = await this.followUps.one({ id }, 'sv');
    return {
      name: `uppfoljning-${followUp.municipality}-${followUp.asOf}.pdf`,
      bytes: await drawFollowUp(followUp),
    };
  }
}
