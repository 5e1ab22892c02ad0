import type {
  AddReplyTemplate,
  ChangeReplyTemplate,
  ReplyTemplate,
  ReplyTemplateHistory,
  ReplyTemplates,
} from '@lofteskartan/shared/contracts/reply-templates';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { Clock } from '../../platform/clock.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn, municipalitiesWith } from '../../staff/access.rules.js';
import { templateFaults } from './reply-template.rules.js';
import {
  ReplyTemplatesRepository,
  type TemplateContent,
  type TemplateRow,
} from './reply-templates.repository.js';

/** Who may use templates, and who may change them. */
export const templateReaders = [
  'police-officer',
  'case-officer',
  'coordinator',
  'admin',
] as const satisfies readonly Role[];
export const templateWriters = ['coordinator', 'admin'] as const satisfies readonly Role[];

/** Reply templates: words for replies that staff choose, change for the proposal at hand, and send. */
@Injectable()
export class ReplyTemplatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly templates: ReplyTemplatesRepository,
  ) {}

  /** The templates of one's own municipalities, or of one of them, those that are put away too; and the organisations there. */
  async list(staff: StaffMember, municipality?: string): Promise<ReplyTemplates> {
    const { manager } = this.dataSource;
    const ids = municipalitiesWith(staff, templateReaders);
    const rows = await this.templates.all(manager, ids);
    const organisations = await this.templates.organisations(manager, ids, staff.accountId);
    const isAsked = (row: { municipality: string }) => !municipality || row.municipality === municipality;
    return { items: rows.filter(isAsked).map(view), organisations: organisations.filter(isAsked) };
  }

  /**
   * Adds a template.
   * @throws Refused `not.found` for a municipality in which the person does not administer; `input.invalid`
   */
  async add(manager: EntityManager, staff: StaffMember, given: AddReplyTemplate): Promise<ReplyTemplate> {
    const municipality = await this.municipalities.bySlugForStaff(manager, given.municipality);
    if (!municipality || !mayActIn(staff, municipality.id, templateWriters)) throw new Refused('not.found');
    await this.check(manager, municipality.id, given);
    const id = await this.templates.add(manager, municipality.id, given, this.clock.now());
    return this.remembered(manager, id, staff.accountId);
  }

  /**
   * Changes a template, or puts it away; what it was stays in its history.
   * @throws Refused `not.found`, `version.stale`, `input.invalid`
   */
  change(staff: StaffMember, id: string, given: ChangeReplyTemplate): Promise<ReplyTemplate> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.own(manager, staff, id, templateWriters);
      if (before.version !== given.version) throw new Refused('version.stale');
      await this.check(manager, before.municipalityId, given);
      await this.templates.save(manager, id, given, this.clock.now());
      return this.remembered(manager, id, staff.accountId);
    });
  }

  /**
   * All that a template has been, and who changed it.
   * @throws Refused `not.found`
   */
  async history(staff: StaffMember, id: string): Promise<ReplyTemplateHistory> {
    return this.dataSource.transaction(async (manager) => {
      await this.own(manager, staff, id, templateWriters);
      return { items: await this.templates.history(manager, id) };
    });
  }

  /** Gives a municipality that has none its first templates. */
  async begin(
    manager: EntityManager,
    municipalityId: string,
    given: readonly TemplateContent[],
  ): Promise<void> {
    if (await this.templates.hasAny(manager, municipalityId)) return;
    for (const template of given) {
      const [fault] = templateFaults(template);
      if (fault) throw new Error(`The template ${template.name}: ${fault.field} ${fault.code}`);
      const id = await this.templates.add(manager, municipalityId, template, this.clock.now());
      await this.templates.remember(manager, id, null);
    }
  }

  private async own(
    manager: EntityManager,
    staff: StaffMember,
    id: string,
    roles: readonly Role[],
  ): Promise<TemplateRow> {
    const row = isUuid(id) ? await this.templates.lock(manager, id) : null;
    if (!row || !mayActIn(staff, row.municipalityId, roles)) throw new Refused('not.found');
    return row;
  }

  private async check(manager: EntityManager, municipalityId: string, given: TemplateContent): Promise<void> {
    const errors = templateFaults(given);
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    const { organisationId } = given;
    if (organisationId && !(await this.templates.worksIn(manager, organisationId, municipalityId)))
      throw invalidField('organisationId', 'notFound');
  }

  private async remembered(manager: EntityManager, id: string, accountId: string): Promise<ReplyTemplate> {
    await this.templates.remember(manager, id, accountId);
    const row = await this.templates.lock(manager, id);
    if (!row) throw new Error('A template vanished while it was saved');
    return view(row);
  }
}

const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

function view({ municipalityId: _private, updatedAt, ...row }: TemplateRow): ReplyTemplate {
  return { ...row, updatedAt: updatedAt.toISOString() };
}
