import type { EditWords } from '@lofteskartan/shared/contracts/edited-words';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EditWordsService } from '../proposals/edit-words.service.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import type { TriageViewer } from './triage-item.view.js';

/** Staff edit what everyone reads of a proposal of their own municipality. */
@Injectable()
export class EditTriageWordsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reading: ReadTriageProposalService,
    private readonly editing: EditWordsService,
  ) {}

  /**
   * Edits the words; the originals stay.
   * @throws Refused `not.found`, `input.invalid`, `version.stale`
   */
  edit(viewer: TriageViewer, reference: string, given: EditWords): Promise<TriageProposal> {
    return this.dataSource.transaction(async (manager) => {
      const { id } = await this.reading.own(manager, viewer, reference);
      const edited = await this.editing.edit(manager, id, given, viewer.staff);
      return this.reading.view(manager, viewer, edited);
    });
  }
}
