import type { AssignProposals, AssigneesPage } from '@lofteskartan/shared/contracts/assignments';
import type { OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { NoteAssignment } from '../proposals/note-assignment.service.js';
import { triageRoles } from '../staff/access.rules.js';
import { AssignmentRepository, type Hands } from './assignment.repository.js';
import { queueScope } from './queue.rules.js';
import { ReadTriageProposalService } from './read-triage-proposal.service.js';
import { SeveralProposals } from './several-proposals.service.js';
import type { TriageViewer } from './triage-item.view.js';

const alphabet = new Intl.Collator('sv');

/** Puts proposals in somebody's hands. */
@Injectable()
export class AssignProposalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly several: SeveralProposals,
    private readonly reading: ReadTriageProposalService,
    private readonly assignments: AssignmentRepository,
    private readonly history: NoteAssignment,
  ) {}

  /** To whom proposals may be assigned, in each of one's own municipalities, by name. */
  async candidates(staff: StaffMember): Promise<AssigneesPage> {
    const { municipalityIds } = queueScope(staff);
    const items = await this.assignments.candidates(this.dataSource.manager, municipalityIds, triageRoles);
    for (const { colleagues, organisations } of items) {
      colleagues.sort((a, b) => alphabet.compare(a.name, b.name));
      organisations.sort((a, b) => alphabet.compare(a.name, b.name));
    }
    return { items, nextCursor: null };
  }

  /**
   * Assigns several, each on its own; the history of each says who did. Refused one by one: `not.found`, `version.stale`,
   * `assignee.unavailable`.
   */
  assign(viewer: TriageViewer, key: string, body: AssignProposals): Promise<OutcomeOfSeveral> {
    return this.several.each({
      viewer,
      key,
      route: 'POST /triage/assignments',
      body,
      act: (manager, chosen) => this.one(manager, viewer, chosen, body),
    });
  }

  private async one(
    manager: EntityManager,
    viewer: TriageViewer,
    { reference, version }: { readonly reference: string; readonly version: number },
    { accountId, organisation }: AssignProposals,
  ): Promise<number> {
    const found = await this.reading.own(manager, viewer, reference);
    const record = await this.history.lock(manager, found.id, version);
    const before = await this.assignments.of(manager, record.id);
    const hands = await this.hands(manager, record.municipalityId, { accountId, organisation });
    const now = this.clock.now();
    await this.assignments.save(manager, record.id, hands, now);
    const after = await this.assignments.of(manager, record.id);
    await this.history.append(manager, record, { actor: viewer.staff, before, after, at: now });
    return record.version + 1;
  }

  private async hands(
    manager: EntityManager,
    municipalityId: string,
    { accountId, organisation }: Pick<AssignProposals, 'accountId' | 'organisation'>,
  ): Promise<Hands> {
    if (accountId === undefined && organisation === undefined)
      return { accountId: null, organisationId: null };
    const hands =
      accountId === undefined
        ? await this.assignments.handsOfOrganisation(manager, municipalityId, organisation ?? '')
        : await this.assignments.handsOfPerson(manager, municipalityId, accountId, triageRoles);
    if (!hands) throw new Refused('assignee.unavailable');
    return hands;
  }
}
