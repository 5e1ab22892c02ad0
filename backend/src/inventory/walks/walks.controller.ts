import { StaffWalk, WalkList, WalkQuery } from '@lofteskartan/shared/contracts/safety-walks';
import {
  CancelWalk,
  CompleteWalk,
  CreateWalk,
  OrderStops,
  PublishWalk,
  SaveWalk,
} from '@lofteskartan/shared/contracts/walk-planning';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { inventoryReaders } from '../place.rules.js';
import { HoldWalks } from './hold-walks.service.js';
import { PlanWalks } from './plan-walks.service.js';
import { ReadWalks } from './read-walks.service.js';
import { WalkStops } from './walk-stops.service.js';

const tags = ['Safety walks'];
const access: Access = { who: 'staff', roles: inventoryReaders };

/** Safety walks as staff plan, hold and publish them. Police read; who keeps the inventory keeps walks. */
@Controller('inventory/walks')
export class WalksController {
  constructor(
    private readonly reading: ReadWalks,
    private readonly planning: PlanWalks,
    private readonly stops: WalkStops,
    private readonly holding: HoldWalks,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'The safety walks of a municipality', sv: 'Kommunens trygghetsvandringar' },
    tags,
    access,
    query: WalkQuery,
    answers: { 200: WalkList },
    refusals: ['not.found'],
  })
  list(@CurrentStaff() staff: StaffMember, @Query() { municipality }: WalkQuery): Promise<WalkList> {
    return this.reading.list(staff, municipality);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Plan a safety walk', sv: 'Planera en trygghetsvandring' },
    tags,
    access,
    body: CreateWalk,
    answers: { 201: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'place.merged', 'walk.placeTwice'],
    idempotent: true,
  })
  create(@CurrentStaff() staff: StaffMember, @Body() body: CreateWalk, @IdempotencyKey() key: string) {
    return this.planning.create(staff, body, key);
  }

  @Get(':reference')
  @Endpoint({
    summary: {
      en: 'A safety walk as staff work with it',
      sv: 'En trygghetsvandring som handläggare ser den',
    },
    tags,
    access,
    answers: { 200: StaffWalk },
    refusals: ['not.found'],
  })
  one(@CurrentStaff() staff: StaffMember, @Param('reference') reference: string): Promise<StaffWalk> {
    return this.reading.one(staff, reference);
  }

  @Put(':reference')
  @Endpoint({
    summary: { en: 'Change the plan of a safety walk', sv: 'Ändra en trygghetsvandring' },
    tags,
    access,
    body: SaveWalk,
    answers: { 200: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'walk.cancelled'],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: SaveWalk,
  ): Promise<StaffWalk> {
    return this.planning.save(staff, reference, body);
  }

  @Put(':reference/order')
  @Endpoint({
    summary: { en: 'Put the stops of a walk in another order', sv: 'Ändra ordningen på stoppen' },
    tags,
    access,
    body: OrderStops,
    answers: { 200: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'walk.cancelled'],
  })
  order(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: OrderStops,
  ): Promise<StaffWalk> {
    return this.stops.order(staff, reference, body);
  }

  @Post(':reference/completions')
  @Endpoint({
    summary: { en: 'Say that a walk was held', sv: 'Ange att vandringen är genomförd' },
    description: { en: 'Participants are counts, never people. Said again, it corrects them.' },
    tags,
    access,
    body: CompleteWalk,
    answers: { 200: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'walk.cancelled', 'walk.notYet'],
  })
  complete(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: CompleteWalk,
  ): Promise<StaffWalk> {
    return this.holding.complete(staff, reference, body);
  }

  @Post(':reference/cancellations')
  @Endpoint({
    summary: { en: 'Call a walk off', sv: 'Ställ in en trygghetsvandring' },
    tags,
    access,
    body: CancelWalk,
    answers: { 200: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'walk.cancelled', 'walk.held'],
  })
  cancel(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: CancelWalk,
  ): Promise<StaffWalk> {
    return this.holding.cancel(staff, reference, body);
  }

  @Post(':reference/publications')
  @Endpoint({
    summary: { en: 'Publish the protocol of a walk', sv: 'Publicera protokollet' },
    description: {
      en: 'Refused while any stop lacks an answer. Published again, it is a corrected version with a reason.',
    },
    tags,
    access,
    body: PublishWalk,
    answers: { 200: StaffWalk },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'walk.cancelled',
      'walk.notWalked',
      'walk.noStops',
      'walk.unanswered',
      'walk.unchanged',
    ],
  })
  publish(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: PublishWalk,
  ): Promise<StaffWalk> {
    return this.holding.publish(staff, reference, body);
  }
}
