import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { StatementVote } from '@lofteskartan/shared/medborgardialog-live';
import { LiveListener } from './live-listener.js';

/** What a phone has been told is kept. */
export interface Acknowledged {
  /** By voter and statement: the last vote. */
  readonly votes: Map<string, StatementVote>;
  /** References of questions. */
  readonly questions: Set<string>;
  /** Milliseconds that votes took. */
  readonly voteMs: number[];
}

/** A hall full of phones that know the addresses of several processes, and go on with another when one is gone. */
export class Hall {
  readonly told: Acknowledged = { votes: new Map(), questions: new Set(), voteMs: [] };
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 400 });

  constructor(
    /** `http://127.0.0.1:…` of each process. */
    private readonly urls: readonly string[],
    private readonly code: string,
    private readonly statements: readonly string[],
  ) {}

  phone(number: number): Phone {
    return new Phone(this, number);
  }

  /** Sends a call to the process that a phone prefers, then to the others, until one answers. */
  async send(
    method: string,
    path: string,
    body: object,
    { prefers, key }: { prefers: number; key?: string },
  ): Promise<{ status: number; text: string }> {
    for (let attempt = 0; ; attempt += 1) {
      const url = this.urls[(prefers + attempt) % this.urls.length] ?? '';
      try {
        return await this.call(method, `${url}/api/v1/live/${this.code}${path}`, JSON.stringify(body), key);
      } catch (error) {
        if (attempt > 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** A line to the process that a phone prefers. */
  listen(prefers: number): LiveListener {
    return new LiveListener(`${this.urls[prefers % this.urls.length] ?? ''}/api/v1/live/${this.code}/stream`);
  }

  statement(number: number): string {
    return this.statements[number % this.statements.length] ?? '';
  }

  close(): void {
    this.agent.destroy();
  }

  private call(
    method: string,
    url: string,
    body: string,
    key: string | undefined,
  ): Promise<{ status: number; text: string }> {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      ...(key ? { 'Idempotency-Key': key } : {}),
    };
    return new Promise((resolve, reject) => {
      const call = request(url, { method, headers, agent: this.agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text });
        });
        response.on('error', reject);
      });
      call.on('error', reject).end(body);
    });
  }
}

const sayings: readonly StatementVote[] = ['agree', 'disagree', 'pass'];

/** One of them. */
export class Phone {
  private readonly voter = randomBytes(16).toString('hex');
  private line: LiveListener;
  private sent = 0;

  constructor(
    private readonly hall: Hall,
    private readonly number: number,
  ) {
    this.line = hall.listen(number);
  }

  /** Votes on the next statement. */
  async vote(): Promise<void> {
    const statement = this.hall.statement(this.number + this.sent);
    const vote = sayings[(this.number + this.sent) % 3] ?? 'pass';
    this.sent += 1;
    const from = performance.now();
    const body = { statement, voter: this.voter, vote };
    const { status, text } = await this.hall.send('PUT', '/votes', body, { prefers: this.number });
    if (status !== 204) throw new Error(`A vote was answered ${String(status)}: ${text}`);
    this.hall.told.voteMs.push(performance.now() - from);
    this.hall.told.votes.set(`${this.voter} ${statement}`, vote);
  }

  /** Puts a question. */
  async ask(): Promise<void> {
    const text = `Fråga ${String(this.number)}: när blir det ljust vid skolan?`;
    const { status, text: answer } = await this.hall.send(
      'POST',
      '/questions',
      { text },
      { prefers: this.number, key: randomUUID() },
    );
    if (status !== 201) throw new Error(`A question was answered ${String(status)}: ${answer}`);
    this.hall.told.questions.add((JSON.parse(answer) as { reference: string }).reference);
  }

  /** Waits until the board shows something, over another process when the line is lost. */
  async hears(condition: (board: Record<string, unknown>) => boolean, withinMs: number): Promise<void> {
    const end = Date.now() + withinMs;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.line.until((board) => 'dialogue' in board && condition(board), end - Date.now());
        return;
      } catch (error) {
        if (!this.line.isLost || Date.now() > end) throw error;
        this.line = this.hall.listen(this.number + attempt);
      }
    }
  }

  hangUp(): void {
    this.line.hangUp();
  }
}
