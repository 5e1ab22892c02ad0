import type { DestinationStream } from 'pino';

/** Keeps what the application logs, for tests that look for what must not be there. */
export class LogBook implements DestinationStream {
  readonly lines: string[] = [];

  write(line: string): void {
    this.lines.push(line);
  }

  /** The lines as objects. */
  entries(): Record<string, unknown>[] {
    return this.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** Everything as one text. */
  text(): string {
    return this.lines.join('');
  }
}
