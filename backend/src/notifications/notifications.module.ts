import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { AskByMail } from './ask-by-mail.service.js';
import { ComposeMail } from './compose-mail.service.js';
import { NewsMailsRepository } from './news-mails.repository.js';
import { NewsRepository } from './news.repository.js';
import { TellNews } from './tell-news.service.js';

/** News of proposals as mails. Nobody imports this room; news reach it by jobs. */
@Module({
  imports: [ProposalsModule],
  providers: [AskByMail, ComposeMail, NewsMailsRepository, NewsRepository, TellNews],
})
export class NotificationsModule {}
