import { Module } from '@nestjs/common';
import { MedborgardialogModule } from '../medborgardialog/medborgardialog.module.js';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { AtomFeeds } from './atom-feeds.service.js';
import { PublicCalendar } from './calendar.service.js';
import { DialogueCalendar } from './dialogue-calendar.service.js';
import { FeedEntriesRepository } from './feed-entries.repository.js';
import { FeedsController } from './feeds.controller.js';
import { PublicCommitments } from './public-commitments.service.js';

/** Feeds and calendars of what everyone may read: a guest room without tables of its own. */
@Module({
  imports: [MedborgardialogModule, MunicipalitiesModule, MedborgarlofteModule],
  controllers: [FeedsController],
  providers: [AtomFeeds, DialogueCalendar, FeedEntriesRepository, PublicCalendar, PublicCommitments],
})
export class FeedsModule {}
