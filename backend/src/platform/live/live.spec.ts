import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { LiveListener } from '../../../bench/live-listener.js';
import { testDatabaseUrl } from '../../../test/support/test-run.js';
import { Endpoint } from '../endpoint.js';
import { LiveChannel } from './live-channel.js';
import { LiveStreams } from './live-streams.js';

/** Holds up those who come to the late board until the test lets them in. */
let gate: Promise<void> = Promise.resolve();
let waiting = 0;

/** What the board shows; both applications of a test read the same. */
let shown: Record<string, unknown> = {};
let reads = 0;

@Controller('board')
class BoardController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @Endpoint({
    summary: { en: 'A board' },
    tags: ['Board'],
    access: { who: 'anyone' },
    answers: { 200: { media: ['text/event-stream'], description: { en: 'Events.' } } },
    refusals: ['live.full'],
  })
  follow(@Req() request: Request, @Res() response: Response): void {
    this.streams.open(request, response, 'board', () => {
      reads += 1;
      return Promise.resolve(shown);
    });
  }

  @Get('late')
  @Endpoint({
    summary: { en: 'A board that takes a while to find' },
    tags: ['Board'],
    access: { who: 'anyone' },
    answers: { 200: { media: ['text/event-stream'], description: { en: 'Events.' } } },
    refusals: ['live.full'],
  })
  async followLate(@Req() request: Request, @Res() response: Response): Promise<void> {
    waiting += 1;
    await gate;
    this.follow(request, response);
  }
}

@Module({ controllers: [BoardController] })
class BoardRoom {}

/** A wire to the database that can be cut. */
class Wire {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(private readonly to: URL) {
    this.server = createServer((socket) => {
      const onward = connect(Number(this.to.port || 5432), this.to.hostname);
      for (const each of [socket, onward]) {
        this.sockets.add(each);
        each.on('error', () => undefined).on('close', () => this.sockets.delete(each));
      }
      socket.pipe(onward).pipe(socket);
    });
  }

  static async lay(): Promise<{ wire: Wire; url: string }> {
    const url = new URL(testDatabaseUrl());
    const wire = new Wire(new URL(url));
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    url.hostname = '127.0.0.1';
    url.port = String((wire.server.address() as AddressInfo).port);
    return { wire, url: url.href };
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}

describe('what is told', () => {
  let one: TestApp;
  let other: TestApp;
  let wire: Wire;
  const listeners: LiveListener[] = [];

  const listen = (app: TestApp, headers?: Record<string, string>) => {
    const listener = new LiveListener(`${app.url}/api/v1/board`, headers);
    listeners.push(listener);
    return listener;
  };
  const tell = () => one.get(LiveChannel).tell(one.dataSource.manager, 'board');

  beforeAll(async () => {
    const laid = await Wire.lay();
    wire = laid.wire;
    one = await startTestApp({ rooms: BoardRoom });
    other = await startTestApp({
      rooms: BoardRoom,
      config: { database: { kind: 'server', url: laid.url } },
    });
  });
  afterAll(async () => {
    await one.stop();
    await other.stop();
    wire.close();
  });
  beforeEach(() => {
    shown = { agenda: 'första punkten', questions: [1, 2] };
    reads = 0;
  });
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.hangUp();
  });

  it('comes whole at first, then as the parts that changed, in all processes', async () => {
    const phones = [listen(one), listen(one), listen(other)];
    for (const phone of phones) await phone.until((board) => board.agenda === 'första punkten');
    shown = { ...shown, agenda: 'andra punkten' };
    const told = performance.now();
    await tell();
    for (const phone of phones) await phone.until((board) => board.agenda === 'andra punkten');
    expect(performance.now() - told).toBeLessThan(1500);
    for (const phone of phones) {
      const [first, second] = phone.events.filter(({ event }) => event !== 'beat');
      expect([first?.event, second?.event]).toEqual(['state', 'change']);
      expect(JSON.parse(second?.data ?? '')).toEqual({ agenda: 'andra punkten' });
      expect(phone.board).toEqual(shown);
    }
  });

  it('is read once for a burst, however many follow', async () => {
    const phones = Array.from({ length: 20 }, () => listen(one));
    for (const phone of phones) await phone.until((board) => board.agenda === 'första punkten');
    reads = 0;
    for (let n = 1; n <= 30; n += 1) {
      shown = { ...shown, agenda: n };
      await tell();
    }
    for (const phone of phones) await phone.until((board) => board.agenda === 30);
    expect(reads).toBeLessThanOrEqual(4);
  });

  it('spares who comes back and has missed nothing, and tells who has', async () => {
    const phone = listen(one);
    await phone.until((board) => board.agenda === 'första punkten');
    const id = phone.events.at(-1)?.id ?? '';
    phone.hangUp();
    const back = listen(other, { 'Last-Event-ID': id });
    await back.beat();
    await pause(600);
    expect(back.events.filter(({ event }) => event !== 'beat')).toEqual([]);
    shown = { ...shown, agenda: 'sista punkten' };
    await tell();
    await back.until((board) => board.agenda === 'sista punkten');
    expect(back.board).toEqual(shown);
  });

  it('is made up for when the database was away', async () => {
    const phone = listen(other);
    await phone.until((board) => board.agenda === 'första punkten');
    wire.cut();
    shown = { ...shown, agenda: 'medan ingen hörde' };
    await phone.until((board) => board.agenda === 'medan ingen hörde');
    shown = { ...shown, agenda: 'efteråt' };
    await tell();
    await phone.until((board) => board.agenda === 'efteråt');
  });

  it('comes once to what does not ask for a stream', async () => {
    const answer = await fetch(`${one.url}/api/v1/board`);
    expect(await answer.text()).toContain('data: {"agenda":"första punkten","questions":[1,2]}');
  });

  it('comes uncompressed and unkept, at once', async () => {
    const phone = listen(one, { 'Accept-Encoding': 'gzip, br' });
    await phone.beat();
    expect(phone.headers['content-encoding']).toBeUndefined();
    expect(phone.headers['x-accel-buffering']).toBe('no');
    expect(phone.headers['cache-control']).toBe('no-store, no-transform');
    expect(phone.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  });
});

describe('a line that breaks', () => {
  let app: TestApp;
  const held = () => app.get(LiveStreams).held;
  /** A request as its letters: what a client of its own mind sends. */
  const ask = (path: string, accept: string) =>
    `GET /api/v1/${path} HTTP/1.1\r\nHost: x\r\nAccept: ${accept}\r\n\r\n`;
  const call = (letters: string) => {
    const socket = connect(Number(new URL(app.url).port), new URL(app.url).hostname);
    let heard = '';
    socket.on('error', () => undefined);
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
    socket.write(letters);
    return { socket, heard: () => heard };
  };
  const until = async (condition: () => boolean) => {
    for (let n = 0; n < 400 && !condition(); n += 1) await pause(25);
    expect(condition()).toBe(true);
  };

  beforeAll(async () => {
    app = await startTestApp({ rooms: BoardRoom });
  });
  beforeEach(() => {
    shown = { agenda: 'första punkten' };
  });
  afterAll(() => app.stop());

  it('before it was opened is not followed, nor counted', async () => {
    let letIn = (): void => undefined;
    gate = new Promise((resolve) => (letIn = resolve));
    const { socket } = call(ask('board/late', 'text/event-stream'));
    await until(() => waiting === 1);
    socket.destroy();
    await pause(200);
    letIn();
    await pause(200);
    expect(held()).toBe(0);
  });

  it('while an answer waits behind another lets both go', async () => {
    const both = ask('board', 'text/event-stream') + ask('board', 'text/event-stream');
    const { socket, heard } = call(both);
    await until(() => heard().includes('första punkten') && held() === 2);
    socket.destroy();
    await until(() => held() === 0);
  });

  it('is told nothing after its one answer, though it stays open', async () => {
    const { socket, heard } = call(ask('board', 'text/event-stream') + ask('board', 'application/json'));
    await until(() => heard().includes('första punkten') && held() === 2);
    for (const agenda of ['andra punkten', 'tredje punkten']) {
      shown = { agenda };
      await app.get(LiveChannel).tell(app.dataSource.manager, 'board');
      await until(() => heard().includes(agenda));
    }
    socket.destroy();
    await until(() => held() === 0);
  });
});

describe('a process that stops', () => {
  it('hangs up on those who follow, and is not kept waiting by them', async () => {
    shown = { agenda: 'den enda' };
    const app = await startTestApp({ rooms: BoardRoom });
    const phone = new LiveListener(`${app.url}/api/v1/board`);
    await phone.until((board) => board.agenda === 'den enda');
    const begun = performance.now();
    await app.stop();
    expect(performance.now() - begun).toBeLessThan(5000);
    await phone.ended();
  });
});

describe('one address', () => {
  it('may hold as many lines as a hall has phones, and is then told to ask instead', async () => {
    shown = { agenda: 'alla är här' };
    const app = await startTestApp({ rooms: BoardRoom });
    const phones = Array.from({ length: 600 }, () => new LiveListener(`${app.url}/api/v1/board`));
    try {
      await Promise.all(phones.map((phone) => phone.beat()));
      const { status, body } = await app.api().get<{ code: string }>('/board');
      expect([status, body.code]).toEqual([503, 'live.full']);
      phones.pop()?.hangUp();
      const late = new LiveListener(`${app.url}/api/v1/board`);
      phones.push(late);
      await late.beat();
    } finally {
      for (const phone of phones) phone.hangUp();
      await app.stop();
    }
  });
});
