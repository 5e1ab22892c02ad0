import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Child } from './support/child.js';

const main = new URL('../src/main.ts', import.meta.url);
const seed = new URL('../src/seeding/seed.main.ts', import.meta.url);

/** The whole product as a process of its own, in a folder that outlives it. */
describe('the product is killed in the middle of a stream of submissions', () => {
  const environment = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: '',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'lofteskartan-kill-')),
    DEMO: 'off',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'silent',
  };
  const bodies = new Map<string, object>();
  const answered = new Map<string, ProposalReceipt>();
  const running: Child[] = [];
  let url: string;

  function run(file: URL): Child {
    const child = new Child(file, [], { env: environment });
    running.push(child);
    return child;
  }

  async function open(): Promise<Child> {
    const product = run(main);
    url = /http:\S+/.exec(await product.says(/is open at http:\S+/, 240_000))?.[0] ?? '';
    return product;
  }

  /** Sends the body of a key; null when no answer came. */
  async function submit(key: string): Promise<ProposalReceipt | null> {
    try {
      const response = await fetch(`${url}/api/v1/proposals`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify(bodies.get(key)),
      });
      const answer = (await response.json()) as ProposalReceipt;
      return response.status === 201 ? answer : null;
    } catch {
      return null;
    }
  }

  function newSubmission(number: number): string {
    const key = randomUUID();
    const position = [12.1 + (number % 40) * 0.0005, 57.95];
    const details = { weekdays: [], hourBands: [], problems: ['speeding'], near: [] };
    bodies.set(key, { kind: 'speed-check', position, description: `Nummer ${number}`, details });
    return key;
  }

  async function get<Body>(path: string, followToken?: string): Promise<Body> {
    const headers: Record<string, string> = followToken ? { 'Follow-Token': followToken } : {};
    const response = await fetch(`${url}/api/v1${path}`, { headers });
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as Body;
  }

  async function everyReference(): Promise<string[]> {
    const references: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { reference: string }[]; nextCursor: string | null } = await get(
        `/proposals?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
      );
      references.push(...page.items.map(({ reference }) => reference));
      cursor = page.nextCursor;
    }
    return references;
  }

  beforeAll(async () => {
    const seeding = run(seed);
    expect(await seeding.ended(240_000)).toBe(0);
    const product = await open();
    let number = 0;
    const sender = async (): Promise<void> => {
      for (let isAlive = true; isAlive;) {
        const key = newSubmission(number++);
        const receipt = await submit(key);
        if (receipt) answered.set(key, receipt);
        isAlive = receipt !== null;
      }
    };
    const senders = Array.from({ length: 8 }, sender);
    while (answered.size < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    await product.end('SIGKILL');
    await Promise.all(senders);
    await open();
  }, 900_000);
  afterAll(() => Promise.all(running.map((child) => child.end())));

  it('while some were under way', () => {
    expect(bodies.size).toBeGreaterThan(answered.size);
  });

  it('what was answered is there, and opens to its sender', async () => {
    const there = new Set(await everyReference());
    expect([...answered.values()].filter(({ reference }) => !there.has(reference))).toEqual([]);
    const own = [...answered.values()].map(async ({ reference, followToken }) => {
      expect((await get<{ reference: string }>('/follow', followToken)).reference).toBe(reference);
    });
    await Promise.all(own);
  }, 240_000);

  it('a repeat is given what was answered before', async () => {
    const repeats = [...answered].map(async ([key, receipt]) => {
      expect(await submit(key)).toEqual(receipt);
    });
    await Promise.all(repeats);
  }, 240_000);

  it('what was under way is whole or not there at all, and a repeat makes it one', async () => {
    for (const key of bodies.keys()) {
      const receipt = answered.get(key) ?? (await submit(key));
      if (receipt) answered.set(key, receipt);
    }
    expect(answered.size).toBe(bodies.size);
    const references = await everyReference();
    expect([...references].sort()).toEqual([...answered.values()].map(({ reference }) => reference).sort());
    const stories = references.map(async (reference) => {
      const story = await get<{ supportCount: number; events: { type: string }[] }>(
        `/proposals/${reference}`,
      );
      expect([story.supportCount, story.events.map(({ type }) => type)]).toEqual([1, ['received']]);
    });
    await Promise.all(stories);
    const map = await get<{ features: { properties: { count?: number } }[] }>(
      '/proposals/map?bbox=11.5,57.5,12.6,58.3&zoom=9',
    );
    const counted = map.features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0);
    expect(counted).toBe(references.length);
  }, 240_000);
});
