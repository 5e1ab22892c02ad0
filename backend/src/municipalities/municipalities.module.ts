import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { ChangeLocalities } from './administration/change-localities.service.js';
import { ChangeSettingsService } from './administration/change-settings.service.js';
import { ChangeTownService } from './administration/change-town.service.js';
import { CheckShape } from './administration/check-shape.service.js';
import { CreateTownService } from './administration/create-town.service.js';
import { LocalityRepository } from './administration/locality.repository.js';
import { ReadTown } from './administration/read-town.service.js';
import { ReplaceShape } from './administration/replace-shape.service.js';
import { SettingsController } from './administration/settings.controller.js';
import { ShapeRepository } from './administration/shape.repository.js';
import { ShapesController } from './administration/shapes.controller.js';
import { TownChanges } from './administration/town-changes.service.js';
import { TownController } from './administration/town.controller.js';
import { TownRepository } from './administration/town.repository.js';
import { BlockListController } from './block-list/block-list.controller.js';
import { BlockListRepository } from './block-list/block-list.repository.js';
import { KeepBlockListService } from './block-list/keep-block-list.service.js';
import { BodiesController } from './bodies/bodies.controller.js';
import { BodyRepository } from './bodies/body.repository.js';
import { KeepBodiesService } from './bodies/keep-bodies.service.js';
import { LampFaultsController } from './bodies/lamp-faults.controller.js';
import { ResponsibleBodies } from './bodies/responsible-bodies.service.js';
import { ImportMunicipalityRepository } from './import-municipality.repository.js';
import { ImportMunicipality } from './import-municipality.service.js';
import { MapGroundRepository } from './map-ground.repository.js';
import { MapGrounds } from './map-grounds.service.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { MunicipalityLookup } from './municipality-lookup.js';
import { MunicipalitySettingsRepository } from './municipality-settings.repository.js';
import { MunicipalitySettingsService } from './municipality-settings.service.js';
import { MunicipalityViewRepository } from './municipality-view.repository.js';
import { MunicipalityRepository } from './municipality.repository.js';
import { ImportPlacesService } from './place-list/import-places.service.js';
import { KeepPlacesService } from './place-list/keep-places.service.js';
import { PlaceListController } from './place-list/place-list.controller.js';
import { PlaceListRepository } from './place-list/place-list.repository.js';
import { ImportPopulationService } from './population/import-population.service.js';
import { KeepPopulation } from './population/keep-population.service.js';
import { PopulationController } from './population/population.controller.js';
import { PopulationRepository } from './population/population.repository.js';
import { ReadMunicipalitiesService } from './read-municipalities.service.js';

/** Municipalities, their outlines, localities and named places, and those who administer them. */
@Module({
  imports: [StaffModule],
  controllers: [
    BlockListController,
    BodiesController,
    LampFaultsController,
    MunicipalitiesController,
    PlaceListController,
    PopulationController,
    SettingsController,
    ShapesController,
    TownController,
  ],
  providers: [
    BlockListRepository,
    BodyRepository,
    ChangeLocalities,
    ChangeSettingsService,
    ChangeTownService,
    CheckShape,
    CreateTownService,
    ImportMunicipality,
    ImportMunicipalityRepository,
    ImportPlacesService,
    ImportPopulationService,
    KeepBlockListService,
    KeepBodiesService,
    KeepPlacesService,
    KeepPopulation,
    LocalityRepository,
    MapGroundRepository,
    MapGrounds,
    MunicipalityLookup,
    MunicipalityRepository,
    MunicipalitySettingsRepository,
    MunicipalitySettingsService,
    MunicipalityViewRepository,
    PlaceListRepository,
    PopulationRepository,
    ReadMunicipalitiesService,
    ReadTown,
    ReplaceShape,
    ResponsibleBodies,
    ShapeRepository,
    TownChanges,
    TownRepository,
  ],
  exports: [
    ImportMunicipality,
    KeepPopulation,
    MapGrounds,
    MunicipalityLookup,
    ResponsibleBodies,
    TownChanges,
  ],
})
export class MunicipalitiesModule {}
