import { afterEach, describe, expect, test } from '@jest/globals';
import { api, answerIn, newKey, Problem } from './api.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** A server that answers what the test says; `seen` holds what it was asked. */
function serve(answer: (request: Request) => Response | Promise<Response>): { seen: Request[] } {
  const seen: Request[] = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(new URL(typeof input === 'string' ? input : '', 'http://localhost'), init);
    seen.push(request);
    return answer(request);
  };
  return { seen };
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const caught: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (caught instanceof Problem) return caught;
  throw new Error(`Not a Problem: ${String(caught)}`);
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

describe('what is asked', () => {
  test('repeated filters, the chosen language, the key and the token go where the contract wants them', async () => {
    const { seen } = serve(() => json({ items: [] }));
    answerIn('en');
    await api.get('/proposals', {
      query: { kind: ['idea', 'dark-place'], q: 'å ä', cursor: undefined, limit: 5 },
    });
    await api.post(
      '/proposals/ALE-7K3F9/support',
      {},
      { idempotencyKey: 'a-key-of-mine', followToken: 'secret' },
    );
    answerIn('sv');
    expect(seen[0]?.url).toBe(
      'http://localhost/api/v1/proposals?kind=idea&kind=dark-place&q=%C3%A5+%C3%A4&limit=5',
    );
    expect(seen[0]?.headers.get('accept-language')).toBe('en');
    expect(seen[1]?.headers.get('idempotency-key')).toBe('a-key-of-mine');
    expect(seen[1]?.headers.get('follow-token')).toBe('secret');
    expect(seen[1]?.url).not.toContain('secret');
  });

  test('photos keep the boundary that the browser makes', async () => {
    const { seen } = serve(() => json({}, 201));
    const form = new FormData();
    form.append('photos', new Blob(['x']), 'x.jpg');
    await api.post('/proposals/ALE-7K3F9/photos', form);
    expect(seen[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
  });

  test('every key is new and long enough', () => {
    const keys = new Set(Array.from({ length: 100 }, newKey));
    expect(keys.size).toBe(100);
    expect([...keys].every((key) => key.length >= 8 && key.length <= 128)).toBe(true);
  });
});

describe('what comes back', () => {
  test('an answer', async () => {
    serve(() => json({ reference: 'ALE-7K3F9' }, 201));
    expect(await api.post('/proposals', {})).toEqual({ reference: 'ALE-7K3F9' });
  });

  test('no content', async () => {
    serve(() => new Response(null, { status: 204 }));
    await expect(api.delete('/sessions/current')).resolves.toBeUndefined();
  });

  test('a problem of the input, field by field', async () => {
    serve(() =>
      json(
        {
          code: 'input.invalid',
          detail: 'Rätta det.',
          status: 422,
          errors: [{ field: 'position', code: 'x', message: 'Utanför.' }],
        },
        422,
      ),
    );
    const problem = await problemOf(api.post('/proposals', {}));
    expect(problem).toMatchObject({
      status: 422,
      code: 'input.invalid',
      detail: 'Rätta det.',
      isNetwork: false,
    });
    expect(problem.messageFor('position')).toBe('Utanför.');
    expect(problem.messageFor('kind')).toBeUndefined();
  });

  test('too much, with the time to wait', async () => {
    serve(() => json({ code: 'rate.limited', detail: '', status: 429 }, 429, { 'retry-after': '12' }));
    expect(await problemOf(api.get('/proposals'))).toMatchObject({ status: 429, retryAfter: 12 });
  });

  test('a page of some gateway instead of an answer', async () => {
    serve(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await problemOf(api.get('/proposals'))).toMatchObject({ status: 502, code: 'http.502' });
    serve(() => new Response('<h1>Hello</h1>', { status: 200 }));
    expect(await problemOf(api.get('/proposals'))).toMatchObject({ code: 'answer.unreadable' });
  });

  test('a network that fails', async () => {
    serve(() => Promise.reject(new TypeError('fetch failed')));
    expect(await problemOf(api.get('/proposals'))).toMatchObject({ status: 0, isNetwork: true });
  });

  test('a request that was called off', async () => {
    serve(
      (request) =>
        new Promise((_answer, fail) => {
          request.signal.addEventListener('abort', () => {
            fail(new Error('aborted'));
          });
        }),
    );
    const caller = new AbortController();
    const work = problemOf(api.get('/proposals', { signal: caller.signal }));
    caller.abort();
    expect(await work).toMatchObject({ code: 'network.aborted' });
  });
});
