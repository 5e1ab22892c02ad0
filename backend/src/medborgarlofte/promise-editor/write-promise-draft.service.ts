import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  BeginPromiseDraft,
  SavedPromiseDraft,
  SavePromiseDraft,
} from '@lofteskartan/shared/contracts/promise-editor';
import type { PromiseContent, PromiseDraft } from '@lofteskartan/shared/promise-content';
import { Clock } from '../../platform/clock.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { PromiseDraftAccess, writingRoles } from './promise-draft-access.service.js';
import { PromiseDraftsRepository } from './promise-drafts.repository.js';
import { copyOf, emptyContent } from './promise-start.rules.js';
import { PromiseSurroundingsRepository } from './promise-surroundings.repository.js';
import { PromiseVersionsService } from './promise-versions.service.js';
import { ReadPromiseDraftsService } from './read-promise-drafts.service.js';

/** Coordinators begin a draft, save it while they write, and throw it away. */
@Injectable()
export class WritePromiseDraftService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PromiseDraftAccess,
    private readonly drafts: PromiseDraftsRepository,
    private readonly surroundings: PromiseSurroundingsRepository,
    private readonly versions: PromiseVersionsService,
    private readonly reading: ReadPromiseDraftsService,
  ) {}

  /**
   * Begins a draft from nothing, as a copy, or of a published promise.
   * @throws Refused `not.found`, `input.invalid`, `promise.draftExists`
   */
  async begin(manager: EntityManager, body: BeginPromiseDraft, staff: StaffMember): Promise<PromiseDraft> {
    const { municipality, origin, promiseId } = body;
    const municipalityId = await this.access.municipalityId(manager, municipality, staff, writingRoles);
    const content = await this.beginning(manager, municipalityId, body);
    const now = this.clock.now();
    const by = staff.accountId;
    const of = origin === 'change' ? (promiseId ?? null) : null;
    const id = await this.drafts.insert(manager, { municipalityId, promiseId: of, content, by, now });
    if (!id) throw new Refused('promise.draftExists');
    const changes = { origin, ...(promiseId ? { promiseId } : {}) };
    await this.drafts.addEvent(manager, {
      municipalityId,
      promiseId: of,
      draftId: id,
      at: now,
      by,
      type: 'drafted',
      changes,
    });
    return this.reading.view(manager, await this.access.lock(manager, id, staff), staff);
  }

  /**
   * Saves what has been written so far, complete or not.
   * @throws Refused `not.found`, `version.stale`
   */
  save(id: string, { version, content }: SavePromiseDraft, staff: StaffMember): Promise<SavedPromiseDraft> {
    return this.dataSource.transaction(async (manager) => {
      const row = await this.access.lock(manager, id, staff);
      if (row.version !== version) throw new Refused('version.stale');
      const now = this.clock.now();
      const saved = await this.drafts.save(manager, id, content, { by: staff.accountId, now });
      return { version: saved, savedAt: now.toISOString() };
    });
  }

  /**
   * Throws a draft away; what is published stays.
   * @throws Refused `not.found`
   */
  discard(id: string, staff: StaffMember): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const { municipalityId, promiseId, content } = await this.access.lock(manager, id, staff);
      await this.drafts.remove(manager, id);
      await this.drafts.addEvent(manager, {
        municipalityId,
        promiseId,
        draftId: id,
        at: this.clock.now(),
        by: staff.accountId,
        type: 'discarded',
        changes: { content },
      });
    });
  }

  private async beginning(
    manager: EntityManager,
    municipalityId: string,
    { origin, promiseId }: BeginPromiseDraft,
  ): Promise<PromiseContent> {
    if (origin === 'nothing') return emptyContent();
    if (promiseId === undefined) throw invalidField('promiseId', 'required');
    const promises = await this.surroundings.promisesOf(manager, municipalityId);
    const isHere = promises.some(({ id }) => id === promiseId);
    const content = isHere ? await this.versions.latestContent(manager, promiseId) : null;
    if (!content) throw invalidField('promiseId', 'notFound');
    return origin === 'copy' ? copyOf(content, randomUUID) : content;
  }
}
