import { TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import { SupporterOutcome } from '@lofteskartan/shared/contracts/supporter-outcomes';
import { Body, Controller, Delete, Get, Header, Param, Put } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { Cookie } from '../../platform/request-parameters.js';
import { deviceCookie } from '../devices.js';
import { SupporterOutcomes } from './supporter-outcomes.service.js';

const tags = ['Proposals'];
const access = { who: 'anyone' } as const;

/** How it is now, by the device that supported: for those who left no address. */
@Controller('proposals/:reference/support/outcome')
export class SupportOutcomeController {
  constructor(private readonly outcomes: SupporterOutcomes) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'What this device is asked as a supporter', sv: 'Vad enheten tillfrågas om som stöder' },
    description: {
      en: 'By the signed cookie of the device. A device that does not support the proposal, or sent it, is asked nothing.',
    },
    tags,
    access,
    answers: { 200: SupporterOutcome },
    refusals: ['not.found'],
    rateLimit: 'support',
  })
  open(
    @Param('reference') reference: string,
    @Cookie(deviceCookie) device: string | null,
  ): Promise<SupporterOutcome> {
    return this.outcomes.openByDevice(reference, device);
  }

  @Put()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: {
      en: 'Say how safe it feels now, on the device that supported',
      sv: 'Berätta hur trygg platsen känns nu, på enheten som stöder',
    },
    description: {
      en: 'Once everyone reads that something was done at an unsafe place, and that no more is to come. Only staff read it; a new answer takes the place of the old one.',
    },
    tags,
    access,
    body: TellOutcome,
    answers: { 200: SupporterOutcome },
    refusals: ['not.found', 'support.none', 'outcome.tooEarly'],
    rateLimit: 'public-write',
  })
  tell(
    @Param('reference') reference: string,
    @Cookie(deviceCookie) device: string | null,
    @Body() body: TellOutcome,
  ): Promise<SupporterOutcome> {
    return this.outcomes.tellByDevice(reference, device, body);
  }

  @Delete()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Take the answers of this device back', sv: 'Ta tillbaka svaren från enheten' },
    description: {
      en: 'What was said counts no more and is kept until it is disposed of; the support stays. A repeat answers the same.',
    },
    tags,
    access,
    answers: { 200: SupporterOutcome },
    refusals: ['not.found', 'support.none'],
    rateLimit: 'public-write',
  })
  remove(
    @Param('reference') reference: string,
    @Cookie(deviceCookie) device: string | null,
  ): Promise<SupporterOutcome> {
    return this.outcomes.removeByDevice(reference, device);
  }
}
