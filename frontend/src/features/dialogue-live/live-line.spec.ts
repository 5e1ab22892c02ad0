import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { followLive, type LineParts } from './live-line.js';

type Heard = Parameters<LineParts['open']>[0];
type Trouble = Parameters<LineParts['open']>[1];

const board = (title: string) => ({ dialogue: { title }, results: [] }) as unknown as LiveDialogue;

describe('a phone that follows a dialogue', () => {
  let lines: { heard: Heard; trouble: Trouble; isClosed: boolean }[];
  let answers: (LiveDialogue | null)[];
  let asked: number;
  let states: string[];
  let seen: LiveDialogue[];
  let end: () => void;

  const line = () => {
    const last = lines.at(-1);
    if (!last) throw new Error('No line was opened');
    return last;
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers();
    [lines, answers, asked, states, seen] = [[], [], 0, [], []];
    const parts: LineParts = {
      open: (heard, trouble) => {
        const opened = { heard, trouble, isClosed: false };
        lines.push(opened);
        return () => {
          opened.isClosed = true;
        };
      },
      ask: () => {
        asked += 1;
        const answer = answers.shift();
        return answer ? Promise.resolve(answer) : Promise.reject(new Error('no network'));
      },
    };
    end = followLive(
      parts,
      (live) => seen.push(live),
      (state) => {
        if (states.at(-1) !== state) states.push(state);
      },
    );
  });
  afterEach(() => {
    end();
    jest.useRealTimers();
  });

  it('lays what changed over what it has', () => {
    line().heard('state', JSON.stringify(board('Först')));
    line().heard('change', JSON.stringify({ results: [{ id: 'a' }] }));
    expect(seen.at(-1)).toEqual({ dialogue: { title: 'Först' }, results: [{ id: 'a' }] });
    expect(states).toEqual(['held']);
  });

  it('asks when the line says nothing, as behind a proxy that gathers', async () => {
    answers = [board('Frågad'), board('Igen')];
    await pass(4_100);
    expect([seen.at(-1), states]).toEqual([board('Frågad'), ['asking']]);
    expect(line().isClosed).toBe(true);
    await pass(4_000);
    expect([seen.at(-1), asked]).toEqual([board('Igen'), 2]);
  });

  it('asks when the line is refused, tries it again later, and stops asking when it holds', async () => {
    answers = Array.from({ length: 30 }, () => board('Frågad'));
    line().trouble(true);
    await pass(29_000);
    expect([lines.length, asked]).toEqual([1, 8]);
    await pass(1_500);
    expect(lines).toHaveLength(2);
    line().heard('state', JSON.stringify(board('Åter')));
    await pass(20_000);
    expect([asked, seen.at(-1), states]).toEqual([8, board('Åter'), ['asking', 'held']]);
  });

  it('waits a moment for a line that comes back by itself', async () => {
    line().heard('state', JSON.stringify(board('Före')));
    line().trouble(false);
    await pass(1_500);
    line().heard('beat', '');
    await pass(10_000);
    expect([asked, lines.length, states]).toEqual([0, 1, ['held']]);
  });

  it('asks when a browser tries the line again and again, and fails each time', async () => {
    answers = [board('Frågad')];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      line().trouble(false);
      await pass(1_500);
    }
    expect([line().isClosed, seen, states]).toEqual([true, [board('Frågad')], ['asking']]);
  });

  it('lets go of a line that has died without a word', async () => {
    answers = [board('Frågad')];
    line().heard('state', JSON.stringify(board('Före')));
    await pass(35_100);
    expect([line().isClosed, seen.at(-1)]).toEqual([true, board('Frågad')]);
  });

  it('says that nothing comes when there is no network at all', async () => {
    line().trouble(true);
    await pass(100);
    expect([states, seen]).toEqual([['lost'], []]);
  });

  it('does not show an answer that comes after the line is back', async () => {
    let answer: (live: LiveDialogue) => void = () => undefined;
    end();
    end = followLive(
      {
        open: (heard, trouble) => {
          lines.push({ heard, trouble, isClosed: false });
          return () => undefined;
        },
        ask: () => new Promise((resolve) => (answer = resolve)),
      },
      (live) => seen.push(live),
      () => undefined,
    );
    line().trouble(true);
    await pass(30_100);
    line().heard('state', JSON.stringify(board('Ny')));
    answer(board('Gammal'));
    await pass(10);
    expect(seen.at(-1)).toEqual(board('Ny'));
  });
});
