import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { GeocoderController } from './geocoder.controller.js';
import { GeocoderRepository } from './geocoder.repository.js';
import { Geocoder } from './geocoder.service.js';

/** Addresses from the operator's geocoder. */
@Module({
  imports: [MunicipalitiesModule],
  controllers: [GeocoderController],
  providers: [Geocoder, GeocoderRepository],
})
export class GeocoderModule {}
