import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { describeError } from '../logging/describe-error.js';
import { LiveChannel } from './live-channel.js';
import { Paced } from './paced.js';

/** What is new: everything, or the parts that changed. `id` names the whole content, the same in every process. */
export interface BoardNews {
  readonly id: string;
  readonly whole: string;
  /** The parts that changed since the last news, as JSON; null when there was none before. */
  readonly changed: string | null;
}

/** Often enough to feel at once, and seldom enough for 300 phones on one machine. */
const paceMs = 400;
/** A board is read anew at least so often, should a message have been lost. */
const oldestMs = 5_000;

/** Reads each topic that somebody follows once per change and process, however many follow it. */
@Injectable()
export class LiveBoards implements OnApplicationShutdown {
  private readonly boards = new Map<string, Board>();

  constructor(private readonly channel: LiveChannel) {}

  /**
   * Follows a topic: what it shows now, then what is new.
   * @param read what the topic shows to everybody, from the database: members, of which only those that changed are sent on
   * @returns ends it
   */
  follow(topic: string, read: () => Promise<object>, onNews: (news: BoardNews) => void): () => void {
    let board = this.boards.get(topic);
    if (!board) {
      board = new Board(read, (changed) => this.channel.hear(topic, changed));
      this.boards.set(topic, board);
    }
    const followed = board;
    const leave = followed.follow(onNews);
    return () => {
      if (leave() > 0) return;
      followed.end();
      if (this.boards.get(topic) === followed) this.boards.delete(topic);
    };
  }

  onApplicationShutdown(): void {
    for (const board of this.boards.values()) board.end();
    this.boards.clear();
  }
}

/** One topic as this process knows it. */
class Board {
  private readonly logger = new Logger('Live');
  private readonly followers = new Set<(news: BoardNews) => void>();
  private readonly refreshing = new Paced(paceMs, () => this.refresh());
  private readonly looking = setInterval(() => this.refreshing.ask(), oldestMs).unref();
  private readonly deafen: () => void;
  private parts: ReadonlyMap<string, string> | null = null;
  private last: BoardNews | null = null;

  constructor(
    private readonly read: () => Promise<object>,
    hear: (changed: () => void) => () => void,
  ) {
    this.deafen = hear(() => this.refreshing.ask());
  }

  follow(onNews: (news: BoardNews) => void): () => number {
    this.followers.add(onNews);
    if (this.last) onNews({ ...this.last, changed: null });
    this.refreshing.ask();
    return () => {
      this.followers.delete(onNews);
      return this.followers.size;
    };
  }

  end(): void {
    clearInterval(this.looking);
    this.refreshing.end();
    this.deafen();
  }

  private async refresh(): Promise<void> {
    try {
      const parts = new Map(
        Object.entries(await this.read()).map(([name, part]: [string, unknown]) => [
          name,
          JSON.stringify(part ?? null),
        ]),
      );
      const whole = asJson(parts);
      const id = boardId(whole);
      if (id === this.last?.id) return;
      const before = this.parts;
      const changed =
        before && asJson(new Map([...parts].filter(([name, text]) => before.get(name) !== text)));
      this.parts = parts;
      this.last = { id, whole, changed };
      for (const onNews of this.followers) onNews(this.last);
    } catch (error) {
      // It is looked at again soon, and those who follow keep what they have.
      this.logger.warn({ what: 'A board could not be read', error: describeError(error) });
    }
  }
}

function asJson(parts: ReadonlyMap<string, string>): string {
  return `{${[...parts].map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

function boardId(whole: string): string {
  return createHash('sha256').update(whole, 'utf8').digest('base64url').slice(0, 16);
}
