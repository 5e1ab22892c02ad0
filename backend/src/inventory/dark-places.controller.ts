import { DarkPlace, DarkPlaceList, DarkPlaceQuery } from '@lofteskartan/shared/contracts/dark-places';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Endpoint } from '../platform/endpoint.js';
import { ReadDarkPlaces } from './read-dark-places.service.js';

const tags = ['Inventory'];

/** Dark and unsafe places as everyone reads them. */
@Controller('dark-places')
export class DarkPlacesController {
  constructor(private readonly reading: ReadDarkPlaces) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'The places that a municipality looks after', sv: 'Platser som kommunen arbetar med' },
    description: {
      en: 'Of a municipality, or the one that a public proposal belongs to. Positions are rounded.',
    },
    tags,
    access: { who: 'anyone' },
    query: DarkPlaceQuery,
    answers: { 200: DarkPlaceList, 304: 'nothing' },
    refusals: [],
  })
  list(@Query() query: DarkPlaceQuery): Promise<DarkPlaceList> {
    return this.reading.list(query);
  }

  @Get(':reference')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'A place with its story', sv: 'En plats med sin berättelse' },
    tags,
    access: { who: 'anyone' },
    answers: { 200: DarkPlace, 304: 'nothing' },
    refusals: ['not.found'],
  })
  one(@Param('reference') reference: string): Promise<DarkPlace> {
    return this.reading.one(reference);
  }
}
