import { Module } from '@nestjs/common';
import { MapGridFolder } from './map-grid-folder.js';
import { MapGridRepository } from './map-grid.repository.js';
import { MapGrid } from './map-grid.js';

/** What everyone may read about proposals; and `MapGrid`, which the writing side keeps informed. */
@Module({
  controllers: [],
  providers: [MapGrid, MapGridFolder, MapGridRepository],
  exports: [MapGrid],
})
export class PublicProposalsModule {}
