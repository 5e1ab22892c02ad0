import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { Endpoint } from '../endpoint.js';
import { Health } from '../health/health.js';
import { Refused } from '../problem/refused.js';
import { rateLimitPolicies } from './policies.js';
import { RateLimits } from './rate-limits.js';

const anyone = {
  access: { who: 'anyone' },
  tags: ['Doors'],
  refusals: [],
  answers: { 200: Health },
} as const;

@Controller('doors')
class DoorsController {
  @Post()
  @Endpoint({ ...anyone, summary: { en: 'Knock' }, rateLimit: 'sign-in' })
  knock() {
    return { status: 'ok' };
  }

  @Get()
  @Endpoint({ ...anyone, summary: { en: 'Look' } })
  look() {
    return { status: 'ok' };
  }
}

@Module({ controllers: [DoorsController] })
class DoorsRoom {}

const { points, seconds } = rateLimitPolicies['sign-in'];

describe('calls per address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ rooms: DoorsRoom, config: { rateLimits: true, trustProxy: 1 } });
    await app.dataSource.query('DELETE FROM rate_limits');
  });
  afterAll(() => app.stop());

  const knock = (address: string) =>
    app.api().post<{ code: string }>('/doors', { headers: { 'X-Forwarded-For': address } });

  it('are let in up to the allowance and then told when to come back', async () => {
    const answers = await Promise.all(Array.from({ length: points + 5 }, () => knock('192.0.2.1')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(points);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.code).toBe('rate.limited');
    const wait = Number(refused?.headers.get('Retry-After'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(seconds);
    expect((await knock('192.0.2.2')).status).toBe(200);
  });

  it('count a whole IPv6 net as one', async () => {
    const answers = await Promise.all(
      Array.from({ length: points + 1 }, (_, i) => knock(`2001:db8:0:1::${i + 1}`)),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await knock('2001:db8:0:2::1')).status).toBe(200);
  });

  it('do not cost routes without a policy a question to the database', async () => {
    const count = async () =>
      Number((await app.dataSource.query<{ n: string }[]>('SELECT sum(points) AS n FROM rate_limits'))[0]?.n);
    const before = await count();
    expect((await app.api().get('/doors', { headers: { 'X-Forwarded-For': '192.0.2.1' } })).status).toBe(200);
    expect(await count()).toBe(before);
  });

  it('leave no address in the database', async () => {
    const rows = await app.dataSource.query<{ key: string }[]>('SELECT key FROM rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ key }) => /^sign-in:[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  it('can be forgiven, and are forgotten when their time is over', async () => {
    const limits = app.get(RateLimits);
    for (let i = 0; i < rateLimitPolicies['sign-in-account'].points; i += 1)
      await limits.consume('sign-in-account', 'anna@exempel.se');
    await expect(limits.consume('sign-in-account', 'anna@exempel.se')).rejects.toBeInstanceOf(Refused);
    await limits.forgive('sign-in-account', 'anna@exempel.se');
    await limits.consume('sign-in-account', 'anna@exempel.se');
    expect(await limits.forgetOld(new Date())).toBe(0);
    expect(await limits.forgetOld(new Date(Date.now() + 3_600_000))).toBeGreaterThan(0);
  });

  it('leave room for a school class that sends five each behind one address', () => {
    expect(rateLimitPolicies['public-write'].points).toBeGreaterThanOrEqual(30 * 5);
    expect(rateLimitPolicies['public-write'].seconds).toBe(600);
  });
});

it('calls are not counted with RATE_LIMITS=off', async () => {
  const app = await startTestApp({ rooms: DoorsRoom, config: { rateLimits: false } });
  try {
    const answers = await Promise.all(Array.from({ length: points + 5 }, () => app.api().post('/doors')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  } finally {
    await app.stop();
  }
});
