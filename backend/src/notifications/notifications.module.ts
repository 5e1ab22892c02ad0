import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { AskByMail } from './ask-by-mail.service.js';
import { ComposeMail } from './compose-mail.service.js';
import { Mailer } from './mailer.js';
import { MailsRepository } from './mails.repository.js';
import { NewsRepository } from './news.repository.js';
import { SendMail } from './send-mail.service.js';
import { TellNews } from './tell-news.service.js';

/** Mails: what is to be sent and what was. Nobody imports this room; news reach it by jobs. */
@Module({
  imports: [ProposalsModule],
  providers: [AskByMail, ComposeMail, Mailer, MailsRepository, NewsRepository, SendMail, TellNews],
})
export class NotificationsModule {}
