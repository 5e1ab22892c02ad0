import type { SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { DARK_PLACE_TIMES, WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { figureOf, peopleBehind, type SpokenFor } from './behind.rules.js';
import { locality, ofMany, ofMean, people, picture } from './outside.fixture.js';
import { pictureOutside } from './outside.rules.js';

describe('figures that count proposals', () => {
  it.each<[name: string, figure: string, of: (outside: SituationPicture) => unknown]>([
    ['the whole', figureOf.all, ({ all }) => all.proposals],
    ['a kind', figureOf.kind('idea'), ({ kinds }) => kinds[2]?.proposals],
    ['a month', figureOf.month('2026-07'), ({ months }) => months[0]?.proposals],
    ['a theme', figureOf.theme('dark-place', 'stairs'), ({ themes }) => themes[0]?.proposals],
    ['a topic', figureOf.theme('idea', 'drugs'), ({ themes }) => themes[1]?.proposals],
    ['a square of the week', figureOf.square(0, 0), ({ wishTimes }) => wishTimes.counts[0]?.[0]],
    ['wishes with a time', figureOf.told, ({ wishTimes }) => wishTimes.told],
    ['wishes without one', figureOf.untold, ({ wishTimes }) => wishTimes.untold],
    ['a time of darkness', figureOf.dark('night'), ({ darkTimes }) => darkTimes[2]?.proposals],
    ['a locality', figureOf.locality('a'), ({ localities }) => localities[0]?.proposals],
    ['no locality', figureOf.locality(null), ({ inNoLocality }) => inNoLocality],
    ['answers in time', figureOf.inTime, ({ done }) => done.answers.inTime],
    ['late answers', figureOf.late, ({ done }) => done.answers.inTime],
    ['what waits', figureOf.waiting, ({ done }) => done.answers.waiting],
  ])('many proposals of four people are hidden: %s', (_name, figure, of) => {
    const whole = picture({
      ...ofMean([locality('a', 20, 900), locality('b', 30, 900)]),
      themes: [
        { kind: 'dark-place', theme: 'stairs', proposals: 9 },
        { kind: 'idea', theme: 'drugs', proposals: 9 },
        { kind: 'idea', theme: 'other', proposals: 11 },
      ],
      wishTimes: { counts: WEEKDAYS.map(() => [9, 9, 9, 9, 9, 9, 9, 9]), told: 12, untold: 8 },
      darkTimes: DARK_PLACE_TIMES.map((time) => ({ time, proposals: 9 })),
    });
    const answers = { given: 20, inTime: 12, waiting: 9 };
    const all = Object.assign(whole, { done: Object.assign({}, whole.done, { answers }) });
    expect(of(pictureOutside(all, ofMany))).toBeGreaterThan(4);
    expect(of(pictureOutside(all, (each) => new Set(people(each === figure ? 4 : 5))))).toBeNull();
  });

  it('hides another month with one of few people, or the total would tell it', () => {
    const months = ['2026-07', '2026-08', '2026-09'].map((month, index) => ({
      month,
      proposals: [6, 20, 30][index] ?? 0,
      people: [1, 20, 30][index] ?? 0,
      peopleBefore: null,
    }));
    const shown = pictureOutside(
      picture({ months }),
      (each) => new Set(people(each === figureOf.month('2026-07') ? 1 : 5)),
    ).months;
    expect(shown.map(({ proposals }) => proposals)).toEqual([null, null, 30]);
  });

  it('knows who is behind each figure: distinct people, of what they sent in or supported', () => {
    const sent: SpokenFor = {
      kind: 'speed-check',
      locality: 'a',
      month: '2026-07',
      themes: ['moped'],
      weekdays: ['mon'],
      hourBands: ['07-09'],
      when: [],
      people: ['anna'],
    };
    const behind = peopleBehind(
      [
        ...Array.from({ length: 6 }, () => sent),
        { ...sent, hourBands: [], weekdays: [], locality: null, people: people(9) },
        { ...sent, kind: 'dark-place', themes: ['stairs'], when: ['night'], people: ['anna', 'bo'] },
      ],
      [
        { answer: 'late', waits: false, people: ['anna'] },
        { answer: 'in-time', waits: true, people: people(2) },
      ],
    );
    const sizes = Object.entries({
      all: figureOf.all,
      wishes: figureOf.kind('speed-check'),
      dark: figureOf.kind('dark-place'),
      a: figureOf.locality('a'),
      none: figureOf.locality(null),
      moped: figureOf.theme('speed-check', 'moped'),
      stairs: figureOf.theme('dark-place', 'stairs'),
      monday: figureOf.square(0, 1),
      tuesday: figureOf.square(1, 1),
      told: figureOf.told,
      untold: figureOf.untold,
      night: figureOf.dark('night'),
      late: figureOf.late,
      inTime: figureOf.inTime,
      waiting: figureOf.waiting,
    }).map(([name, figure]) => [name, behind(figure).size]);
    expect(Object.fromEntries(sizes)).toEqual({
      all: 5,
      wishes: 5,
      dark: 2,
      a: 2,
      none: 5,
      moped: 5,
      stairs: 2,
      monday: 1,
      tuesday: 0,
      told: 1,
      untold: 5,
      night: 2,
      late: 1,
      inTime: 2,
      waiting: 2,
    });
  });
});
