import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  CorrectFollowUp,
  DraftFollowUp,
  PublishFollowUp,
  SaveFollowUp,
  StaffFollowUp,
} from '@lofteskartan/shared/contracts/follow-ups';
import { type Language, LANGUAGES } from '@lofteskartan/shared/vocabulary';
import { Clock } from '../../platform/clock.js';
import { PublicNews } from '../../platform/mail/public-news.js';
import { stockholmDate } from '../../platform/dates.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn } from '../../staff/access.rules.js';
import { FollowUpFigures } from './follow-up-figures.service.js';
import { dayFault, missingTexts, type Texts } from './follow-up.rules.js';
import { type FollowUpRow, FollowUpsRepository, type FrozenFollowUp } from './follow-ups.repository.js';
import { followUpRoles, ReadFollowUpsService } from './read-follow-ups.service.js';

/** Who writes, and in which language they read the answer. */
export interface FollowUpWriter {
  readonly staff: StaffMember;
  readonly language: Language;
}

const nothingWritten: Texts = { result: '', deviation: '', nextStep: '' };

/** Coordinators draft a follow-up, save it, publish it once, and add corrections to what is published. */
@Injectable()
export class WriteFollowUpService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly followUps: FollowUpsRepository,
    private readonly figures: FollowUpFigures,
    private readonly reading: ReadFollowUpsService,
    private readonly publicNews: PublicNews,
  ) {}

  /**
   * Begins a follow-up of a promise for a day.
   * @throws Refused `not.found`, `input.invalid`, `followUp.exists`
   */
  async draft(manager: EntityManager, body: DraftFollowUp, writer: FollowUpWriter): Promise<StaffFollowUp> {
    const now = this.clock.now();
    const { asOf, medborgarlofteId } = body;
    const found = await this.figures.promise(manager, medborgarlofteId);
    if (!found || !mayActIn(writer.staff, found.promise.municipalityId, followUpRoles))
      throw new Refused('not.found');
    const { promise, openings } = found;
    const fault = dayFault(asOf, { from: promise.from, openings }, stockholmDate(now));
    if (fault) throw invalidField('asOf', fault.code, fault.date ? { date: fault.date } : {});
    const { municipalityId } = promise;
    const id = await this.followUps.insert(manager, { medborgarlofteId, municipalityId, asOf, now });
    if (!id) throw new Refused('followUp.exists');
    const by = writer.staff.accountId;
    await this.followUps.addEvent(manager, { followUpId: id, at: now, by, type: 'drafted' });
    return this.reading.staffOne(manager, id, writer);
  }

  /**
   * Saves the texts of a draft.
   * @throws Refused `not.found`, `version.stale`, `followUp.published`, `input.invalid`
   */
  save(id: string, body: SaveFollowUp, writer: FollowUpWriter): Promise<StaffFollowUp> {
    return this.dataSource.transaction((manager) => this.saveIn(manager, id, body, writer));
  }

  /**
   * Publishes a draft: from now on words and figures stand as everyone reads them at this moment.
   * @throws Refused `not.found`, `version.stale`, `followUp.published`, `input.invalid` with the texts that are missing
   */
  async publish(
    manager: EntityManager,
    id: string,
    { version }: PublishFollowUp,
    writer: FollowUpWriter,
  ): Promise<StaffFollowUp> {
    const now = this.clock.now();
    const row = await this.open(manager, id, writer.staff);
    if (row.publishedAt) throw new Refused('followUp.published');
    if (row.version !== version) throw new Refused('version.stale');
    const views = {} as Record<Language, FrozenFollowUp>;
    for (const language of LANGUAGES) views[language] = await this.frozen(manager, row, now, language);
    await this.followUps.publish(manager, row, views, now);
    await this.publicNews.announce(manager, 'follow-up', id);
    const by = writer.staff.accountId;
    await this.followUps.addEvent(manager, { followUpId: id, at: now, by, type: 'published' });
    return this.reading.staffOne(manager, id, writer);
  }

  /**
   * Adds a correction to a published follow-up.
   * @throws Refused `not.found`, `followUp.notPublished`, `input.invalid`
   */
  async correct(
    manager: EntityManager,
    id: string,
    { commitmentId, text, reason }: CorrectFollowUp,
    writer: FollowUpWriter,
  ): Promise<StaffFollowUp> {
    const now = this.clock.now();
    const row = await this.open(manager, id, writer.staff);
    if (!row.publishedAt) throw new Refused('followUp.notPublished');
    if (commitmentId !== undefined && !(commitmentId in row.texts))
      throw invalidField('commitmentId', 'notFound');
    const correction = { at: now, commitmentId: commitmentId ?? null, text, reason };
    await this.followUps.correct(manager, id, correction);
    const by = writer.staff.accountId;
    await this.followUps.addEvent(manager, { followUpId: id, at: now, by, type: 'corrected' });
    return this.reading.staffOne(manager, id, writer);
  }

  /** The same in the caller's transaction. */
  async saveIn(
    manager: EntityManager,
    id: string,
    { version, items }: SaveFollowUp,
    writer: FollowUpWriter,
  ): Promise<StaffFollowUp> {
    const now = this.clock.now();
    const row = await this.open(manager, id, writer.staff);
    if (row.publishedAt) throw new Refused('followUp.published');
    if (row.version !== version) throw new Refused('version.stale');
    const { commitments } = await this.promiseOnDay(manager, row, 'sv');
    const known = new Set(commitments.map(({ commitmentId }) => commitmentId));
    const strange = items.findIndex(({ commitmentId }) => !known.has(commitmentId));
    if (strange >= 0) throw invalidField(`items[${strange}].commitmentId`, 'notFound');
    const texts = Object.fromEntries(
      items.map(({ commitmentId, result, deviation, nextStep }) => [
        commitmentId,
        { result, deviation, nextStep },
      ]),
    );
    await this.followUps.save(manager, id, { ...row.texts, ...texts }, now);
    const by = writer.staff.accountId;
    await this.followUps.addEvent(manager, { followUpId: id, at: now, by, type: 'saved', texts });
    return this.reading.staffOne(manager, id, writer);
  }

  private async open(manager: EntityManager, id: string, staff: StaffMember): Promise<FollowUpRow> {
    const row = await this.followUps.lock(manager, id);
    if (!row || !mayActIn(staff, row.municipalityId, followUpRoles)) throw new Refused('not.found');
    return row;
  }

  private async promiseOnDay(manager: EntityManager, row: FollowUpRow, language: Language) {
    const found = await this.figures.promise(manager, row.medborgarlofteId);
    if (!found) throw new Error('A follow-up without a promise');
    return this.figures.onDay(manager, found.promise, row.asOf, language);
  }

  private async frozen(
    manager: EntityManager,
    row: FollowUpRow,
    now: Date,
    language: Language,
  ): Promise<FrozenFollowUp> {
    const { title, from, to, commitments } = await this.promiseOnDay(manager, row, language);
    const written = commitments.map((commitment) => ({
      ...commitment,
      ...(row.texts[commitment.commitmentId] ?? nothingWritten),
    }));
    const errors = written.flatMap((item, index) =>
      missingTexts(item, item.behind).map((name) => ({
        field: `items[${index}].${name}`,
        code: 'required' as const,
      })),
    );
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    return {
      id: row.id,
      municipality: row.municipality,
      municipalityName: row.municipalityName,
      medborgarlofteId: row.medborgarlofteId,
      title,
      from,
      to,
      asOf: row.asOf,
      publishedAt: now.toISOString(),
      items: written.map((item) => ({ ...item, deviation: item.deviation.trim() || null })),
    };
  }
}
