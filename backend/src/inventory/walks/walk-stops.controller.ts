import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { AnswerStop } from '@lofteskartan/shared/contracts/walk-answers';
import { AddObservation, StopPhotoQuery } from '@lofteskartan/shared/contracts/walk-observations';
import { AddStop, RemoveStop, StopIntoPlace } from '@lofteskartan/shared/contracts/walk-planning';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { photoField, receivePhotos } from '../../proposals/photo-upload.js';
import { PHOTO_MEDIA } from '../../proposals/photo.rules.js';
import { inventoryReaders } from '../place.rules.js';
import { AnswerStops } from './answer-stops.service.js';
import { ObserveStops } from './observe-stops.service.js';
import { WalkStops } from './walk-stops.service.js';

const tags = ['Safety walks'];
const access: Access = { who: 'staff', roles: inventoryReaders };

/** Where a walk stops: what was seen there, and what comes of it. */
@Controller('inventory/walks/:reference')
export class WalkStopsController {
  constructor(
    private readonly stops: WalkStops,
    private readonly observing: ObserveStops,
    private readonly answering: AnswerStops,
  ) {}

  @Post('stops')
  @Endpoint({
    summary: { en: 'Add a stop to a walk', sv: 'Lägg till ett stopp' },
    description: { en: 'A place of the inventory, or a position with a name that was found on the way.' },
    tags,
    access,
    body: AddStop,
    answers: { 201: StaffWalk },
    refusals: [
      'not.found',
      'role.insufficient',
      'place.merged',
      'walk.cancelled',
      'walk.placeTwice',
      'walk.tooManyStops',
    ],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: AddStop,
    @IdempotencyKey() key: string,
  ) {
    return this.stops.add(staff, reference, body, key);
  }

  @Post('stops/:id/removals')
  @Endpoint({
    summary: { en: 'Take a stop out of a walk', sv: 'Ta bort ett stopp' },
    description: { en: 'What was seen there goes too; photos stay with their place.' },
    tags,
    access,
    body: RemoveStop,
    answers: { 200: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'walk.cancelled'],
  })
  remove(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: RemoveStop,
  ): Promise<StaffWalk> {
    return this.stops.remove(staff, reference, id, body);
  }

  @Post('stops/:id/places')
  @Endpoint({
    summary: { en: 'Make a stop a place of the inventory', sv: 'Gör ett stopp till en plats' },
    tags,
    access,
    body: StopIntoPlace,
    answers: { 201: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'walk.cancelled', 'walk.stopIsPlace'],
    idempotent: true,
  })
  intoPlace(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: StopIntoPlace,
    @IdempotencyKey() key: string,
  ) {
    return this.stops.intoPlace(staff, reference, id, body, key);
  }

  @Post('stops/:id/observations')
  @Endpoint({
    summary: { en: 'Write down what is seen at a stop', sv: 'Skriv ned det som ses vid ett stopp' },
    description: { en: 'Comes beside what was written down before: nothing is written over.' },
    tags,
    access,
    body: AddObservation,
    answers: { 201: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'walk.cancelled'],
    idempotent: true,
  })
  observe(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: AddObservation,
    @IdempotencyKey() key: string,
  ) {
    return this.observing.observe(staff, reference, id, body, key);
  }

  @Post('observations/:id/withdrawals')
  @Endpoint({
    summary: { en: 'Take back what was written down at a stop', sv: 'Ta bort en iakttagelse' },
    tags,
    access,
    body: EmptyBody,
    answers: { 200: StaffWalk },
    refusals: ['not.found', 'role.insufficient', 'walk.cancelled'],
  })
  withdraw(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<StaffWalk> {
    return this.observing.withdraw(staff, reference, id);
  }

  @Post('stops/:id/photos')
  @Endpoint({
    summary: { en: 'Add photos from a stop', sv: 'Lägg till bilder från ett stopp' },
    description: {
      en: 'Kept with the place of the stop, written anew without metadata. A stop that is no place yet becomes one that only staff see.',
    },
    tags,
    access,
    query: StopPhotoQuery,
    multipart: {
      field: photoField,
      maxFiles: LIMITS.photosPerProposal,
      maxBytesEach: LIMITS.photoBytes,
      media: PHOTO_MEDIA,
    },
    answers: { 201: StaffWalk },
    refusals: [
      'not.found',
      'role.insufficient',
      'walk.cancelled',
      'place.merged',
      'photo.missing',
      'photo.tooMany',
      'photo.tooLarge',
      'photo.wrongType',
      'photo.unreadable',
    ],
    idempotent: true,
    rateLimit: 'photos',
  })
  async addPhotos(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Query() { light }: StopPhotoQuery,
    @IdempotencyKey() key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply<StaffWalk>> {
    const walk = await this.observing.openFor(staff, reference, id);
    const bytes = await receivePhotos(request, response);
    return this.observing.addPhotos(staff, walk, id, light, { bytes, key });
  }

  @Put('stops/:id/answer')
  @Endpoint({
    summary: { en: 'Answer what comes of a stop', sv: 'Svara vad stoppet leder till' },
    description: {
      en: 'A measure that is made or pointed at, a body that it was referred to, nothing more needed, or no and why. Everyone reads the words once the protocol is published.',
    },
    tags,
    access,
    body: AnswerStop,
    answers: { 200: StaffWalk },
    refusals: [
      'not.found',
      'role.insufficient',
      'version.stale',
      'place.merged',
      'walk.cancelled',
      'walk.notWalked',
      'walk.stopNoPlace',
    ],
  })
  answer(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: AnswerStop,
  ): Promise<StaffWalk> {
    return this.answering.answer(staff, reference, id, body);
  }
}
