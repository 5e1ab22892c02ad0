import { PublicWalkList, PublicWalkQuery, WalkProtocol } from '@lofteskartan/shared/contracts/walk-protocols';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { ReadProtocols } from './read-protocols.service.js';

const tags = ['Safety walks'];

/** Published protocols of safety walks. */
@Controller('safety-walks')
export class SafetyWalksController {
  constructor(private readonly reading: ReadProtocols) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'Published safety walks', sv: 'Publicerade trygghetsvandringar' },
    description: { en: 'Of a municipality, or those that stopped at a public place.' },
    tags,
    access: { who: 'anyone' },
    query: PublicWalkQuery,
    answers: { 200: PublicWalkList, 304: 'nothing' },
    refusals: [],
  })
  list(@Query() query: PublicWalkQuery): Promise<PublicWalkList> {
    return this.reading.list(query);
  }

  @Get(':reference')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'The protocol of a safety walk', sv: 'Protokollet från en trygghetsvandring' },
    description: {
      en: 'Words as they were published; places, photos and measures as they are public today.',
    },
    tags,
    access: { who: 'anyone' },
    answers: { 200: WalkProtocol, 304: 'nothing' },
    refusals: ['not.found'],
  })
  one(@Param('reference') reference: string): Promise<WalkProtocol> {
    return this.reading.one(reference);
  }
}
