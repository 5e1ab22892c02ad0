import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogChanges } from './medborgardialog-changes.service.js';
import { MedborgardialogEventRepository } from './medborgardialog-event.repository.js';
import { MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository } from './medborgardialog.repository.js';

/** Medborgardialoger: what they are, and who may do what with them and when. */
@Module({
  imports: [MunicipalitiesModule],
  providers: [
    MedborgardialogAccess,
    MedborgardialogChanges,
    MedborgardialogEventRepository,
    MedborgardialogPartsRepository,
    MedborgardialogRepository,
  ],
  exports: [
    MedborgardialogAccess,
    MedborgardialogChanges,
    MedborgardialogPartsRepository,
    MedborgardialogRepository,
  ],
})
export class MedborgardialogModule {}
