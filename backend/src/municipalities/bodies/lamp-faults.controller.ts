import { LampFaultPlaces } from '@lofteskartan/shared/contracts/bodies';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { ResponsibleBodies } from './responsible-bodies.service.js';

/** What everyone may know of the register: to whom broken lamps are reported. */
@Controller('municipalities/:slug/lamp-faults')
export class LampFaultsController {
  constructor(private readonly bodies: ResponsibleBodies) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'Where a broken lamp is reported', sv: 'Var en trasig lampa anmäls' },
    description: {
      en: 'Bodies that take such reports themselves; `Municipality.links.faultReports` is the municipality’s own page.',
    },
    tags: ['Municipalities'],
    access: { who: 'anyone' },
    answers: { 200: LampFaultPlaces, 304: 'nothing' },
    refusals: ['not.found'],
  })
  list(@Param('slug') slug: string): Promise<LampFaultPlaces> {
    return this.bodies.lampFaultPlaces(slug);
  }
}
