import type { CreateTown, Town, TownMap, TownOrganisation } from '@lofteskartan/shared/contracts/town';
import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Box } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { AdminLog } from '../../staff/admin-log.service.js';
import { type ChosenOrganisation, FoundOffice } from '../../staff/found-office.service.js';
import { ChangeLocalities } from './change-localities.service.js';
import { CheckShape } from './check-shape.service.js';
import { placeFault } from './geojson.rules.js';
import { namingFaults } from './naming.rules.js';
import { ReadTown } from './read-town.service.js';
import { TownRepository } from './town.repository.js';

/** What applies in a municipality until its staff say otherwise. */
const firstSettings: MunicipalitySettings = {
  releaseDelayHours: 24,
  snapMetresSpeedCheck: 25,
  snapMetresDarkPlace: 25,
  snapMetresIdea: 25,
  wishMaxDistanceMetres: 1000,
  wishMaxAgeMonths: 24,
  pinMonths: 24,
  answerWithinWorkingDays: null,
  answerWithinSpeedCheck: null,
  answerWithinDarkPlace: null,
  answerWithinIdea: null,
};

const firstMap: Omit<TownMap, 'center'> = { zoom: 11, minZoom: 9, maxZoom: 18 };

/** Adds municipalities. */
@Injectable()
export class CreateTownService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly towns: TownRepository,
    private readonly shapes: CheckShape,
    private readonly localities: ChangeLocalities,
    private readonly offices: FoundOffice,
    private readonly reading: ReadTown,
    private readonly log: AdminLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a municipality as a draft, with its organisations and first locality. Who adds it administers it.
   * @throws Refused `input.invalid` for a name that is taken or reserved, or an organisation that is not there; `shape.invalid`
   */
  create(staff: StaffMember, given: CreateTown, key: string): Promise<Reply<Town>> {
    return this.idempotency.run({
      key,
      route: 'POST /municipalities',
      caller: staff.accountId,
      body: given,
      work: async (manager) => {
        const id = await this.store(manager, given);
        const settle = (type: 'police' | 'municipality', field: 'police' | 'office') =>
          this.offices.settle(manager, id, type, chosen(given[field], field), field);
        const police = await settle('police', 'police');
        await this.towns.change(manager, id, { policeDistrict: police.name });
        const office = await settle('municipality', 'office');
        await this.offices.appoint(manager, staff.accountId, id, office.id);
        await this.localities.store(manager, id, given.locality);
        const { outline, ...said } = given;
        await this.log.append(manager, {
          at: this.clock.now(),
          actorAccountId: staff.accountId,
          municipalityId: id,
          type: 'town.created',
          subjectId: id,
          changes: { before: null, after: { ...said, hasOutline: outline !== undefined } },
        });
        return new Reply(201, await this.reading.view(id, manager));
      },
    });
  }

  private async store(manager: EntityManager, given: CreateTown): Promise<string> {
    const { name, shortName, slug, code, referencePrefix, contacts, policeLink } = given;
    const taken = await this.towns.taken(manager, given);
    const errors = namingFaults({ slug, taken });
    if (errors.length > 0) throw new Refused('input.invalid', { errors });
    const id = await this.towns.create(manager, {
      name: name.trim(),
      shortName: shortName.trim(),
      slug,
      code,
      referencePrefix,
      // Its name is known once it is settled.
      policeDistrict: '',
      outline: await this.outlineOf(manager, given),
      texts: { welcome: null, about: null },
      contacts,
      links: { petitions: null, faultReports: null, police: policeLink, website: null },
      map: { center: given.locality.position, ...firstMap },
      settings: firstSettings,
      now: this.clock.now(),
    });
    if (!id) throw new Refused('input.invalid', { errors: [{ field: 'slug', code: 'taken' }] });
    return id;
  }

  private async outlineOf(manager: EntityManager, { outline, box }: CreateTown): Promise<object> {
    if (outline === undefined) {
      if (!box) throw invalidField('outline', 'required');
      return polygonOf(box);
    }
    const { shape } = await this.shapes.check(manager, null, 'outline', outline);
    if (!shape) throw new Refused('shape.invalid', { errors: [{ field: 'outline', code: 'invalid' }] });
    return shape;
  }
}

function chosen({ slug, name }: TownOrganisation, field: string): ChosenOrganisation {
  if (slug !== undefined) return { existing: slug };
  if (name === undefined) throw invalidField(field, 'required');
  return { name: name.trim() };
}

function polygonOf([west, south, east, north]: Box): object {
  if (placeFault(west, south) ?? placeFault(east, north)) throw invalidField('box', 'outside');
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
