import type { Documentation } from '@lofteskartan/shared/contracts/documentation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Clock } from '../platform/clock.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { mayActIn } from '../staff/access.rules.js';
import { planOf, registerOf, risksOf } from './catalogue/documents.rules.js';
import { fields } from './catalogue/fields.js';
import { processings } from './catalogue/processings.rules.js';
import { byteOrderMark, csvLine } from './csv.rules.js';
import { RecordRepository } from './record.repository.js';
import { RetentionRepository } from './retention.repository.js';
import { retentionRoles } from './retention.service.js';

/** What can be fetched as a file. */
export const documentNames = ['register', 'risks', 'plan'] as const;

/** What an authority must be able to show about personal data, made from one catalogue and the municipality's own rules. */
@Injectable()
export class DocumentationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly records: RecordRepository,
    private readonly retention: RetentionRepository,
  ) {}

  /**
   * All three documents.
   * @throws Refused `not.found` for a municipality that is not one's own
   */
  async read(slug: string, staff: StaffMember): Promise<Documentation> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlug(manager, slug);
    if (!municipality || !mayActIn(staff, municipality.id, retentionRoles)) throw new Refused('not.found');
    const controllers = await this.records.controllers(manager, municipality.id);
    return {
      municipality: municipality.name,
      controllers: controllers.map(({ name }) => name),
      officer: await this.records.officer(manager, municipality.id),
      at: this.clock.now().toISOString(),
      register: registerOf(processings, fields),
      risks: risksOf(processings, fields),
      plan: planOf(await this.retention.rules(manager, municipality.id)),
    };
  }

  /**
   * One of them as a file for spreadsheets.
   * @throws Refused `not.found`
   */
  async file(slug: string, name: string, staff: StaffMember): Promise<Buffer> {
    const document = documentNames.find((each) => each === name);
    if (!document) throw new Refused('not.found');
    const { register, risks, plan } = await this.read(slug, staff);
    const lines = {
      register: [
        [
          'Behandling',
          'Registrerade',
          'Uppgifter',
          'Ändamål',
          'Rättslig grund',
          'Personuppgiftsansvarig',
          'Mottagare',
          'Gallring',
        ],
        ...register.map((each) => [
          each.name,
          each.whose,
          each.data.join(', '),
          each.purpose,
          each.legalBasis,
          each.controller,
          each.recipients,
          each.retention,
        ]),
      ],
      risks: [['Fråga', 'Svar'], ...risks.map(({ question, answer }) => [question, answer])],
      plan: [
        ['Handlingstyp', 'Gallring', 'Beslut', 'Medium'],
        ...plan.map(({ type, retention, decision, medium }) => [type, retention, decision, medium]),
      ],
    }[document];
    return Buffer.from(byteOrderMark + lines.map(csvLine).join(''), 'utf8');
  }
}
