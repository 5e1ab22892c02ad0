import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { DoneRepository } from './done.repository.js';
import { HeardRepository } from './heard.repository.js';
import { OpenSituation } from './open-situation.service.js';
import { PassOnPicture } from './pass-on-picture.service.js';
import { ReadBehind } from './read-behind.service.js';
import { ReadPicture } from './read-picture.service.js';
import { ReadSpots } from './read-spots.service.js';
import { SituationController } from './situation.controller.js';

/** The situational picture (lägesbild): what residents say, where and when, beside what was done. For staff; it has no tables. */
@Module({
  imports: [MunicipalitiesModule],
  controllers: [SituationController],
  providers: [
    DoneRepository,
    HeardRepository,
    OpenSituation,
    PassOnPicture,
    ReadBehind,
    ReadPicture,
    ReadSpots,
  ],
})
export class SituationModule {}
