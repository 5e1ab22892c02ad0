import { Module } from '@nestjs/common';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { CompleteMeasures } from './complete-measure.service.js';
import { DarkPlacesController } from './dark-places.controller.js';
import { InventoryController } from './inventory.controller.js';
import { KeepInventory } from './keep-inventory.service.js';
import { LinkPlaceProposals } from './link-place-proposals.service.js';
import { ImportLightingService } from './lighting/import-lighting.service.js';
import { LightingController } from './lighting/lighting.controller.js';
import { LightingRepository } from './lighting/lighting.repository.js';
import { ReadLighting } from './lighting/read-lighting.service.js';
import { MeasureRepository } from './measure.repository.js';
import { MeasuresController } from './measures.controller.js';
import { Measures } from './measures.service.js';
import { MergePlaces } from './merge-places.service.js';
import { PlaceAccess } from './place-access.service.js';
import { PlaceChanges } from './place-changes.service.js';
import { PlaceEventRepository } from './place-event.repository.js';
import { PlaceFactsRepository } from './place-facts.repository.js';
import { PlacePhotoRepository } from './place-photo.repository.js';
import { PlacePhotosController } from './place-photos.controller.js';
import { PlacePhotos } from './place-photos.service.js';
import { PlaceRepository } from './place.repository.js';
import { ProjectPlace } from './project-place.service.js';
import { PublicPlaceRepository } from './public-place.repository.js';
import { ReadDarkPlaces } from './read-dark-places.service.js';
import { ReadPlacesService } from './read-places.service.js';
import { SplitPlaces } from './split-place.service.js';
import { SplitsController } from './splits.controller.js';

/** Dark and unsafe places: an inventory that outlives the cases about them, what is done about them, and how safe it feels. */
@Module({
  imports: [MunicipalitiesModule, ProposalsModule, MedborgarlofteModule],
  controllers: [
    DarkPlacesController,
    InventoryController,
    LightingController,
    MeasuresController,
    PlacePhotosController,
    SplitsController,
  ],
  providers: [
    CompleteMeasures,
    ImportLightingService,
    KeepInventory,
    LightingRepository,
    LinkPlaceProposals,
    MeasureRepository,
    Measures,
    MergePlaces,
    PlaceAccess,
    PlaceChanges,
    PlaceEventRepository,
    PlaceFactsRepository,
    PlacePhotoRepository,
    PlacePhotos,
    PlaceRepository,
    ProjectPlace,
    PublicPlaceRepository,
    ReadDarkPlaces,
    ReadLighting,
    ReadPlacesService,
    SplitPlaces,
  ],
  exports: [
    CompleteMeasures,
    ImportLightingService,
    KeepInventory,
    Measures,
    PlaceAccess,
    ProjectPlace,
    ReadDarkPlaces,
  ],
})
export class InventoryModule {}
