import {
  GeocoderAnswer,
  GeocoderReverseQuery,
  GeocoderSearchQuery,
} from '@lofteskartan/shared/contracts/geocoder';
import { parseNumbers, type Position } from '@lofteskartan/shared/position';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { Geocoder } from './geocoder.service.js';

/** Addresses, from the operator's geocoder where there is one. */
@Controller('geocoder')
export class GeocoderController {
  constructor(private readonly geocoder: Geocoder) {}

  @Get('search')
  @Header('Cache-Control', 'no-store')
  @Endpoint({
    summary: { en: 'Search for an address', sv: 'Sök en adress' },
    description: {
      en: 'Answers with nothing, and says so, when there is no geocoder or it does not answer.',
    },
    tags: ['Municipalities'],
    access: { who: 'anyone' },
    query: GeocoderSearchQuery,
    answers: { 200: GeocoderAnswer },
    refusals: ['not.found'],
    rateLimit: 'geocoder',
  })
  search(@Query() { q, municipality }: GeocoderSearchQuery): Promise<GeocoderAnswer> {
    return this.geocoder.search(municipality, q);
  }

  @Get('reverse')
  @Header('Cache-Control', 'no-store')
  @Endpoint({
    summary: { en: 'The address nearest to a position', sv: 'Adressen närmast en plats' },
    tags: ['Municipalities'],
    access: { who: 'anyone' },
    query: GeocoderReverseQuery,
    answers: { 200: GeocoderAnswer },
    refusals: ['not.found'],
    rateLimit: 'geocoder',
  })
  reverse(@Query() { position, municipality }: GeocoderReverseQuery): Promise<GeocoderAnswer> {
    return this.geocoder.reverse(municipality, parseNumbers(position, 2) as Position);
  }
}
