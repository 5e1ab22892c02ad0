import { Module } from '@nestjs/common';
import { ImportMunicipalityRepository } from './import-municipality.repository.js';
import { ImportMunicipality } from './import-municipality.service.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { MunicipalityLookup } from './municipality-lookup.js';
import { MunicipalitySettingsRepository } from './municipality-settings.repository.js';
import { MunicipalitySettingsService } from './municipality-settings.service.js';
import { MunicipalityViewRepository } from './municipality-view.repository.js';
import { MunicipalityRepository } from './municipality.repository.js';
import { ReadMunicipalitiesService } from './read-municipalities.service.js';

/** Municipalities, their outlines, localities and named places. */
@Module({
  controllers: [MunicipalitiesController],
  providers: [
    ImportMunicipality,
    ImportMunicipalityRepository,
    MunicipalityLookup,
    MunicipalityRepository,
    MunicipalitySettingsRepository,
    MunicipalitySettingsService,
    MunicipalityViewRepository,
    ReadMunicipalitiesService,
  ],
  exports: [ImportMunicipality, MunicipalityLookup, MunicipalitySettingsService],
})
export class MunicipalitiesModule {}
