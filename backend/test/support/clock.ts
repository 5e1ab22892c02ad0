import { Clock, pretendedMoment } from '../../src/platform/clock.js';

/** A clock that stands still until the test moves it. */
export class TestClock extends Clock {
  private moment: Date;

  constructor(start: Date | string = new Date()) {
    super();
    this.moment = new Date(start);
  }

  override now(): Date {
    return pretendedMoment() ?? new Date(this.moment);
  }

  /** Sets the clock. */
  set(moment: Date | string): void {
    this.moment = new Date(moment);
  }

  /** Moves it on. */
  advance(step: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = step;
    this.moment = new Date(
      this.moment.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000,
    );
  }
}
