import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

const PAGE = '/arbete/bilen';
interface Opening {
  request: object;
  respondWith: (answer: Promise<unknown>) => void;
}

/** What the worker of the car page opens when the network answers so, and the page lies there or does not. */
async function opens(network: () => Promise<Response>, kept: Response | undefined): Promise<Response> {
  const source = await readFile(
    fileURLToPath(new URL('../../offline/page-worker.js', import.meta.url)),
    'utf8',
  );
  const filled = Object.entries({
    PREFIX: "'car-'",
    VERSION: "'1'",
    PAGE: `'${PAGE}'`,
    PAGES: '/bilen$/',
    FILES: '[]',
  }).reduce((text, [name, value]) => text.replaceAll(`__${name}__`, value), source);
  const listeners = new Map<string, (event: Opening) => void>();
  const self = {
    location: { origin: 'https://example.org' },
    addEventListener: (type: string, listener: (event: Opening) => void) => listeners.set(type, listener),
  };
  const caches = { match: () => Promise.resolve(kept) };
  runInNewContext(filled, { self, caches, fetch: network, URL, AbortController, setTimeout, clearTimeout });
  return new Promise<Response>((resolve, reject) => {
    const respondWith = (answer: Promise<unknown>) => {
      answer.then((given) => {
        resolve(given as Response);
      }, reject);
    };
    const request = { method: 'GET', mode: 'navigate', url: `https://example.org${PAGE}` };
    listeners.get('fetch')?.({ request, respondWith });
  });
}

const answer = (status: number) => () => Promise.resolve(new Response('network', { status }));
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));

test.each([
  ['the page as the server has it', answer(200), 'network'],
  ['a refusal is the server’s', answer(404), 'network'],
  ['no network', noNetwork, 'kept'],
  ['a server that fell over it', answer(500), 'kept'],
  ['a proxy whose server is down', answer(502), 'kept'],
  ['a server that takes nothing just now', answer(503), 'kept'],
])('%s', async (_, network, opened) => {
  expect(await (await opens(network, new Response('kept'))).text()).toBe(opened);
});

test('where nothing lies there, the answer of the proxy, or none', async () => {
  expect((await opens(answer(502), undefined)).status).toBe(502);
  await expect(opens(noNetwork, undefined)).rejects.toThrow('Failed to fetch');
});
