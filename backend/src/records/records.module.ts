import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { WorkLogController } from './work-log.controller.js';
import { WorkLogRepository } from './work-log.repository.js';
import { WorkLogService } from './work-log.service.js';

/** What is kept and for how long: the log, records, disposal, archive, and the documentation of personal data. */
@Module({
  imports: [MunicipalitiesModule],
  controllers: [WorkLogController],
  providers: [WorkLogRepository, WorkLogService],
})
export class RecordsModule {}
