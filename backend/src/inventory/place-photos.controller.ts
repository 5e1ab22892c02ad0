import { ChangePlacePhoto, PlacePhotoQuery, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { LIMITS, type Language } from '@lofteskartan/shared/vocabulary';
import {
  Body,
  Controller,
  Get,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { Endpoint, type EndpointDeclaration } from '../platform/endpoint.js';
import { CallerLanguage } from '../platform/problem/language.js';
import type { Reply } from '../platform/reply.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, MaybeStaff, type StaffMember } from '../platform/staff-member.js';
import { photoField, receivePhotos } from '../proposals/photo-upload.js';
import { PHOTO_MEDIA } from '../proposals/photo.rules.js';
import { PlacePhotos } from './place-photos.service.js';
import { inventoryReaders } from './place.rules.js';

const tags = ['Inventory'];
const picture = {
  tags,
  access: { who: 'anyone', may: ['session'] },
  answers: { 200: { media: ['image/jpeg'], description: { en: 'The picture.' } } },
  refusals: ['not.found'],
} as const satisfies Partial<EndpointDeclaration>;

/** Photos of places, by day and by night. */
@Controller('inventory')
export class PlacePhotosController {
  constructor(private readonly photos: PlacePhotos) {}

  @Post('places/:reference/photos')
  @Endpoint({
    summary: { en: 'Add photos to a place', sv: 'Lägg till bilder på en plats' },
    description: {
      en: 'Written anew without metadata. Nobody but staff sees them until they are made public.',
    },
    tags,
    access: { who: 'staff', roles: inventoryReaders },
    query: PlacePhotoQuery,
    multipart: {
      field: photoField,
      maxFiles: LIMITS.photosPerProposal,
      maxBytesEach: LIMITS.photoBytes,
      media: PHOTO_MEDIA,
    },
    answers: { 201: StaffPlace },
    refusals: [
      'not.found',
      'role.insufficient',
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
  async add(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Query() { light }: PlacePhotoQuery,
    @IdempotencyKey() key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply<StaffPlace>> {
    const place = await this.photos.openFor(staff, reference);
    const bytes = await receivePhotos(request, response);
    return this.photos.add({ staff, language }, place, light, bytes, key);
  }

  @Patch('places/:reference/photos/:id')
  @Endpoint({
    summary: { en: 'Decide about a photo of a place', sv: 'Bestäm om en bild på en plats' },
    tags,
    access: { who: 'staff', roles: inventoryReaders },
    body: ChangePlacePhoto,
    answers: { 200: StaffPlace },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'place.merged'],
  })
  change(
    @CurrentStaff() staff: StaffMember,
    @CallerLanguage() language: Language,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Body() body: ChangePlacePhoto,
  ): Promise<StaffPlace> {
    return this.photos.change({ staff, language }, reference, id, body);
  }

  @Get('photos/:id')
  @Endpoint({
    ...picture,
    summary: { en: 'A photo of a place', sv: 'En bild på en plats' },
    description: { en: 'For everyone where photo and place are public, else for staff of the municipality.' },
  })
  photo(
    @Param('id') id: string,
    @MaybeStaff() staff: StaffMember | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.send(response, staff, id, 'picture');
  }

  @Get('photos/:id/thumbnail')
  @Endpoint({
    ...picture,
    summary: { en: 'A thumbnail of a photo of a place', sv: 'En bild på en plats i litet format' },
    description: { en: 'At most 480 px; for the same readers as the photo.' },
  })
  thumbnail(
    @Param('id') id: string,
    @MaybeStaff() staff: StaffMember | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.send(response, staff, id, 'thumbnail');
  }

  private async send(
    response: Response,
    staff: StaffMember | null,
    id: string,
    size: 'picture' | 'thumbnail',
  ): Promise<StreamableFile> {
    const { file, cacheControl } = await this.photos.show(staff, id, size);
    response.set('Cache-Control', cacheControl);
    return file;
  }
}
