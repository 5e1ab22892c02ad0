/** Does something soon after it was asked for, but never twice at once nor oftener than a pace allows, however often it is asked for. */
export class Paced {
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private isBusy = false;
  private lastMs = -Infinity;
  private isEnded = false;

  /** @param work must not throw: it has nobody to throw to */
  constructor(
    private readonly paceMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  /** At once when the last time is long enough ago, else when it is. */
  ask(): void {
    this.asked += 1;
    if (this.isEnded || this.isBusy || this.timer) return;
    this.timer = setTimeout(() => void this.go(), Math.max(0, this.lastMs + this.paceMs - performance.now()));
  }

  /** Nothing is done any more. */
  end(): void {
    this.isEnded = true;
    clearTimeout(this.timer);
  }

  private async go(): Promise<void> {
    this.timer = undefined;
    const upTo = this.asked;
    this.isBusy = true;
    this.lastMs = performance.now();
    await this.work();
    this.isBusy = false;
    if (this.asked > upTo) this.ask();
  }
}
