import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { MailPreviewsController } from './mail-previews.controller.js';
import { PreviewMailService } from './preview-mail.service.js';
import { AskByMail } from './ask-by-mail.service.js';
import { ComposeMail } from './compose-mail.service.js';
import { NewsMailsRepository } from './news-mails.repository.js';
import { NewsRepository } from './news.repository.js';
import { TellNews } from './tell-news.service.js';

/** News of proposals as mails. Nobody imports this room; news reach it by jobs. */
@Module({
  imports: [ProposalsModule],
  controllers: [MailPreviewsController],
  providers: [AskByMail, ComposeMail, NewsMailsRepository, NewsRepository, PreviewMailService, TellNews],
})
export class NotificationsModule {}
