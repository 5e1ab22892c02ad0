import { expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { Paced } from './paced.js';

it('does at once what is asked for once, and keeps its pace when it is asked for often', async () => {
  const done: number[] = [];
  const paced = new Paced(100, () => {
    done.push(performance.now());
    return Promise.resolve();
  });
  const begun = performance.now();
  while (performance.now() - begun < 250) {
    paced.ask();
    await setTimeout(5);
  }
  await setTimeout(150);
  expect(done.length).toBeGreaterThanOrEqual(3);
  expect(done.length).toBeLessThanOrEqual(4);
  expect((done[0] ?? Infinity) - begun).toBeLessThan(60);
  expect((done.at(-1) ?? 0) - begun).toBeGreaterThan(190);
});

it('is never at work twice, and comes back to what was asked for meanwhile', async () => {
  let atWork = 0;
  let most = 0;
  let times = 0;
  const paced = new Paced(1, async () => {
    most = Math.max(most, (atWork += 1));
    await setTimeout(20);
    atWork -= 1;
    times += 1;
  });
  paced.ask();
  await setTimeout(10);
  paced.ask();
  paced.ask();
  await setTimeout(80);
  expect([most, times]).toEqual([1, 2]);
});

it('does nothing more when it has ended', async () => {
  let times = 0;
  const paced = new Paced(10, () => {
    times += 1;
    return Promise.resolve();
  });
  paced.ask();
  paced.end();
  paced.ask();
  await setTimeout(40);
  expect(times).toBe(0);
});
