import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { AreaNewsRepository } from './area-news.repository.js';
import { ComposeAreaMail } from './compose-area-mail.service.js';
import { ManageSubscription } from './manage-subscription.service.js';
import { SubscribeService } from './subscribe.service.js';
import { SubscriptionRepository } from './subscription.repository.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { TellAreaNews } from './tell-area-news.service.js';
import { ToldThingsRepository } from './told-things.repository.js';

/** Mail about what becomes public in an area. Nobody imports this room; news reach it by jobs. */
@Module({
  imports: [MunicipalitiesModule, ProposalsModule],
  controllers: [SubscriptionsController],
  providers: [
    AreaNewsRepository,
    ComposeAreaMail,
    ManageSubscription,
    SubscribeService,
    SubscriptionRepository,
    SubscriptionSecrets,
    TellAreaNews,
    ToldThingsRepository,
  ],
})
export class SubscriptionsModule {}
