import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { compressAnswers } from './compression.js';

const large = { items: Array.from({ length: 200 }, (_, n) => ({ n, place: 'Göteborgsvägen' })) };

describe('an answer', () => {
  let server: Server;
  beforeAll(async () => {
    const app = express();
    app.use(compressAnswers());
    app.get('/large', (_request, response) => void response.json(large));
    app.post('/large', (_request, response) => void response.json(large));
    app.get('/small', (_request, response) => void response.json({ n: 1 }));
    app.get('/picture', (_request, response) => void response.type('png').send(Buffer.alloc(5000)));
    app.get(
      '/own',
      (_request, response) =>
        void response.set('Content-Encoding', 'zstd').type('json').send(Buffer.alloc(5000)),
    );
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
  });

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const call = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(pieces),
          });
        });
      });
      call.on('error', reject).end();
    });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('is small for those who accept %s', async (accepted, encoding, open) => {
    for (let i = 0; i < 2; i += 1) {
      const { headers, bytes } = await ask('/large', { 'Accept-Encoding': accepted });
      expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'Accept-Encoding']);
      expect(Number(headers['content-length'])).toBe(bytes.length);
      expect(bytes.length).toBeLessThan(JSON.stringify(large).length / 5);
      expect(JSON.parse(open(bytes).toString('utf8'))).toEqual(large);
    }
  });

  it('is not sent again to those who have it, compressed or not', async () => {
    const { headers } = await ask('/large', { 'Accept-Encoding': 'br' });
    for (const accepted of ['br', 'gzip', 'identity']) {
      const again = await ask('/large', { 'Accept-Encoding': accepted, 'If-None-Match': headers.etag ?? '' });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
  });

  it.each([
    ['nobody asks', '/large', {}, 'GET'],
    ['it is refused', '/large', { 'Accept-Encoding': 'gzip;q=0, br;q=0' }, 'GET'],
    ['it is small', '/small', { 'Accept-Encoding': 'gzip' }, 'GET'],
    ['it is a picture', '/picture', { 'Accept-Encoding': 'gzip' }, 'GET'],
    ['it answers a change', '/large', { 'Accept-Encoding': 'gzip' }, 'POST'],
  ])('is left alone when %s', async (_, path, headers, method) => {
    expect((await ask(path, headers, method)).headers['content-encoding']).toBeUndefined();
  });

  it('is left alone when it has been compressed already', async () => {
    const { headers, bytes } = await ask('/own', { 'Accept-Encoding': 'gzip' });
    expect([headers['content-encoding'], bytes.length]).toEqual(['zstd', 5000]);
  });
});
