import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { serveFrontend } from './frontend.js';
import type { KnownPage, PageHead } from './page-head.js';

const page = '<!doctype html><head><title>Löfteskartan</title></head>';
const script = 'console.log("å")'.repeat(50);

const head: PageHead = {
  title: 'Löftet "här" & <nu>',
  description: 'Det kostar $& och $1',
  canonical: 'https://karta.example/ale/lofte',
  picture: { address: 'https://karta.example/bild?v=1', alt: '41 av 70' },
  indexed: true,
};

describe('the built frontend', () => {
  let server: Server;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lofteskartan-frontend-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), page);
    writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(page));
    writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), script);
    writeFileSync(join(folder, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync(script));
    writeFileSync(join(folder, 'assets', 'app-1a2b3c.js.gz'), gzipSync(script));
    writeFileSync(join(folder, 'robots.txt'), 'User-agent: *');
    writeFileSync(join(folder, '.secret'), 'no');
    await serve();
  });
  afterAll(() => {
    server.close();
  });

  async function serve(): Promise<void> {
    const app = express();
    const known: Readonly<Record<string, KnownPage>> = { '/ale/lofte': head, '/ale/inget': 'nowhere' };
    app.use(serveFrontend(folder, { of: (path) => Promise.resolve(known[path] ?? null) }));
    app.use((_request, response) => void response.status(404).end('nobody'));
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }

  interface Answer {
    status: number;
    headers: Record<string, string | string[] | undefined>;
    length: number;
    text: string;
  }
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const call = httpRequest(
        { port, host: '127.0.0.1', path, method, headers: { Accept: 'text/html', ...headers } },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => {
            const bytes = Buffer.concat(pieces);
            const text = bytes.toString('utf8');
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              length: bytes.length,
              text,
            });
          });
        },
      );
      call.on('error', reject).end();
    });

  it.each([
    ['br, gzip', 'br', brotliCompressSync(script).length],
    ['gzip', 'gzip', gzipSync(script).length],
    ['identity', undefined, Buffer.byteLength(script)],
  ])(
    'sends an asset as it was compressed (%s) and lets it be kept for a year',
    async (accepted, encoding, length) => {
      const answer = await ask('/assets/app-1a2b3c.js', { 'Accept-Encoding': accepted });
      expect([answer.status, answer.headers['content-encoding'], answer.length]).toEqual([
        200,
        encoding,
        length,
      ]);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['content-type']).toContain('javascript');
      expect(answer.headers.vary).toBe('Accept-Encoding');
    },
  );

  it.each(['/', '/ale', '/ale/forslag/ALE-7K3F9', '/ale/karta?bbox=11.9,57.8,12.5,58.1', '/index.html'])(
    'is one page at %s, asked for anew each time',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, answer.length, answer.headers['cache-control']]).toEqual([
        200,
        Buffer.byteLength(page),
        'no-cache',
      ]);
      expect(answer.headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/);
    },
  );

  it('says about itself what it is told to say, escaped', async () => {
    const { text } = await ask('/ale/lofte');
    expect(text).toContain('<title>Löftet &quot;här&quot; &amp; &lt;nu&gt;</title>');
    expect(text.match(/<title>/g)).toHaveLength(1);
    expect(text).toContain('<meta property="og:description" content="Det kostar $&amp; och $1" />');
    expect(text).toContain('<link rel="canonical" href="https://karta.example/ale/lofte" />');
    expect(text).toContain('<meta property="og:image" content="https://karta.example/bild?v=1" />');
    expect(text).not.toContain('noindex');
  });

  it('says that there is nothing at an address, with the page that says so to people', async () => {
    const { status, text } = await ask('/ale/inget', { Accept: 'text/html' });
    expect([status, text]).toEqual([
      404,
      expect.stringContaining('<meta name="robots" content="noindex" />'),
    ]);
    expect(text).toContain('<title>Löfteskartan</title>');
  });

  it('outlives a file that vanishes after it was first served', async () => {
    const asset = join(folder, 'assets', 'gone-1a2b3c.js');
    for (const ending of ['', '.br']) writeFileSync(`${asset}${ending}`, brotliCompressSync(script));
    await new Promise((resolve) => server.close(resolve));
    await serve();
    const wants = { 'Accept-Encoding': 'br' };
    expect((await ask('/assets/gone-1a2b3c.js', wants)).status).toBe(200);
    for (const ending of ['', '.br']) rmSync(`${asset}${ending}`);
    expect((await ask('/assets/gone-1a2b3c.js', wants)).status).toBe(404);
    expect((await ask('/ale')).status).toBe(200);
  });

  it('is not sent again when it has not changed', async () => {
    const { headers } = await ask('/ale');
    expect((await ask('/ale', { 'If-None-Match': String(headers.etag) })).status).toBe(304);
  });

  it('has files beside its page', async () => {
    expect((await ask('/robots.txt')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['a missing asset', '/assets/app-old.js', {}, 'GET'],
    ['a missing picture', '/ale/photo.png', {}, 'GET'],
    ['the API', '/api/v1/proposals', {}, 'GET'],
    ['health', '/health/live', {}, 'GET'],
    ['a hidden file', '/.secret', {}, 'GET'],
    ['a file outside', '/..%2f..%2fetc/passwd.txt', {}, 'GET'],
    ['a program that wants JSON', '/ale', { Accept: 'application/json' }, 'GET'],
    ['a change', '/ale', {}, 'POST'],
  ])('is not the answer to %s', async (_, path, headers, method) => {
    expect((await ask(path, headers, method)).status).toBe(404);
  });
});
