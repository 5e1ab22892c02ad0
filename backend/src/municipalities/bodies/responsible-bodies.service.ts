import type {
  LampFaultPlaces,
  ReferralSettings,
  ResponsibleBody,
  SaveBody,
} from '@lofteskartan/shared/contracts/bodies';
import type { BodyChoice } from '@lofteskartan/shared/contracts/referrals';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config/config.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { MunicipalityLookup } from '../municipality-lookup.js';
import type { BodyFields, BodyRecord } from './body.rules.js';
import { BodyRepository } from './body.repository.js';
import { bodyFields, bySuggestion, changedFields, isArea, suggestedBy } from './body.rules.js';

/** As long as nobody has set others. */
const USUAL: ReferralSettings = { reminderDays: 30, noAnswerDays: 60, replyTo: null, version: 0 };

/** The register of bodies that answer for places in a municipality. */
@Injectable()
export class ResponsibleBodies {
  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly bodies: BodyRepository,
  ) {}

  /** The register by name, those that are not active last. */
  async list(manager: EntityManager, municipalityId: string): Promise<ResponsibleBody[]> {
    const alphabet = new Intl.Collator('sv');
    const all = await this.bodies.all(manager, municipalityId);
    return all
      .sort((a, b) => Number(b.active) - Number(a.active) || alphabet.compare(a.name, b.name))
      .map(({ municipalityId: _here, ...body }) => body);
  }

  /** A body of a municipality, or null. */
  find(manager: EntityManager, municipalityId: string, id: string): Promise<BodyRecord | null> {
    return this.bodies.one(manager, municipalityId, id);
  }

  /** The active bodies for somebody who chooses one for a place. */
  async choices(
    manager: EntityManager,
    municipalityId: string,
    position: Position | null,
    road: string | null,
  ): Promise<BodyChoice[]> {
    const all = await this.bodies.ofPlace(manager, municipalityId, position);
    return bySuggestion(
      all.map((body) => ({
        id: body.id,
        kind: body.kind,
        name: body.name,
        mailed: body.email !== null && this.config.smtpUrl !== null,
        how: body.how,
        suggestedBy: suggestedBy(body, road),
      })),
    );
  }

  /**
   * To whom broken lamps are reported, as residents may know.
   * @throws Refused `not.found` when there is no such municipality
   */
  async lampFaultPlaces(slug: string): Promise<LampFaultPlaces> {
    const { manager } = this.dataSource;
    const municipality = await this.municipalities.bySlug(manager, slug);
    if (!municipality) throw new Refused('not.found');
    const all = await this.list(manager, municipality.id);
    const items = all
      .filter(({ lamps, active, web, phone }) => lamps && active && (web ?? phone))
      .map(({ name, web, phone }) => ({ name, web, phone }));
    return { items };
  }

  /**
   * Adds a body.
   * @throws Refused `input.invalid` when the name is taken or the area is none
   */
  async add(manager: EntityManager, municipalityId: string, given: SaveBody): Promise<ResponsibleBody> {
    const fields = await this.checked(manager, municipalityId, given, null);
    const id = await this.bodies.insert(manager, municipalityId, fields, this.clock.now());
    return this.view(manager, municipalityId, id);
  }

  /** Begins a municipality's register; one that has any body is left as it is. */
  async begin(manager: EntityManager, municipalityId: string, given: readonly SaveBody[]): Promise<void> {
    if ((await this.bodies.all(manager, municipalityId)).length > 0) return;
    for (const body of given) await this.add(manager, municipalityId, body);
  }

  /**
   * Changes a body. What was referred to it keeps the name that it had.
   * @returns the body, and the names of what was changed
   * @throws Refused `not.found`, `input.invalid`, `version.stale`
   */
  async change(
    manager: EntityManager,
    municipalityId: string,
    id: string,
    given: SaveBody,
  ): Promise<{ body: ResponsibleBody; changed: string[] }> {
    const before = await this.bodies.lock(manager, id);
    if (before?.municipalityId !== municipalityId) throw new Refused('not.found');
    const fields = await this.checked(manager, municipalityId, given, id);
    if (given.version !== before.version) throw new Refused('version.stale');
    const changed = changedFields(before, fields);
    if (changed.length > 0) await this.bodies.update(manager, id, fields, this.clock.now());
    return { body: await this.view(manager, municipalityId, id), changed };
  }

  /** When a municipality reminds, and where answers go. */
  async settings(manager: EntityManager, municipalityId: string): Promise<ReferralSettings> {
    return (await this.bodies.settings(manager, municipalityId)) ?? USUAL;
  }

  /**
   * Keeps them.
   * @throws Refused `version.stale` when somebody else was first
   */
  async saveSettings(
    manager: EntityManager,
    municipalityId: string,
    settings: ReferralSettings,
  ): Promise<void> {
    if (!(await this.bodies.saveSettings(manager, municipalityId, settings)))
      throw new Refused('version.stale');
  }

  private async checked(
    manager: EntityManager,
    municipalityId: string,
    given: SaveBody,
    id: string | null,
  ): Promise<BodyFields> {
    const fields = bodyFields(given);
    if (!isArea(fields.area)) throw invalidField('area', 'notAnArea');
    if (fields.area && (await this.bodies.faultOfArea(manager, fields.area)) !== null)
      throw invalidField('area', 'notAnArea');
    if (await this.bodies.nameIsTaken(manager, municipalityId, fields.name, id))
      throw invalidField('name', 'nameTaken');
    return fields;
  }

  private async view(manager: EntityManager, municipalityId: string, id: string): Promise<ResponsibleBody> {
    const found = await this.bodies.one(manager, municipalityId, id);
    if (!found) throw new Error('A body vanished while it was kept');
    const { municipalityId: _here, ...body } = found;
    return body;
  }
}
