import { Module } from '@nestjs/common';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { CompleteMeasures } from './complete-measure.service.js';
import { CaseCausesRepository } from './case-causes.repository.js';
import { DarkPlacesController } from './dark-places.controller.js';
import { InventoryController } from './inventory.controller.js';
import { KeepInventory } from './keep-inventory.service.js';
import { KeepPlacePhotos } from './keep-place-photos.service.js';
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
import { WithdrawMeasures } from './withdraw-measure.service.js';
import { TellMeasures } from './tell-measures.service.js';
import { ReadDarkPlaces } from './read-dark-places.service.js';
import { ReadPlacesService } from './read-places.service.js';
import { SplitPlaces } from './split-place.service.js';
import { SplitsController } from './splits.controller.js';
import { AnswerStops } from './walks/answer-stops.service.js';
import { HoldWalks } from './walks/hold-walks.service.js';
import { ObservationRepository } from './walks/observation.repository.js';
import { ObserveStops } from './walks/observe-stops.service.js';
import { PlanWalks } from './walks/plan-walks.service.js';
import { ProtocolRepository } from './walks/protocol.repository.js';
import { ReadProtocols } from './walks/read-protocols.service.js';
import { ReadWalks } from './walks/read-walks.service.js';
import { SafetyWalksController } from './walks/safety-walks.controller.js';
import { StopRepository } from './walks/stop.repository.js';
import { WalkAccess } from './walks/walk-access.service.js';
import { WalkChanges } from './walks/walk-changes.service.js';
import { WalkEventRepository } from './walks/walk-event.repository.js';
import { WalkRepository } from './walks/walk.repository.js';
import { WalkStopsController } from './walks/walk-stops.controller.js';
import { WalkStops } from './walks/walk-stops.service.js';
import { WalksController } from './walks/walks.controller.js';
import { CareMeasures } from './wheel/care-measures.service.js';
import { KeepWheel } from './wheel/keep-wheel.service.js';
import { ReadWheel } from './wheel/read-wheel.service.js';
import { ReportOccurrences } from './wheel/report-occurrence.service.js';
import { WheelController } from './wheel/wheel.controller.js';
import { WheelRepository } from './wheel/wheel.repository.js';

/** Safety walks: where they stop, what was seen there, and the published protocols. */
const walks = [
  AnswerStops,
  HoldWalks,
  ObservationRepository,
  ObserveStops,
  PlanWalks,
  ProtocolRepository,
  ReadProtocols,
  ReadWalks,
  StopRepository,
  WalkAccess,
  WalkChanges,
  WalkEventRepository,
  WalkRepository,
  WalkStops,
];

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
    SafetyWalksController,
    WalkStopsController,
    WalksController,
    WheelController,
  ],
  providers: [
    CareMeasures,
    CompleteMeasures,
    ImportLightingService,
    KeepInventory,
    KeepPlacePhotos,
    KeepWheel,
    LightingRepository,
    LinkPlaceProposals,
    CaseCausesRepository,
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
    ReadWheel,
    ReportOccurrences,
    SplitPlaces,
    TellMeasures,
    WithdrawMeasures,
    WheelRepository,
    ...walks,
  ],
  exports: [
    AnswerStops,
    CompleteMeasures,
    HoldWalks,
    ImportLightingService,
    KeepInventory,
    KeepWheel,
    Measures,
    ObserveStops,
    PlaceAccess,
    PlanWalks,
    ProjectPlace,
    ReadDarkPlaces,
    ReadWalks,
    WalkAccess,
    WalkStops,
    ReportOccurrences,
  ],
})
export class InventoryModule {}
