import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addressSubject } from '../rate-limits/address.js';
import { Refused } from '../problem/refused.js';
import { type BoardNews, LiveBoards } from './live-boards.js';

/** Streams that one process holds: a hall of 300 fits three times. */
const mostStreams = 1_000;
/** Of one address: everybody in a hall may share one. */
const mostOfAddress = 600;
/** Between two signs of life, which also keep proxies from hanging up. */
const beatMs = 15_000;
/** A browser waits so long before it comes back. */
const comeBackMs = 1_000;

/** Server-sent events: what is new on a board, to whoever holds the line. */
@Injectable()
export class LiveStreams {
  private readonly streams = new Set<Stream>();
  private readonly ofAddress = new Map<string, number>();
  private beating: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly boards: LiveBoards) {}

  /**
   * Answers a request with a stream that lasts until one side hangs up. What comes back after a lost line with `Last-Event-ID` and has
   * missed nothing is told nothing. What does not ask for a stream (a crawler, a script) is told once. Who hung up meanwhile is not followed:
   * their response has told so already and never will again.
   * @throws Refused `live.full` when the process holds as many as it may: one can still ask
   */
  open(request: Request, response: Response, topic: string, read: () => Promise<object>): void {
    const { socket } = request;
    if (response.destroyed || socket.destroyed) return;
    const address = addressSubject(request.ip);
    const fromThere = this.ofAddress.get(address) ?? 0;
    if (this.isClosed || this.streams.size >= mostStreams || fromThere >= mostOfAddress)
      throw new Refused('live.full', { headers: { 'Retry-After': '30' } });
    this.ofAddress.set(address, fromThere + 1);
    const isBrief = !request.get('Accept')?.includes('text/event-stream');
    const stream = new Stream(response, request.get('Last-Event-ID') ?? null, isBrief);
    this.streams.add(stream);
    this.beating ??= setInterval(() => this.beat(), beatMs).unref();
    const unfollow = this.boards.follow(topic, read, (news) => stream.tell(news));
    const leave = (): void => {
      response.off('close', leave);
      socket.off('close', leave);
      unfollow();
      if (!this.streams.delete(stream)) return;
      const left = (this.ofAddress.get(address) ?? 1) - 1;
      if (left > 0) this.ofAddress.set(address, left);
      else this.ofAddress.delete(address);
    };
    response.on('close', leave);
    // A response that waits behind another on the same line is told nothing when the line breaks.
    socket.on('close', leave);
  }

  /** Lines that are held. */
  get held(): number {
    return this.streams.size;
  }

  /** Hangs up on everybody, who come back to another process; a stop waits for all that is open. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.beating);
    for (const stream of this.streams) stream.end();
  }

  private beat(): void {
    for (const stream of this.streams) stream.beat();
  }
}

/** One line that is held. Who reads too slowly misses what is between, and is told the whole when the line is free again. */
class Stream {
  private isBehind = false;
  private missed: BoardNews | null = null;
  private known: string | null;
  private beatsBehind = 0;
  /** Nothing may be written any more, though the line can stay open for a while. */
  private isOver = false;
  /** Whether the whole has gone over this line, so that parts make sense. */
  private hasWhole = false;

  constructor(
    private readonly response: Response,
    lastEventId: string | null,
    private readonly isBrief: boolean,
  ) {
    this.known = lastEventId;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Neither kept nor gathered nor compressed on its way.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.socket?.setNoDelay(true);
    response.on('drain', () => this.catchUp());
    // A line that breaks is told by its closing.
    response.on('error', () => undefined);
    this.write(`retry: ${String(comeBackMs)}\nevent: beat\ndata:\n\n`);
  }

  tell(news: BoardNews): void {
    if (this.isOver) return;
    if (this.isBehind) {
      this.missed = news;
      return;
    }
    if (news.id === this.known) return;
    // Parts alone make sense only to those who have had the whole over this line.
    const [event, data] =
      news.changed !== null && this.hasWhole ? ['change', news.changed] : ['state', news.whole];
    this.known = news.id;
    this.hasWhole = true;
    this.write(`id: ${news.id}\nevent: ${event}\ndata: ${data}\n\n`);
    if (this.isBrief) this.end();
  }

  beat(): void {
    if (this.isOver) return;
    // A line that took nothing for a while leads nowhere.
    if (this.isBehind && (this.beatsBehind += 1) > 2) this.response.destroy();
    else if (!this.isBehind) this.write('event: beat\ndata:\n\n');
  }

  end(): void {
    this.isOver = true;
    this.response.end();
  }

  private write(text: string): void {
    this.isBehind = !this.response.write(text);
  }

  private catchUp(): void {
    this.isBehind = false;
    this.beatsBehind = 0;
    const { missed } = this;
    this.missed = null;
    this.hasWhole = missed ? false : this.hasWhole;
    if (missed) this.tell(missed);
  }
}
