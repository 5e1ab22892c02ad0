import type { RedactPhoto } from '@lofteskartan/shared/contracts/redactions';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Readable } from 'node:stream';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Reply } from '../platform/reply.js';
import type { ProposalRecord } from '../proposals/proposal-record.js';
import { OpenOriginalService } from '../proposals/redactions/open-original.service.js';
import { RedactPhotoService, type PhotoCall } from '../proposals/redactions/redact-photo.service.js';
import { RedactionFiles, type NewPhoto } from '../proposals/redactions/redaction-files.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** Whose photo is changed, by whom, under which key. */
export interface PhotoActCall {
  readonly viewer: TriageViewer;
  readonly reference: string;
  readonly photoId: string;
  readonly key: string;
}

/** What an act makes of a picture, and how it is stored. */
interface PhotoAct {
  readonly method: 'POST' | 'DELETE';
  readonly version: number;
  readonly body: unknown;
  readonly from: string;
  readonly make: () => Promise<NewPhoto>;
  readonly save: (manager: EntityManager, call: PhotoCall, photo: NewPhoto) => Promise<ProposalRecord>;
}

/** Staff cover parts of photos of a proposal of their own municipality. */
@Injectable()
export class RedactTriagePhotoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly reading: ReadTriageProposalService,
    private readonly redacting: RedactPhotoService,
    private readonly files: RedactionFiles,
    private readonly originals: OpenOriginalService,
  ) {}

  /**
   * Covers parts of a photo.
   * @throws Refused `not.found`, `input.invalid`, `photo.originalGone`, `version.stale`, `idempotency.reused`
   */
  async cover(call: PhotoActCall, given: RedactPhoto): Promise<Reply<TriageProposal>> {
    const { manager } = this.dataSource;
    const { id: proposalId } = await this.reading.own(manager, call.viewer, call.reference);
    const { version, regions } = given;
    const from = await this.redacting.originalOf(
      manager,
      { ...call, proposalId, actor: call.viewer.staff },
      regions,
    );
    return this.act(call, proposalId, {
      method: 'POST',
      version,
      body: given,
      from,
      make: () => this.files.cover(from, regions),
      save: (each, photoCall, photo) => this.redacting.cover(each, photoCall, { from, photo, regions }),
    });
  }

  /**
   * Takes the covering of a photo back.
   * @throws Refused `not.found`, `photo.originalGone`, `version.stale`, `idempotency.reused`
   */
  async uncover(call: PhotoActCall, version: number): Promise<Reply<TriageProposal>> {
    const { manager } = this.dataSource;
    const { id: proposalId } = await this.reading.own(manager, call.viewer, call.reference);
    const from = await this.redacting.originalOf(manager, {
      ...call,
      proposalId,
      actor: call.viewer.staff,
    });
    return this.act(call, proposalId, {
      method: 'DELETE',
      version,
      body: { version },
      from,
      make: () => this.files.restore(from),
      save: (each, photoCall, photo) => this.redacting.uncover(each, photoCall, { from, photo }),
    });
  }

  /**
   * The original of a covered photo; the history says who opened it.
   * @throws Refused `not.found`, `photo.originalGone`
   */
  original(viewer: TriageViewer, reference: string, photoId: string): Promise<Readable> {
    return this.dataSource.transaction(async (manager) => {
      const proposal = await this.reading.own(manager, viewer, reference);
      return this.originals.open(manager, proposal, photoId, viewer.staff);
    });
  }

  /** The picture is made before anything is locked; it stays only when the act is done. */
  private async act(
    { viewer, reference, photoId, key }: PhotoActCall,
    proposalId: string,
    { method, version, body, make, save }: PhotoAct,
  ): Promise<Reply<TriageProposal>> {
    const made = await make();
    const work = { done: false };
    try {
      return await this.idempotency.run({
        key,
        route: `${method} /triage/proposals/${reference.toUpperCase()}/photos/${photoId}/redactions`,
        caller: viewer.staff.accountId,
        body,
        work: async (manager) => {
          const call = { proposalId, photoId, version, actor: viewer.staff };
          const proposal = await save(manager, call, made);
          const view = await this.reading.view(manager, viewer, proposal);
          work.done = true;
          return new Reply(200, view);
        },
      });
    } catch (error) {
      work.done = false;
      throw error;
    } finally {
      // What was refused, and a repeat that got the answer of the first call, leave nothing behind.
      if (!work.done) await this.files.discard(made);
    }
  }
}
