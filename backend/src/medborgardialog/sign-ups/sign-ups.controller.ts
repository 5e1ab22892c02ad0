import {
  OwnSignUp,
  SignUpInput,
  SignUpReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import { Body, Controller, Get, Header, Param, Post, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { FollowToken, IdempotencyKey } from '../../platform/request-parameters.js';
import { SignUps } from './sign-up.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'anyone', may: ['followToken'] };

/** Signing up for a medborgardialog where seats are counted, and changing one's mind by the link that only who signed up has. */
@Controller()
export class SignUpsController {
  constructor(private readonly signUps: SignUps) {}

  @Post('medborgardialoger/:reference/sign-ups')
  @Endpoint({
    summary: { en: 'Sign up for a public dialogue', sv: 'Anmäl dig till en medborgardialog' },
    description: {
      en: 'How many come and what they need; no names. When there is no room, it waits: the first who fits gets a seat that is given up.',
    },
    tags,
    access: { who: 'anyone' },
    body: SignUpInput,
    answers: { 201: SignUpReceipt },
    refusals: ['not.found', 'dialogue.cancelled', 'dialogue.noSignUp', 'dialogue.signUpClosed'],
    idempotent: true,
    rateLimit: 'public-write',
  })
  make(@Param('reference') reference: string, @Body() body: SignUpInput, @IdempotencyKey() key: string) {
    return this.signUps.make(reference, body, key);
  }

  @Get('medborgardialog-sign-ups/own')
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({
    summary: { en: 'Your own sign-up', sv: 'Din egen anmälan' },
    tags,
    access,
    answers: { 200: OwnSignUp },
    refusals: ['followToken.wrong'],
  })
  own(@FollowToken() token: string | null): Promise<OwnSignUp> {
    return this.signUps.own(token);
  }

  @Put('medborgardialog-sign-ups/own')
  @Endpoint({
    summary: { en: 'Change your own sign-up', sv: 'Ändra din egen anmälan' },
    tags,
    access,
    body: SignUpInput,
    answers: { 200: OwnSignUp },
    refusals: [
      'followToken.wrong',
      'dialogue.cancelled',
      'dialogue.noSignUp',
      'dialogue.signUpClosed',
      'signUp.cancelled',
      'signUp.noRoom',
    ],
    rateLimit: 'public-write',
  })
  change(@FollowToken() token: string | null, @Body() body: SignUpInput): Promise<OwnSignUp> {
    return this.signUps.change(token, body);
  }

  @Post('medborgardialog-sign-ups/own/cancellations')
  @Endpoint({
    summary: { en: 'Take your own sign-up back', sv: 'Ta tillbaka din egen anmälan' },
    tags,
    access,
    body: EmptyBody,
    answers: { 200: OwnSignUp },
    refusals: ['followToken.wrong', 'dialogue.cancelled', 'dialogue.signUpClosed', 'signUp.cancelled'],
    rateLimit: 'public-write',
  })
  giveUp(@FollowToken() token: string | null, @Body() _body: EmptyBody): Promise<OwnSignUp> {
    return this.signUps.giveUp(token);
  }
}
