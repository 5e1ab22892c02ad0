import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Endpoint } from '../platform/endpoint.js';
import { Refused } from '../platform/problem/refused.js';
import { sendPicture } from './picture-answer.js';
import { Pictures } from './pictures.service.js';
import { shareSubjects, ShareSubjects } from './share-subjects.service.js';

/** The pictures that show where a shared address leads. */
@Controller('share-pictures')
export class SharePicturesController {
  constructor(
    private readonly subjects: ShareSubjects,
    private readonly pictures: Pictures,
  ) {}

  @Get(':subject/:name')
  @Endpoint({
    summary: { en: 'The picture of a shared page, 1200 × 630', sv: 'Bilden till en delad sida' },
    description: {
      en: '`subject` is `medborgarloften`, `commitments` or `follow-ups` with an id as `name`, or `proposals` or `medborgardialoger` with a reference.',
    },
    tags: ['Sharing'],
    access: { who: 'anyone' },
    answers: { 200: { media: ['image/png'], description: { en: 'The picture.' } }, 304: 'nothing' },
    refusals: ['not.found', 'proposal.notFound'],
    rateLimit: 'drawn',
  })
  async picture(
    @Param('subject') subject: string,
    @Param('name') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const known = shareSubjects.find((each) => each === subject);
    if (!known || (!named.has(known) && !isUuid(name))) throw new Refused('not.found');
    const { picture } = await this.subjects.of(known, name);
    return sendPicture(request, response, {
      version: this.pictures.versionOf(picture),
      cacheControl: 'public, max-age=3600',
      draw: () => this.pictures.png(picture, 'wide'),
    });
  }
}

/** What has a reference instead of an id. */
const named: ReadonlySet<string> = new Set(['proposals', 'medborgardialoger']);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a name can be an id. */
function isUuid(name: string): boolean {
  return uuid.test(name);
}
