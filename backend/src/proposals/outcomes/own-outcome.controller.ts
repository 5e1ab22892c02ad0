import { OwnOutcome, TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import { Body, Controller, Header, Put } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { FollowToken } from '../../platform/request-parameters.js';
import { TellOutcomeService } from './tell-outcome.service.js';

/** What the sender says afterwards. */
@Controller('follow/outcome')
export class OwnOutcomeController {
  constructor(private readonly outcomes: TellOutcomeService) {}

  @Put()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Say whether it helped', sv: 'Berätta om det hjälpte' },
    description: {
      en: 'Once the proposal is publicly done, answered or declined. Only staff read it; a new answer takes the place of the old one.',
      sv: 'När förslaget är åtgärdat, besvarat eller avslaget. Bara handläggare läser svaret. Ett nytt svar ersätter det gamla.',
    },
    tags: ['Proposals'],
    access: { who: 'sender' },
    body: TellOutcome,
    answers: { 200: OwnOutcome },
    refusals: ['followToken.wrong', 'outcome.tooEarly'],
    rateLimit: 'public-write',
  })
  tell(@FollowToken() followToken: string | null, @Body() body: TellOutcome): Promise<OwnOutcome> {
    return this.outcomes.tell(followToken, body);
  }
}
