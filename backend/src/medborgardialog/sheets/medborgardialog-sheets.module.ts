import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../../municipalities/municipalities.module.js';
import { MedborgardialogModule } from '../medborgardialog.module.js';
import { MakeTableSheet } from './make-table-sheet.service.js';
import { TableSheetsController } from './table-sheets.controller.js';

/** Papers for the tables of medborgardialoger. */
@Module({
  imports: [MedborgardialogModule, MunicipalitiesModule],
  controllers: [TableSheetsController],
  providers: [MakeTableSheet],
})
export class MedborgardialogSheetsModule {}
