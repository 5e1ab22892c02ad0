import type { PGlite } from '@electric-sql/pglite';
import { WireSocket } from './wire-socket.js';

/** What the hub needs of PGlite. */
export type Backend = Pick<PGlite, 'exec' | 'runExclusive' | 'execProtocolRawStream'>;

/**
 * Lets many connections of the `pg` driver share PGlite's one backend. A connection holds the backend from the first
 * message of a batch until the server says that it is idle again, so a transaction has it to itself and the others
 * wait in line.
 */
export class WireHub {
  private lastInLine: Promise<void> = Promise.resolve();
  private readonly sockets = new Set<WireSocket>();

  constructor(private readonly backend: Backend) {}

  /** A new connection, for pg's option `stream`. */
  connect(): WireSocket {
    const socket = new WireSocket(this);
    this.sockets.add(socket);
    return socket;
  }

  /** Waits for its turn; the returned function ends it. */
  async takeTurn(): Promise<() => void> {
    const before = this.lastInLine;
    let end: () => void = () => undefined;
    this.lastInLine = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  }

  /** Sends messages to the backend and hands each piece of its answer on. */
  async exchange(messages: readonly Buffer[], onAnswer: (bytes: Buffer) => void): Promise<void> {
    const bytes = new Uint8Array(Buffer.concat(messages));
    await this.backend.runExclusive(() =>
      // PGlite reuses the memory of a piece for the next one, so each is copied.
      this.backend.execProtocolRawStream(bytes, { onRawData: (piece) => onAnswer(Buffer.from(piece)) }),
    );
  }

  /** Takes back what an abandoned transaction did. */
  async rollBack(): Promise<void> {
    await this.backend.exec('ROLLBACK');
  }

  /** Hands a NOTIFY to every connection but the one that caused it, which has it in its own answer. */
  notifyOthers(message: Buffer, sender: WireSocket): void {
    for (const socket of this.sockets) if (socket !== sender) socket.notify(message);
  }

  forget(socket: WireSocket): void {
    this.sockets.delete(socket);
  }
}
