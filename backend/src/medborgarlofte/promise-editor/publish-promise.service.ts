import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PublishedPromise, PublishPromise } from '@lofteskartan/shared/contracts/promise-editor';
import type { PromiseContent } from '@lofteskartan/shared/promise-content';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import type { Fault } from '../activity.rules.js';
import { refuseFaults } from '../activity-checks.service.js';
import { contentFaults, noteFault } from './promise-content.rules.js';
import { PromiseDraftAccess } from './promise-draft-access.service.js';
import { type DraftRow, PromiseDraftsRepository } from './promise-drafts.repository.js';
import { freeSlug, withSettledAreas } from './promise-slugs.rules.js';
import { PromiseSurroundingsRepository } from './promise-surroundings.repository.js';
import { commitmentValues, promiseValues, readable } from './promise-values.rules.js';
import { PromiseVersionsRepository } from './promise-versions.repository.js';
import { PromiseVersionsService } from './promise-versions.service.js';
import { PublishedPromiseRepository } from './published-promise.repository.js';

/** Publishes a draft: checked as a whole, kept as a version, and from then on what everyone reads. */
@Injectable()
export class PublishPromiseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: PromiseDraftAccess,
    private readonly drafts: PromiseDraftsRepository,
    private readonly surroundings: PromiseSurroundingsRepository,
    private readonly reading: PromiseVersionsService,
    private readonly versions: PromiseVersionsRepository,
    private readonly published: PublishedPromiseRepository,
  ) {}

  /**
   * Sees whether a draft could be published.
   * @throws Refused `not.found`, `input.invalid` with every field that keeps it from that
   */
  async check(id: string, staff: StaffMember): Promise<void> {
    const { manager } = this.dataSource;
    const draft = await this.access.read(manager, id, staff);
    const before = draft.promiseId ? await this.reading.latestContent(manager, draft.promiseId) : null;
    refuseFaults(await this.faults(manager, draft, before));
  }

  /**
   * Publishes a draft as it was saved.
   * @throws Refused `not.found`, `version.stale`, `input.invalid`
   */
  async publish(
    manager: EntityManager,
    id: string,
    { version, note }: PublishPromise,
    staff: StaffMember,
  ): Promise<PublishedPromise> {
    const draft = await this.access.lock(manager, id, staff);
    if (draft.version !== version) throw new Refused('version.stale');
    const { municipalityId } = draft;
    await this.surroundings.lockPromises(manager, municipalityId);
    const before = draft.promiseId ? await this.reading.latestContent(manager, draft.promiseId) : null;
    const earlier = draft.promiseId ? await this.reading.count(manager, draft.promiseId) : 0;
    refuseFaults([...(await this.faults(manager, draft, before)), noteFault(note, earlier)]);
    const now = this.clock.now();
    const areas = before?.focusAreas.map(({ slug }) => slug) ?? [];
    const content = withSettledAreas(draft.content, areas);
    const promiseId = await this.write(manager, draft, content, now);
    if (before) await this.versions.putImported(manager, promiseId, before, now);
    const number = earlier + 1;
    const by = staff.accountId;
    const words = number > 1 && note ? readable(note) : null;
    await this.versions.add(manager, promiseId, { number, content, note: words, at: now, by });
    await this.drafts.remove(manager, id);
    await this.drafts.addEvent(manager, {
      municipalityId,
      promiseId,
      draftId: id,
      at: now,
      by,
      type: 'published',
      changes: { number },
    });
    return { promiseId, number };
  }

  private async faults(
    manager: EntityManager,
    { municipalityId, promiseId, content }: DraftRow,
    published: PromiseContent | null,
  ): Promise<Fault[]> {
    const promises = await this.surroundings.promisesOf(manager, municipalityId);
    const organisations = await this.surroundings.organisationsOf(manager, municipalityId);
    const faults = contentFaults(content, {
      published,
      uses: promiseId ? await this.surroundings.usesOf(manager, promiseId) : [],
      organisations: organisations.map(({ slug }) => slug),
      takenIds: await this.surroundings.takenIds(manager, promiseId, content),
      others: promises
        .filter(({ id }) => id !== promiseId)
        .map(({ title, from, to }) => ({ title: title.sv, from, to })),
      logged: promiseId ? await this.surroundings.loggedUnder(manager, promiseId) : null,
    });
    return faults.map((fault) => ({ ...fault, field: `content.${fault.field}` }));
  }

  /** Brings the public tables to what the content says. */
  private async write(
    manager: EntityManager,
    { municipalityId, promiseId }: DraftRow,
    content: PromiseContent,
    now: Date,
  ): Promise<string> {
    const values = promiseValues(content);
    let id = promiseId;
    if (id) await this.published.updatePromise(manager, id, values, now);
    else {
      const taken = new Set(await this.published.promiseSlugs(manager, municipalityId));
      const slug = freeSlug(`medborgarlofte-${content.from.slice(0, 4)}`, taken, 'medborgarlofte');
      id = await this.published.insertPromise(manager, municipalityId, slug, values, now);
    }
    const known = await this.published.commitmentSlugs(manager, id);
    const taken = new Set(known.map(({ slug }) => slug));
    for (const [index, commitment] of content.commitments.entries()) {
      const own = known.find((each) => each.id === commitment.id)?.slug;
      const slug = own ?? freeSlug(commitment.title.sv, taken, 'atagande');
      taken.add(slug);
      const row = { ...commitmentValues(commitment, index + 1), id: commitment.id, slug };
      await this.published.putCommitment(manager, { promiseId: id, municipalityId }, row, now);
      await this.published.putOrganisations(manager, commitment.id, commitment);
      const steps = commitment.type === 'milestones' ? commitment.milestones : [];
      await this.published.putMilestones(manager, commitment.id, steps);
    }
    const kept = content.commitments.map((each) => each.id);
    await this.published.removeOthers(manager, id, kept, now);
    return id;
  }
}
