import { Injectable } from '@nestjs/common';

/** The time of day as the program knows it. Services ask it once and hand `now` on to the rules. */
export abstract class Clock {
  /** The present moment. */
  abstract now(): Date;
}

/** The computer's own clock. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
