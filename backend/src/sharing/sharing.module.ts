import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { MedborgardialogModule } from '../medborgardialog/medborgardialog.module.js';
import { MedborgardialogOutcomesModule } from '../medborgardialog/outcomes/medborgardialog-outcomes.module.js';
import { MedborgardialogQuestionsModule } from '../medborgardialog/questions/medborgardialog-questions.module.js';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PublicProposalsModule } from '../proposals/public/public-proposals.module.js';
import { DescribePageService } from './describe-page.service.js';
import { EmbedController } from './embed.controller.js';
import { EmbedService } from './embed.service.js';
import { Pictures } from './pictures.service.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { SharePicturesController } from './share-pictures.controller.js';
import { ShareSubjects } from './share-subjects.service.js';

/** What the server makes of public answers for other places: the tags of pages, pictures and posts to share, and pages to embed. */
@Module({
  imports: [
    InventoryModule,
    MedborgardialogModule,
    MedborgardialogOutcomesModule,
    MedborgardialogQuestionsModule,
    MedborgarlofteModule,
    MunicipalitiesModule,
    PublicProposalsModule,
  ],
  controllers: [EmbedController, PostsController, SharePicturesController],
  providers: [DescribePageService, EmbedService, Pictures, PostsService, ShareSubjects],
})
export class SharingModule {}
