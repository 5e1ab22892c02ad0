import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { StaffPromises } from '@lofteskartan/shared/contracts/promise-editor';
import type { PromiseDraft } from '@lofteskartan/shared/promise-content';
import type { PromiseChanges } from '@lofteskartan/shared/contracts/promise-versions';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { ReadPromisesService } from '../read-promises.service.js';
import { inLanguage } from '../words.js';
import { PromiseDraftAccess, readingRoles, writingRoles } from './promise-draft-access.service.js';
import { type DraftRow, PromiseDraftsRepository } from './promise-drafts.repository.js';
import { previewRows } from './promise-preview.js';
import { timeOf } from './promise-start.rules.js';
import { PromiseSurroundingsRepository } from './promise-surroundings.repository.js';
import { PromiseVersionsService } from './promise-versions.service.js';

/** What coordinators and admins read of promises that are being written. */
@Injectable()
export class ReadPromiseDraftsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PromiseDraftAccess,
    private readonly drafts: PromiseDraftsRepository,
    private readonly surroundings: PromiseSurroundingsRepository,
    private readonly versions: PromiseVersionsService,
    private readonly promises: ReadPromisesService,
  ) {}

  /**
   * A municipality's promises and drafts.
   * @throws Refused `not.found`
   */
  async list(slug: string, staff: StaffMember): Promise<StaffPromises> {
    const { manager } = this.dataSource;
    const municipalityId = await this.access.municipalityId(manager, slug, staff, readingRoles);
    const promises = await this.surroundings.promisesOf(manager, municipalityId);
    const drafts = await this.drafts.of(manager, municipalityId);
    const today = stockholmDate(this.clock.now());
    return {
      promises: promises.map(({ title, ...row }) => ({
        ...row,
        title: inLanguage(title, 'sv'),
        time: timeOf(row, today),
      })),
      drafts: drafts.map(({ id, content, promiseId, savedAt, savedBy }) => ({
        id,
        title: content.title.sv,
        promiseId,
        savedAt: savedAt.toISOString(),
        savedBy,
      })),
      mayWrite: mayActIn(staff, municipalityId, writingRoles),
    };
  }

  /**
   * A draft with what it is held against.
   * @throws Refused `not.found`
   */
  async read(id: string, staff: StaffMember): Promise<PromiseDraft> {
    const { manager } = this.dataSource;
    return this.view(manager, await this.access.read(manager, id, staff), staff);
  }

  /** The view of a draft. */
  async view(manager: EntityManager, row: DraftRow, staff: StaffMember): Promise<PromiseDraft> {
    const { id, municipality, municipalityId, promiseId, version, savedAt, savedBy, content } = row;
    return {
      id,
      municipality,
      promiseId,
      published: promiseId ? await this.versions.count(manager, promiseId) : 0,
      version,
      savedAt: savedAt.toISOString(),
      savedBy,
      content,
      uses: promiseId ? await this.surroundings.usesOf(manager, promiseId) : [],
      organisations: await this.surroundings.organisationsOf(manager, municipalityId),
      mayWrite: mayActIn(staff, municipalityId, writingRoles),
    };
  }

  /**
   * The draft as the public page would show it, with the progress so far.
   * @throws Refused `not.found`
   */
  async preview(id: string, staff: StaffMember, language: Language): Promise<Medborgarlofte> {
    const { manager } = this.dataSource;
    const row = await this.access.read(manager, id, staff);
    const organisations = await this.surroundings.organisationsOf(manager, row.municipalityId);
    const stored = row.promiseId ? await this.promises.rowsOf(row.promiseId) : [];
    const now = this.clock.now();
    const { promise, commitments } = previewRows(row, { organisations, stored, now });
    return this.promises.viewOf(promise, commitments, { staff: null, language });
  }

  /**
   * What the draft would change in the published promise; nothing for a new one.
   * @throws Refused `not.found`
   */
  async changes(id: string, staff: StaffMember): Promise<PromiseChanges> {
    const { manager } = this.dataSource;
    const { promiseId, municipalityId, content } = await this.access.read(manager, id, staff);
    const before = promiseId ? await this.versions.latestContent(manager, promiseId) : null;
    return { items: before ? await this.versions.compare(manager, municipalityId, before, content) : [] };
  }
}
