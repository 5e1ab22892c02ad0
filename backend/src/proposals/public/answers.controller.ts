import { AnswerLedger, AnswerQuery } from '@lofteskartan/shared/contracts/answers';
import { Controller, Get, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { ReadAnswersService } from './read-answers.service.js';

/** The answer ledger. */
@Controller('answers')
export class AnswersController {
  constructor(private readonly answers: ReadAnswersService) {}

  @Get()
  @Endpoint({
    summary: { en: 'How many have an answer', sv: 'Hur många som har fått svar' },
    description: {
      en: 'Counted from what is public. `GET /proposals` with `answer`, `owner` and `locality` lists what stands behind each number.',
      sv: 'Räknat på det som är offentligt. `GET /proposals` med `answer`, `owner` och `locality` listar det som står bakom varje tal.',
    },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    query: AnswerQuery,
    answers: { 200: AnswerLedger, 304: 'nothing' },
    refusals: ['not.found'],
  })
  ledger(@Query() { municipality }: AnswerQuery): Promise<AnswerLedger> {
    return this.answers.ledger(municipality);
  }
}
