import { Duplex } from 'node:stream';
import type { WireHub } from './wire-hub.js';
import { WireMessages } from './wire-messages.js';

const type = (letter: string): number => letter.charCodeAt(0);

/** Messages after which a client waits for an answer: Query, Sync, FunctionCall, Flush, CopyDone, CopyFail. */
const batchEnds = new Set(['Q', 'S', 'F', 'H', 'c', 'f'].map(type));
const terminate = type('X');
const readyForQuery = type('Z');
const notification = type('A');
const idle = type('I');
const cancelRequest = 80877102;
const sslRequest = 80877103;

/** One connection of the `pg` driver to the hub, in place of a TCP socket. */
export class WireSocket extends Duplex {
  private readonly received = new WireMessages('client');
  private batch: Buffer[] = [];
  private readonly waiting: Buffer[][] = [];
  private started = false;
  private working: Promise<void> | null = null;
  private endTurn: (() => void) | null = null;

  constructor(private readonly hub: WireHub) {
    super({ allowHalfOpen: false });
  }

  /** What pg calls on a socket and has no meaning here. */
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  /** Takes in a notification that another connection caused. */
  notify(message: Buffer): void {
    if (this.started && !this.destroyed) this.push(message);
  }

  override _read(): void {
    // Answers are pushed when they come.
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: () => void): void {
    for (const message of this.received.add(bytes)) this.receive(message);
    if (!this.working && this.waiting.length > 0) {
      this.working = this.work().catch((error: unknown) => {
        this.destroy(asError(error));
      });
    }
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.hub.forget(this);
    this.waiting.length = 0;
    void this.abandon().then(
      () => {
        done(error);
      },
      (failure: unknown) => {
        done(error ?? asError(failure));
      },
    );
  }

  private receive(message: Buffer): void {
    if (!this.started) {
      this.receiveFirst(message);
    } else if (message[0] === terminate) {
      this.end();
      this.destroy();
    } else {
      this.batch.push(message);
      if (batchEnds.has(message[0] ?? 0)) {
        this.waiting.push(this.batch);
        this.batch = [];
      }
    }
  }

  private receiveFirst(message: Buffer): void {
    const code = message.readInt32BE(4);
    if (code === cancelRequest || code === sslRequest) {
      // PGlite works on the thread that would have to cancel it, and there is no wire to encrypt.
      this.destroy();
      return;
    }
    this.started = true;
    this.waiting.push([message]);
  }

  /** Sends what waits, batch by batch, and keeps the turn for as long as a transaction is open. */
  private async work(): Promise<void> {
    for (let batch = this.waiting.shift(); batch; batch = this.waiting.shift()) {
      this.endTurn ??= await this.hub.takeTurn();
      if (this.destroyed) return;
      const status = await this.exchange(batch);
      if (status === idle) this.finishTurn();
    }
    // In the same tick as the look at the empty list: what comes later starts the work anew.
    this.working = null;
  }

  /**
   * Returns the transaction status of the last ReadyForQuery, or null when there was none. PGlite says that it is ready once when a
   * statement fails and once more at the Sync behind it; a client that has heard it twice takes the second for the answer to its
   * next query, and every answer after that for the one before. So it is said once, when the whole batch has been answered.
   */
  private async exchange(batch: Buffer[]): Promise<number | null> {
    const answered = new WireMessages('server');
    const readies: Buffer[] = [];
    await this.hub.exchange(batch, (bytes) => {
      const messages = answered.add(bytes);
      for (const message of messages) {
        if (message[0] === readyForQuery) readies.push(message);
        else if (message[0] === notification) this.hub.notifyOthers(message, this);
      }
      this.hand(messages.filter(([first]) => first !== readyForQuery));
    });
    const ready = readies.at(-1);
    return ready ? this.handReady(ready) : null;
  }

  private handReady(message: Buffer): number | null {
    this.hand([message]);
    return message[5] ?? null;
  }

  private hand(messages: readonly Buffer[]): void {
    if (!this.destroyed && messages.length > 0) this.push(Buffer.concat(messages));
  }

  /** Ends a turn that nobody will end any more. */
  private async abandon(): Promise<void> {
    await this.working;
    if (!this.endTurn) return;
    try {
      await this.hub.rollBack();
    } finally {
      this.finishTurn();
    }
  }

  private finishTurn(): void {
    this.endTurn?.();
    this.endTurn = null;
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('The embedded database failed', { cause: thrown });
}
