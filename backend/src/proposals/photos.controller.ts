import { PhotoUploadReceipt } from '@lofteskartan/shared/contracts/proposals';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Endpoint, type EndpointDeclaration } from '../platform/endpoint.js';
import type { Reply } from '../platform/reply.js';
import { FollowToken, IdempotencyKey } from '../platform/request-parameters.js';
import { MaybeStaff, type StaffMember } from '../platform/staff-member.js';
import { AddPhotosService } from './add-photos.service.js';
import { photoField, receivePhotos } from './photo-upload.js';
import { PHOTO_MEDIA } from './photo.rules.js';
import { ShowPhotoService } from './show-photo.service.js';

const picture = {
  tags: ['Proposals'],
  access: { who: 'anyone', may: ['followToken', 'session'] },
  answers: { 200: { media: ['image/jpeg'], description: { en: 'The picture.' } } },
  refusals: ['not.found'],
} as const satisfies Partial<EndpointDeclaration>;

/** Photos: what senders add, and what is shown. */
@Controller()
export class PhotosController {
  constructor(
    private readonly photos: AddPhotosService,
    private readonly show: ShowPhotoService,
  ) {}

  @Post('proposals/:reference/photos')
  @Endpoint({
    summary: { en: 'Add photos to one’s own proposal', sv: 'Lägg till bilder till sitt eget förslag' },
    description: {
      en: 'Up to five photos in all. Their content decides the format; they are written anew without metadata and show only when a human has released them.',
    },
    tags: ['Proposals'],
    access: { who: 'sender' },
    multipart: {
      field: photoField,
      maxFiles: LIMITS.photosPerProposal,
      maxBytesEach: LIMITS.photoBytes,
      media: PHOTO_MEDIA,
    },
    answers: { 201: PhotoUploadReceipt },
    refusals: [
      'followToken.wrong',
      'proposal.withdrawn',
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
    @Param('reference') reference: string,
    @FollowToken() followToken: string | null,
    @IdempotencyKey() key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Reply<PhotoUploadReceipt>> {
    const proposal = await this.photos.openFor(reference, followToken);
    return this.photos.add(proposal, await receivePhotos(request, response), key);
  }

  @Get('photos/:id')
  @Endpoint({
    ...picture,
    summary: { en: 'A photo', sv: 'En bild' },
    description: {
      en: 'A released photo of a public proposal is for everyone; any other for its sender (`Follow-Token`) and the staff of its municipality alone.',
    },
  })
  photo(
    @Param('id') id: string,
    @FollowToken() followToken: string | null,
    @MaybeStaff() staff: StaffMember | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.send(response, id, 'picture', followToken, staff);
  }

  @Get('photos/:id/thumbnail')
  @Endpoint({
    ...picture,
    summary: { en: 'A photo’s thumbnail', sv: 'En bild i litet format' },
    description: { en: 'At most 480 px; for the same readers as the photo.' },
  })
  thumbnail(
    @Param('id') id: string,
    @FollowToken() followToken: string | null,
    @MaybeStaff() staff: StaffMember | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.send(response, id, 'thumbnail', followToken, staff);
  }

  private async send(
    response: Response,
    id: string,
    size: 'picture' | 'thumbnail',
    followToken: string | null,
    staff: StaffMember | null,
  ): Promise<StreamableFile> {
    const { file, cacheControl } = await this.show.show(id, size, { followToken, staff });
    response.set('Cache-Control', cacheControl);
    return file;
  }
}
