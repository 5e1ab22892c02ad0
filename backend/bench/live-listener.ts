import { request, type ClientRequest, type IncomingHttpHeaders } from 'node:http';

/** Something that came over a stream. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** Follows a stream of server-sent events as a phone does, and keeps what the board shows. */
export class LiveListener {
  readonly events: StreamEvent[] = [];
  headers: IncomingHttpHeaders = {};
  /** The status of the answer, 0 before it came. */
  status = 0;
  board: Record<string, unknown> = {};
  private readonly call: ClientRequest;
  private text = '';
  private isOver = false;
  private onNews: () => void = () => undefined;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.call = request(url, { headers: { Accept: 'text/event-stream', ...headers }, agent: false });
    this.call.on('response', (response) => {
      this.headers = response.headers;
      this.status = response.statusCode ?? 0;
      response.setEncoding('utf8');
      response.on('data', (piece: string) => this.read(piece));
      response.on('close', () => this.over());
      response.on('error', () => this.over());
    });
    this.call.on('error', () => this.over()).end();
  }

  /** Waits until the board shows something. @throws Error when it does not in time */
  async until(condition: (board: Record<string, unknown>) => boolean, withinMs = 10_000): Promise<void> {
    await this.waitFor(() => condition(this.board), withinMs);
  }

  /** Waits for the first sign of life. */
  beat(): Promise<void> {
    return this.waitFor(() => this.events.length > 0, 10_000);
  }

  /** Waits until the other side has hung up. */
  ended(): Promise<void> {
    return this.waitFor(() => this.isOver, 10_000, true);
  }

  /** Whether the other side, or the network, has ended it. */
  get isLost(): boolean {
    return this.isOver;
  }

  hangUp(): void {
    this.call.destroy();
  }

  private async waitFor(condition: () => boolean, withinMs: number, mayBeOver = false): Promise<void> {
    const end = Date.now() + withinMs;
    while (!condition()) {
      if (Date.now() > end || (this.isOver && !mayBeOver))
        throw new Error(`It did not come over the stream, which showed ${JSON.stringify(this.board)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.onNews = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  private read(piece: string): void {
    this.text += piece;
    for (let end = this.text.indexOf('\n\n'); end >= 0; end = this.text.indexOf('\n\n')) {
      const lines = this.text.slice(0, end).split('\n');
      this.text = this.text.slice(end + 2);
      const field = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trimStart() ?? null;
      const event = { event: field('event') ?? 'message', id: field('id'), data: field('data') ?? '' };
      this.events.push(event);
      if (event.event === 'state') this.board = JSON.parse(event.data) as Record<string, unknown>;
      if (event.event === 'change') Object.assign(this.board, JSON.parse(event.data));
    }
    this.onNews();
  }

  private over(): void {
    this.isOver = true;
    this.onNews();
  }
}
