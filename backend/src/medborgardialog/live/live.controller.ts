import {
  AskLive,
  CastVote,
  DropPin,
  LiveDialogue,
  ProposeStatement,
} from '@lofteskartan/shared/contracts/medborgardialog-live';
import { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Body, Controller, Get, Header, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Endpoint } from '../../platform/endpoint.js';
import { LiveStreams } from '../../platform/live/live-streams.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import type { Reply } from '../../platform/reply.js';
import { CallerAddress, Cookie, IdempotencyKey } from '../../platform/request-parameters.js';
import { deviceCookie } from '../../proposals/devices.js';
import { CastVotes } from '../statements/cast-votes.service.js';
import { KeepStatements } from '../statements/keep-statements.service.js';
import { AskLiveService } from './ask-live.service.js';
import { DropPins } from './drop-pins.service.js';
import { liveTopic } from './live-changes.service.js';
import { ReadLive } from './read-live.service.js';

const tags = ['Live'];
const access = { who: 'anyone' } as const;

/** What everybody at a medborgardialog sees and does, by the short code on the screen. */
@Controller('live/:code')
export class LiveController {
  constructor(
    private readonly reading: ReadLive,
    private readonly streams: LiveStreams,
    private readonly voting: CastVotes,
    private readonly statements: KeepStatements,
    private readonly pins: DropPins,
    private readonly asking: AskLiveService,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'What a medborgardialog shows', sv: 'Det som visas under en medborgardialog' },
    description: { en: 'For phones that cannot hold a stream: ask again every few seconds, with the ETag.' },
    tags,
    access,
    answers: { 200: LiveDialogue, 304: 'nothing' },
    refusals: ['not.found'],
  })
  show(@Param('code') code: string): Promise<LiveDialogue> {
    return this.reading.shown(code);
  }

  @Get('stream')
  @Endpoint({
    summary: { en: 'The same as it changes', sv: 'Detsamma allteftersom det ändras' },
    description: {
      en: 'Server-sent events: `state` holds the whole of `LiveDialogue`, `change` the members that are new, `beat` is a sign of life every 15 seconds. `Last-Event-ID` spares what is known. Refused with `live.full` when there are too many: ask instead.',
    },
    tags,
    access,
    answers: { 200: { media: ['text/event-stream'], description: { en: 'Events.' } } },
    refusals: ['not.found', 'live.full'],
  })
  async stream(
    @Param('code') code: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id, shortCode } = await this.reading.find(code);
    this.streams.open(request, response, liveTopic(id), () => this.reading.now(shortCode));
  }

  @Put('votes')
  @Endpoint({
    summary: { en: 'Vote on a statement', sv: 'Rösta om ett påstående' },
    description: {
      en: 'The last vote of a voter counts. Nothing of the caller is kept: no cookie is read, no address and no moment is stored, and the key under which voters are kept is destroyed when the dialogue closes.',
    },
    tags,
    access,
    body: CastVote,
    answers: { 204: 'nothing' },
    refusals: ['not.found', 'dialogue.notOpen', 'dialogue.cancelled', 'statement.closed', 'rate.limited'],
  })
  vote(@Param('code') code: string, @Body() body: CastVote, @CallerAddress() address: string): Promise<void> {
    return this.voting.cast(code, body, address);
  }

  @Post('questions')
  @Endpoint({
    summary: { en: 'Ask a question from the room', sv: 'Ställ en fråga från lokalen' },
    description: {
      en: 'The follow token is answered once. A device cookie is set: the sender counts as the first supporter.',
    },
    tags,
    access,
    body: AskLive,
    answers: { 201: QuestionReceipt },
    refusals: ['not.found', 'dialogue.notOpen', 'dialogue.cancelled'],
    idempotent: true,
    rateLimit: 'hall',
  })
  ask(
    @Param('code') code: string,
    @Body() body: AskLive,
    @IdempotencyKey() key: string,
    @Cookie(deviceCookie) device: string | null,
    @CallerLanguage() language: Language,
  ): Promise<Reply<QuestionReceipt>> {
    return this.asking.ask(code, body, { key, device, language });
  }

  @Post('statements')
  @Endpoint({
    summary: { en: 'Propose a statement', sv: 'Föreslå ett påstående' },
    description: { en: 'It is shown when those who conduct the dialogue have read it.' },
    tags,
    access,
    body: ProposeStatement,
    answers: { 204: 'nothing' },
    refusals: ['not.found', 'dialogue.notOpen', 'dialogue.cancelled', 'statement.tooMany'],
    idempotent: true,
    rateLimit: 'hall',
  })
  propose(
    @Param('code') code: string,
    @Body() body: ProposeStatement,
    @IdempotencyKey() key: string,
  ): Promise<Reply<undefined>> {
    return this.statements.propose(code, body, key);
  }

  @Post('pins')
  @Endpoint({
    summary: { en: 'Drop a pin', sv: 'Sätt en nål på kartan' },
    description: {
      en: 'Becomes a proposal as any other, with what was asked for as its kind: it is moderated, placed and followed like one.',
    },
    tags,
    access,
    body: DropPin,
    answers: { 201: ProposalReceipt },
    refusals: ['not.found', 'dialogue.notOpen', 'dialogue.cancelled', 'live.noPins', 'position.outside'],
    idempotent: true,
    rateLimit: 'hall',
  })
  pin(
    @Param('code') code: string,
    @Body() body: DropPin,
    @IdempotencyKey() key: string,
    @CallerLanguage() language: Language,
  ): Promise<Reply<ProposalReceipt>> {
    return this.pins.drop(code, body, key, language);
  }
}
