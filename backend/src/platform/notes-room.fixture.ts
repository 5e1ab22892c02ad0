import { Body, Controller, Delete, Get, Module, Param, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Endpoint } from './endpoint.js';
import { Health } from './health/health.js';
import { Refused } from './problem/refused.js';
import { Reply } from './reply.js';
import { Cookie, FollowToken } from './request-parameters.js';

class Note {
  @IsString()
  @MaxLength(10)
  text: string;

  @IsOptional()
  @IsIn(['red', 'blue'], { each: true })
  @ArrayMaxSize(2)
  colours?: string[];
}

class NoteQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

const anyone = { access: { who: 'anyone' }, tags: ['Notes'], refusals: [] } as const;

@Controller('notes')
class NotesController {
  @Get()
  @Endpoint({ ...anyone, summary: { en: 'Notes' }, query: NoteQuery, answers: { 200: Health } })
  list(@Query() query: NoteQuery) {
    return query.limit === 13 ? Promise.reject(new Error('unlucky: hemligt@exempel.se')) : { status: 'ok' };
  }

  @Get('undeclared')
  undeclared() {
    return { status: 'ok' };
  }

  @Get('staff')
  @Endpoint({ ...anyone, summary: { en: 'Staff' }, access: { who: 'session' }, answers: { 200: Health } })
  staff() {
    return { status: 'ok' };
  }

  @Get('own')
  @Endpoint({ ...anyone, summary: { en: 'Own' }, access: { who: 'sender' }, answers: { 200: Health } })
  own(@FollowToken() token: string | null) {
    if (token !== 'right') throw new Refused('followToken.wrong');
    return { status: 'ok' };
  }

  @Get(':id')
  @Endpoint({ ...anyone, summary: { en: 'A note' }, answers: { 200: Health } })
  one(@Param('id') _id: string) {
    return { status: 'ok' };
  }

  @Post()
  @Endpoint({ ...anyone, summary: { en: 'Write' }, body: Note, answers: { 201: Health } })
  write(@Body() _note: Note, @Cookie('device') device: string | null) {
    return new Reply(
      201,
      { status: 'ok' },
      {
        cookies: [{ name: 'device', value: `${device ?? 'new'}!`, maxAgeSeconds: 60 }],
        headers: { 'X-Note': 'written' },
      },
    );
  }

  @Post('slow')
  @Endpoint({ ...anyone, summary: { en: 'Slow' }, answers: { 200: Health } })
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { status: 'ok' };
  }

  @Delete(':id')
  @Endpoint({ ...anyone, summary: { en: 'Remove' }, answers: { 204: 'nothing' } })
  remove(@Param('id') _id: string) {
    return undefined;
  }
}

/** A room with one route of each kind, for tests of what the platform does around a route. */
@Module({ controllers: [NotesController] })
export class NotesRoom {}
