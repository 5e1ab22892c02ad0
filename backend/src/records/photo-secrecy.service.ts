import type { MarkPhotoSecret } from '@lofteskartan/shared/contracts/photo-secrecy';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refused } from '../platform/problem/refused.js';
import { MarkPhotoSecretService } from '../proposals/mark-photo-secret.service.js';
import { mayOpenSecret } from '../proposals/secrecy.rules.js';
import { ReadTriageProposalService } from '../triage/read-triage-proposal.service.js';
import type { TriageViewer } from '../triage/triage-item.view.js';
import { KeepRecordService } from './keep-record.service.js';

/** Which photo, and who marks it. */
export interface PhotoSecrecyCall {
  readonly viewer: TriageViewer;
  readonly reference: string;
  readonly photoId: string;
}

/** Secrecy of single photos: set and lifted by those who handle proposals for the organisation that answers for the personal data. */
@Injectable()
export class PhotoSecrecyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly triage: ReadTriageProposalService,
    private readonly keeping: KeepRecordService,
    private readonly marking: MarkPhotoSecretService,
  ) {}

  /**
   * Marks a photo as secret, or gives the mark another ground.
   * @throws Refused `not.found`, `record.notYours`, `version.stale`
   */
  mark(call: PhotoSecrecyCall, { version, ground }: MarkPhotoSecret): Promise<TriageProposal> {
    return this.act(call, version, ground.trim());
  }

  /**
   * Lifts the mark. The photo waits for a decision again.
   * @throws Refused `not.found`, also for a photo without a mark; `record.notYours`, `version.stale`
   */
  lift(call: PhotoSecrecyCall, version: number): Promise<TriageProposal> {
    return this.act(call, version, null);
  }

  private act(
    { viewer, reference, photoId }: PhotoSecrecyCall,
    version: number,
    ground: string | null,
  ): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const { id: proposalId, municipalityId } = await this.triage.own(manager, viewer, reference);
      const { controller } = await this.keeping.of(manager, { ...viewer, of: { reference } });
      if (!mayOpenSecret({ municipalityId, secretFor: controller.id }, viewer.staff.memberships))
        throw new Refused('record.notYours');
      const secret = ground === null ? null : { organisationId: controller.id, ground };
      const mark = { proposalId, photoId, version, actor: viewer.staff, secret };
      return this.triage.view(manager, viewer, await this.marking.mark(manager, mark));
    });
  }
}
