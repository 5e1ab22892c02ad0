import { Module } from '@nestjs/common';
import { MunicipalityLookup } from './municipality-lookup.js';
import { MunicipalityRepository } from './municipality.repository.js';

/** Municipalities, their outlines, localities and named places. */
@Module({
  providers: [MunicipalityLookup, MunicipalityRepository],
  exports: [MunicipalityLookup],
})
export class MunicipalitiesModule {}
