import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** The time of day as the program knows it. Services ask it once and hand `now` on to the rules. */
export abstract class Clock {
  /** The present moment. */
  abstract now(): Date;
}

const pretended = new AsyncLocalStorage<Date>();

/** Does work as if it were that moment, for what is told afterwards, such as example data. Tests with a clock of their own pretend too. */
export function atMoment<Result>(moment: Date, work: () => Promise<Result>): Promise<Result> {
  return pretended.run(moment, work);
}

/** The moment that the present work pretends, or undefined outside `atMoment`. */
export function pretendedMoment(): Date | undefined {
  return pretended.getStore();
}

/** The computer's own clock. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return pretendedMoment() ?? new Date();
  }
}
