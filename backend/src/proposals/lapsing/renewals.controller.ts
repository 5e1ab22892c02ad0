import { EmptyBody, WishTerm } from '@lofteskartan/shared/contracts/proposals';
import { Body, Controller, Header, Post } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { FollowToken } from '../../platform/request-parameters.js';
import { RenewWishService } from './renew-wish.service.js';

/** "The problem is still there": the sender renews a wish for a speed check. */
@Controller('follow/renewals')
export class RenewalsController {
  constructor(private readonly wishes: RenewWishService) {}

  @Post()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Renew one’s wish for a speed check', sv: 'Förnya sitt önskemål om hastighetskontroll' },
    description: { en: 'From eleven months on; it then holds for twelve months more.' },
    tags: ['Proposals'],
    access: { who: 'sender' },
    body: EmptyBody,
    answers: { 200: WishTerm },
    refusals: ['followToken.wrong', 'wish.notYet'],
    rateLimit: 'public-write',
  })
  renew(@FollowToken() followToken: string | null, @Body() _body: EmptyBody): Promise<WishTerm> {
    return this.wishes.renew(followToken);
  }
}
