import { POST_SUBJECTS, type PostSubject } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { SocialPost } from '@lofteskartan/shared/contracts/sharing';
import type { Request, Response } from 'express';
import { Endpoint } from '../platform/endpoint.js';
import { Refused } from '../platform/problem/refused.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { triageRoles } from '../staff/access.rules.js';
import { sendPicture } from './picture-answer.js';
import { PostsService } from './posts.service.js';

const tags = ['Sharing'];
const access = { who: 'staff', roles: triageRoles } as const;

/** Ready posts for Instagram and Facebook. */
@Controller('triage/posts/:subject/:name')
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  @Get()
  @Endpoint({
    summary: { en: 'A ready post about something public', sv: 'Ett färdigt inlägg' },
    description: {
      en: '`subject` is `activities`, `commitments` or `follow-ups` by its id, or `medborgardialoger` or `dialogue-reports` by the dialogue’s reference.',
    },
    tags,
    access,
    answers: { 200: SocialPost },
    refusals: ['not.found'],
  })
  post(@Param('subject') subject: string, @Param('name') name: string, @CurrentStaff() staff: StaffMember) {
    return this.posts.post(known(subject), name, staff);
  }

  @Get('picture')
  @Endpoint({
    summary: { en: 'The square picture of a post, 1080 × 1080', sv: 'Inläggets bild' },
    tags,
    access,
    answers: { 200: { media: ['image/png'], description: { en: 'The picture.' } }, 304: 'nothing' },
    refusals: ['not.found'],
    rateLimit: 'drawn',
  })
  async picture(
    @Param('subject') subject: string,
    @Param('name') name: string,
    @CurrentStaff() staff: StaffMember,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return sendPicture(request, response, await this.posts.picture(known(subject), name, staff));
  }
}

function known(subject: string): PostSubject {
  const found = POST_SUBJECTS.find((each) => each === subject);
  if (!found) throw new Refused('not.found');
  return found;
}
