import { OwnQuestion, SendReply } from '@lofteskartan/shared/contracts/questions';
import { Body, Controller, Header, Post } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import type { Reply } from '../../platform/reply.js';
import { FollowToken, IdempotencyKey } from '../../platform/request-parameters.js';
import { ReplyToQuestionService } from './reply-to-question.service.js';

/** What the sender replies to a question. */
@Controller('follow/replies')
export class RepliesController {
  constructor(private readonly replies: ReplyToQuestionService) {}

  @Post()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Reply to the question that staff asked', sv: 'Svara på handläggarnas fråga' },
    description: { en: 'Only staff read it. The proposal is under review again.' },
    tags: ['Proposals'],
    access: { who: 'sender' },
    body: SendReply,
    answers: { 201: OwnQuestion },
    refusals: ['followToken.wrong', 'reply.notAsked'],
    idempotent: true,
    rateLimit: 'public-write',
  })
  reply(
    @FollowToken() followToken: string | null,
    @Body() body: SendReply,
    @IdempotencyKey() key: string,
  ): Promise<Reply<OwnQuestion>> {
    return this.replies.reply(followToken, key, body);
  }
}
