import { Module } from '@nestjs/common';
import { MedborgardialogModule } from '../medborgardialog/medborgardialog.module.js';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { TriageModule } from '../triage/triage.module.js';
import { ArchiveController } from './archive/archive.controller.js';
import { ArchiveCase } from './archive/archive-case.service.js';
import { DocumentationController } from './documentation.controller.js';
import { DocumentationService } from './documentation.service.js';
import { DisposePhotoOriginals } from './dispose-photo-originals.job.js';
import { DisposeService } from './dispose.service.js';
import { KeepRecordService } from './keep-record.service.js';
import { PhotoSecrecyController } from './photo-secrecy.controller.js';
import { PhotoSecrecyService } from './photo-secrecy.service.js';
import { EmptyQuarantine } from './quarantine/empty-quarantine.job.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { RecordRepository } from './record.repository.js';
import { RecordsController } from './records.controller.js';
import { RetentionController } from './retention.controller.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionService } from './retention.service.js';
import { WorkLogController } from './work-log.controller.js';
import { WorkLogRepository } from './work-log.repository.js';
import { WorkLogService } from './work-log.service.js';

/** What is kept and for how long: the log, records, disposal, archive, and the documentation of personal data. */
@Module({
  imports: [MedborgardialogModule, MunicipalitiesModule, ProposalsModule, MedborgarlofteModule, TriageModule],
  controllers: [
    ArchiveController,
    DocumentationController,
    PhotoSecrecyController,
    QuarantineController,
    RecordsController,
    RetentionController,
    WorkLogController,
  ],
  providers: [
    ArchiveCase,
    DisposePhotoOriginals,
    DisposeService,
    DocumentationService,
    KeepRecordService,
    EmptyQuarantine,
    PhotoSecrecyService,
    QuarantineService,
    RecordRepository,
    RetentionRepository,
    RetentionService,
    WorkLogRepository,
    WorkLogService,
  ],
})
export class RecordsModule {}
