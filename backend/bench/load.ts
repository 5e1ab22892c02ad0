import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** How long calls took, and how many there were. */
export interface Measurement {
  readonly milliseconds: number[];
  readonly seconds: number;
  readonly failed: number;
}

const headersEnd = Buffer.from('\r\n\r\n');

/**
 * Several callers, each of whom sends the next call as soon as the last is answered, over a connection that stays open. Speaks
 * HTTP itself, as little of it as is needed: a full client would take the time that is to be measured.
 */
export async function load(
  port: number,
  callers: number,
  seconds: number,
  next: () => Buffer,
): Promise<Measurement> {
  const connections = await Promise.all(Array.from({ length: callers }, () => Caller.connect(port)));
  const start = performance.now();
  const until = start + seconds * 1000;
  const milliseconds: number[] = [];
  let failed = 0;
  await Promise.all(
    connections.map(async (caller) => {
      while (performance.now() < until) {
        const from = performance.now();
        const status = await caller.call(next());
        milliseconds.push(performance.now() - from);
        if (status >= 300) failed += 1;
      }
      caller.close();
    }),
  );
  return { milliseconds, seconds: (performance.now() - start) / 1000, failed };
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

class Caller {
  private received: Buffer = Buffer.alloc(0);
  private answered: ((status: number) => void) | null = null;
  private broken: ((error: Error) => void) | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
      this.readAnswer();
    });
    socket.on('error', (error) => this.broken?.(error));
    socket.on('close', () => this.broken?.(new Error('The server hung up')));
  }

  static async connect(port: number): Promise<Caller> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    return new Caller(socket);
  }

  call(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.broken = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.broken = null;
    this.socket.destroy();
  }

  private readAnswer(): void {
    const end = this.received.indexOf(headersEnd);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN);
    if (Number.isNaN(length)) {
      this.broken?.(new Error(`An answer without a length:\n${head}`));
      return;
    }
    if (this.received.length < end + headersEnd.length + length) return;
    this.received = this.received.subarray(end + headersEnd.length + length);
    this.answered?.(Number(head.slice(9, 12)));
  }
}
