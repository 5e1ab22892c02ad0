import { PlaceSign, PlaceSignQuery } from '@lofteskartan/shared/contracts/place-signs';
import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { inventoryReaders } from '../inventory/place.rules.js';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { MakeSigns } from './make-signs.service.js';
import { sent } from './sign-answer.js';

const tags = ['Signs'];
const access: Access = { who: 'staff', roles: inventoryReaders };

/** Signs at public places of the inventory. */
@Controller('inventory/places/:reference/sign')
export class PlaceSignsController {
  constructor(private readonly signs: MakeSigns) {}

  @Get()
  @Endpoint({
    summary: { en: 'What a sign at a place says', sv: 'Vad en skylt vid en plats säger' },
    description: { en: 'Made of the public answer about the place, now.' },
    tags,
    access,
    query: PlaceSignQuery,
    answers: { 200: PlaceSign },
    refusals: ['not.found', 'sign.nothingPublic'],
  })
  read(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Query() query: PlaceSignQuery,
  ): Promise<PlaceSign> {
    return this.signs.ofPlace(staff, reference, query);
  }

  @Get('pdf')
  @Endpoint({
    summary: { en: 'A sign at a place as PDF', sv: 'En skylt vid en plats som PDF' },
    description: { en: 'A5, one page, tagged.' },
    tags,
    access,
    query: PlaceSignQuery,
    answers: { 200: { media: ['application/pdf'], description: { en: 'The sign to print.' } } },
    refusals: ['not.found', 'sign.nothingPublic'],
    rateLimit: 'drawn',
  })
  async pdf(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Query() query: PlaceSignQuery,
  ): Promise<StreamableFile> {
    const sign = await this.signs.ofPlace(staff, reference, query);
    return sent(await this.signs.draw(sign, reference.toLowerCase()));
  }
}
