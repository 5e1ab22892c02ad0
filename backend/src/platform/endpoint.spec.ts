import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { NotesRoom } from './notes-room.fixture.js';

const note = '0b9d6c1e-6f0a-4d55-9a57-2f4f3f6f1c11';

describe('a request', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({
      rooms: NotesRoom,
      config: { logLevel: 'info', mapTilesUrl: 'https://{s}.tiles.example/{z}/{x}/{y}.png' },
    });
  });
  afterAll(() => app.stop());

  /** Sends bytes as they are, which fetch would not. */
  function raw(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body: string | Buffer = '',
  ): Promise<{ status: number; headers: Record<string, unknown>; body: ProblemBody }> {
    return new Promise((resolve, reject) => {
      const call = httpRequest(
        app.url,
        { method, path, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: (text ? JSON.parse(text) : {}) as ProblemBody,
            }),
          );
        },
      );
      call.on('error', reject).end(body);
    });
  }
  const json = { 'Content-Type': 'application/json' };

  it.each<[string, string, string, Record<string, string>, string | Buffer, number, string]>([
    [
      'no UTF-8',
      'POST',
      '/api/v1/notes',
      json,
      Buffer.from('{"text":"å"}', 'latin1'),
      400,
      'body.unreadable',
    ],
    ['broken JSON', 'POST', '/api/v1/notes', json, '{"text":', 400, 'body.unreadable'],
    ['a bare number', 'POST', '/api/v1/notes', json, '5', 400, 'body.unreadable'],
    ['a list', 'POST', '/api/v1/notes', json, '[]', 422, 'input.invalid'],
    [
      'a form',
      'POST',
      '/api/v1/notes',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      'text=a',
      415,
      'body.wrongType',
    ],
    ['text without a type', 'POST', '/api/v1/notes', {}, '{"text":"a"}', 415, 'body.wrongType'],
    [
      'an unknown character set',
      'POST',
      '/api/v1/notes',
      { 'Content-Type': 'application/json; charset=klingon' },
      '{}',
      415,
      'body.wrongType',
    ],
    [
      'an unknown compression',
      'POST',
      '/api/v1/notes',
      { ...json, 'Content-Encoding': 'lzma' },
      '{}',
      415,
      'body.wrongType',
    ],
    [
      'too much',
      'POST',
      '/api/v1/notes',
      json,
      JSON.stringify({ text: 'a'.repeat(110_000) }),
      413,
      'body.tooLarge',
    ],
    ['no body', 'POST', '/api/v1/notes', {}, '', 422, 'input.invalid'],
    ['a broken address', 'GET', '/api/v1/notes/%FF', {}, '', 400, 'url.unreadable'],
    ['an unknown address', 'GET', '/api/v1/nothing', {}, '', 404, 'route.unknown'],
    ['an unknown address outside the API', 'GET', '/robots.php', {}, '', 404, 'route.unknown'],
    ['another method', 'PUT', '/api/v1/notes', {}, '', 405, 'method.notAllowed'],
    ['an id that is none', 'GET', '/api/v1/notes/17', {}, '', 404, 'not.found'],
    ['a NUL in the path', 'GET', '/api/v1/notes/a%00b', {}, '', 422, 'text.invalid'],
    ['a NUL in the query', 'GET', '/api/v1/notes?limit=%00', {}, '', 422, 'text.invalid'],
    ['an unknown filter', 'GET', '/api/v1/notes?colour=red', {}, '', 422, 'input.invalid'],
    ['an empty number', 'GET', '/api/v1/notes?limit=', {}, '', 422, 'input.invalid'],
    ['a hexadecimal number', 'GET', '/api/v1/notes?limit=0x10', {}, '', 422, 'input.invalid'],
    ['a number twice', 'GET', '/api/v1/notes?limit=1&limit=2', {}, '', 422, 'input.invalid'],
    [
      'a route that forgot to declare itself',
      'GET',
      '/api/v1/notes/undeclared',
      {},
      '',
      403,
      'route.undeclared',
    ],
    [
      'a route for staff where no guard lets in',
      'GET',
      '/api/v1/notes/staff',
      {},
      '',
      401,
      'session.required',
    ],
    ['a sender without a token', 'GET', '/api/v1/notes/own', {}, '', 401, 'followToken.required'],
    [
      'a sender with a wrong token',
      'GET',
      '/api/v1/notes/own',
      { 'Follow-Token': 'x' },
      '',
      401,
      'followToken.wrong',
    ],
    [
      'another site',
      'POST',
      '/api/v1/notes',
      { ...json, Origin: 'https://evil.example' },
      '{"text":"a"}',
      403,
      'origin.foreign',
    ],
    ['an opaque site', 'DELETE', `/api/v1/notes/${note}`, { Origin: 'null' }, '', 403, 'origin.foreign'],
    ['a bug', 'GET', '/api/v1/notes?limit=13', {}, '', 500, 'server.failed'],
  ])('with %s is refused', async (_, method, path, headers, body, status, code) => {
    const answer = await raw(method, path, headers, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(Object.keys(answer.body)).toEqual(
      expect.arrayContaining(['type', 'title', 'status', 'detail', 'code']),
    );
  });

  it('of our own site is let in, by its public name and by the host it was sent to', async () => {
    for (const Origin of ['http://localhost:3000', app.url]) {
      const { status } = await raw('POST', '/api/v1/notes', { ...json, Origin }, '{"text":"a"}');
      expect(status).toBe(201);
    }
  });

  it('is refused in the caller’s language', async () => {
    const swedish = await raw('PUT', '/api/v1/notes');
    const english = await raw('PUT', '/api/v1/notes', { 'Accept-Language': 'en-GB' });
    expect([swedish.body.detail, swedish.headers['content-language']]).toEqual([
      'Adressen tar emot: GET, POST.',
      'sv',
    ]);
    expect([english.body.detail, english.headers['content-language']]).toEqual([
      'The address takes: GET, POST.',
      'en',
    ]);
    expect(english.headers).toMatchObject({
      allow: 'GET, POST',
      vary: 'Accept-Language',
      'cache-control': 'no-store',
    });
  });

  it('is told each field that is wrong and what would be right', async () => {
    const { body } = await raw(
      'POST',
      '/api/v1/notes',
      json,
      JSON.stringify({ text: 'much too long', colours: ['red', 'green', 'x'], plate: 'ABC123' }),
    );
    expect(body.errors).toEqual([
      { field: 'plate', code: 'unknown', message: 'Uppgiften känns inte igen. Ta bort den.' },
      { field: 'text', code: 'tooLong', message: 'Skriv högst 10 tecken.' },
      { field: 'colours[1]', code: 'notOneOf', message: 'Välj något av: red, blue.' },
      { field: 'colours[2]', code: 'notOneOf', message: 'Välj något av: red, blue.' },
    ]);
  });

  it('leaks nothing when there is a bug, in the answer or in the log', async () => {
    const { body, headers } = await raw('GET', '/api/v1/notes?limit=13');
    expect(JSON.stringify(body)).not.toContain('unlucky');
    expect(body.detail).toContain(headers['x-request-id']);
    expect(app.log.entries().find((entry) => entry.requestId === headers['x-request-id'])).toBeDefined();
  });

  it('sends a Reply: status, cookies, headers', async () => {
    const api = app.api();
    const first = await api.post('/notes', { body: { text: 'a' } });
    expect([first.status, first.headers.get('X-Note')]).toEqual([201, 'written']);
    expect(first.headers.get('Set-Cookie')).toMatch(
      /^device=new!; Max-Age=60; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/i,
    );
    const second = await api.post('/notes', { body: { text: 'a' } });
    expect(second.headers.get('Set-Cookie')).toContain('device=new!!');
  });

  it('answers without a body where none is declared', async () => {
    const { status, body } = await app.api().delete(`/notes/${note}`);
    expect([status, body]).toEqual([204, null]);
  });

  it('carries an id, its own or a new one', async () => {
    const own = await raw('GET', '/health/live', { 'X-Request-Id': 'caller-0001' });
    const bad = await raw('GET', '/health/live', { 'X-Request-Id': 'a b' });
    expect(own.headers['x-request-id']).toBe('caller-0001');
    expect(bad.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('leaves in the log which route it was, and nothing about the person', async () => {
    await raw('GET', '/api/v1/notes/own?position=12.0869,57.925', {
      'Follow-Token': 'hemlig-nyckel',
      Cookie: 'session=kakan',
      'User-Agent': 'Anna/1',
      'X-Request-Id': 'who-was-it',
    });
    await raw('GET', '/api/v1/notes/ALE-7K3F9', { 'X-Request-Id': 'who-was-it' });
    const entries = app.log.entries().filter((entry) => entry.requestId === 'who-was-it');
    expect(entries.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/api/v1/notes/own', 401],
      ['GET', '/api/v1/notes/:id', 404],
    ]);
    for (const entry of entries)
      expect(Object.keys(entry).sort()).toEqual([
        'level',
        'method',
        'ms',
        'msg',
        'requestId',
        'route',
        'status',
        'time',
      ]);
    expect(app.log.text()).not.toMatch(/12\.0869|hemlig-nyckel|kakan|Anna|7K3F9|127\.0\.0\.1/);
  });

  it('comes back with headers that keep a browser within the product', async () => {
    const { headers } = await raw('GET', '/health/live');
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';img-src 'self' data: blob: https://*.tiles.example;object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-frame-options': 'DENY',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('under https', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ rooms: NotesRoom, config: { publicUrl: 'https://lofte.example' } });
  });
  afterAll(() => app.stop());

  it('browsers are told to stay there, and cookies never leave it', async () => {
    const { headers } = await app
      .api()
      .post('/notes', { body: { text: 'a' }, headers: { Origin: 'https://lofte.example' } });
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('Content-Security-Policy')).toContain('upgrade-insecure-requests');
    expect(headers.get('Set-Cookie')).toContain('Secure');
  });
});

it('a stop lets a request at work finish and takes no new one', async () => {
  const app = await startTestApp({ rooms: NotesRoom });
  await app.api().get('/health/live');
  const slow = fetch(`${app.url}/api/v1/notes/slow`, { method: 'POST' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopped = app.stop();
  await expect(fetch(`${app.url}/health/live`)).rejects.toThrow();
  expect((await slow).status).toBe(200);
  await stopped;
});
